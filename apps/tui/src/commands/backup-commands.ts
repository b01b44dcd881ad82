// `shian backup`: the backups on the server. Restoring is done at the server's own machine, with the server stopped.
import { setTimeout as wait } from "node:timers/promises";
import type { OperationOutput } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import type { Call } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { reportProblems } from "./report.js";

type Job = OperationOutput<"job.get">;

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2000;
const over: readonly string[] = ["done", "failed", "cancelled"] satisfies readonly Job["state"][];

/** `shian backup list`: the backups in the server's folder, newest first. */
export async function listBackups(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const answer = await server.ask("backup.list", {});
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { rows } = answer.value;
  const table = formatTable(
    [
      { title: t("backup.name") },
      { title: t("backup.bytes"), align: "right" },
      { title: t("backup.version") },
      { title: t("backup.encrypted") },
    ],
    rows.map(({ name, bytes, version, encrypted }) => [
      name,
      String(bytes),
      version,
      t(encrypted ? "backup.yes" : "backup.no"),
    ]),
  );
  return printAnswer(call, answer.value, table);
}

/** `shian backup create`: asks the server for a backup and waits until it is made. */
export async function createBackup(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const encrypted = call.options.has("encrypted");
  const begun = await server.ask("backup.create", { txId: createTxId(), encrypted });
  if (!begun.ok) return reportProblems(call, begun.problems, exitCodes.refused);
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    const job = await server.ask("job.get", { id: begun.value.jobId });
    if (!job.ok) return reportProblems(call, job.problems, exitCodes.refused);
    const { state, problem, result } = job.value;
    if (problem !== null && over.includes(state)) return reportProblems(call, [problem], exitCodes.refused);
    if (over.includes(state)) {
      const name =
        typeof result === "object" && result !== null && "name" in result ? String(result.name) : "";
      return printAnswer(call, result, `${name}\n`);
    }
    await wait(pause);
  }
}

/** `shian backup check NAME`: the server reads the whole backup and says what it holds. */
export async function checkBackup(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const answer = await server.ask("backup.check", { name: call.args[0] ?? "" });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { rows, tables, files, createdAt, version } = answer.value;
  const whole = call.t("backup.whole", { rows, tables, files, createdAt, version });
  return printAnswer(call, answer.value, `${whole}\n`);
}

/** `shian backup remove NAME`: takes a backup off the server for ever. */
export async function removeBackup(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const name = call.args[0] ?? "";
  const answer = await server.ask("backup.remove", { txId: createTxId(), name });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${call.t("backup.removed", { name })}\n`);
}
