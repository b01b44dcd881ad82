// How a command says that it cannot: one sentence on stderr for people, one JSON object a line for programs. Nothing of
// it ever reaches stdout.
import type { Problem, ProblemParams } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { isClientFailure, toSentence } from "../text/to-sentence.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Call } from "./command.js";

const asLine = (call: Call, code: string, params: ProblemParams, message: string): string =>
  call.format === "json" || call.format === "ndjson"
    ? `${JSON.stringify({ error: { code, params, message } })}\n`
    : `${message}\n`;

/** Says each problem and ends with the code: by default 1 when the server failed, else 2. */
export function reportProblems(call: Call, problems: readonly Problem[], exit?: ExitCode): ExitCode {
  for (const problem of problems)
    void call.err.write(asLine(call, problem.code, problem.params, toSentence(problem, call.t, call.locale)));
  const failed = problems.some(isClientFailure);
  return failed ? exitCodes.failed : (exit ?? exitCodes.misuse);
}

/** Says one sentence of the program itself about wrong use or a file that cannot be used. */
export function reportMisuse(call: Call, key: TextKey, params: ProblemParams = {}): ExitCode {
  void call.err.write(asLine(call, key, params, call.t(key, params)));
  return exitCodes.misuse;
}
