import { writeFile } from "node:fs/promises";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Call } from "./command.js";
import { reportMisuse } from "./report.js";

/** Writes what the server gave to a file and says so by the sentence `saved`, or why it cannot. */
export async function saveFile(
  call: Call,
  file: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  saved: TextKey,
): Promise<ExitCode> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reportMisuse(call, "fail.write", { file, reason });
    return exitCodes.failed;
  }
  if (!call.options.has("quiet")) await call.err.write(`${call.t(saved, { file })}\n`);
  return exitCodes.answer;
}
