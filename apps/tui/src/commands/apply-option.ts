import type { ExitCode } from "../output/exit-code.js";
import type { Call } from "./command.js";
import { reportMisuse } from "./report.js";

/** Whether `--apply` asks for the change itself, or the exit code after saying that `--dry-run` cannot stand beside it. */
export function readApply(
  call: Call,
): { readonly ok: true; readonly apply: boolean } | { readonly ok: false; readonly exit: ExitCode } {
  const apply = call.options.has("apply");
  return apply && call.options.has("dry-run")
    ? { ok: false, exit: reportMisuse(call, "use.eitherOr", { one: "--dry-run", other: "--apply" }) }
    : { ok: true, apply };
}

/** Says on stderr whether the change was made or only previewed. */
export async function sayApplied(call: Call, apply: boolean): Promise<void> {
  if (!call.options.has("quiet"))
    await call.err.write(`${call.t(apply ? "write.applied" : "write.previewed")}\n`);
}
