import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { Call } from "./command.js";

/** Prints an answer as one JSON document for programs, as text for people. */
export async function printAnswer(call: Call, value: unknown, text: string): Promise<ExitCode> {
  await call.out.write(call.format === "json" ? `${JSON.stringify(value)}\n` : text);
  return exitCodes.answer;
}
