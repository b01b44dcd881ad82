// How a command says that it cannot: one sentence on stderr for people, one JSON object a line for programs. Nothing of
// it ever reaches stdout.
import { type Problem, type ProblemParams, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Call } from "./command.js";

/** Codes of the client's own failures; every other code is the server's or the domain's. */
export const unreachableCode = "client/unreachable";
export const timeoutCode = "client/timeout";
export const notShianCode = "client/not-shian";
export const serverFailedCode = "client/server-failed";

const clientTexts: Readonly<Record<string, TextKey>> = {
  [unreachableCode]: "fail.unreachable",
  [timeoutCode]: "fail.timeout",
  [notShianCode]: "fail.notShian",
  [serverFailedCode]: "fail.server",
};

/** The sentence of a problem in the call's language, also of the client's own failures. */
export function toSentence(call: Pick<Call, "t" | "locale">, problem: Problem): string {
  const key = clientTexts[problem.code];
  return key ? call.t(key, problem.params) : renderProblem(problem, call.locale);
}

const asLine = (call: Call, code: string, params: ProblemParams, message: string): string =>
  call.format === "json" || call.format === "ndjson"
    ? `${JSON.stringify({ error: { code, params, message } })}\n`
    : `${message}\n`;

/** Says each problem and ends with the code: by default 1 when the server failed, else 2. */
export function reportProblems(call: Call, problems: readonly Problem[], exit?: ExitCode): ExitCode {
  for (const problem of problems)
    void call.err.write(asLine(call, problem.code, problem.params, toSentence(call, problem)));
  const failed = problems.some((problem) => problem.code in clientTexts);
  return failed ? exitCodes.failed : (exit ?? exitCodes.misuse);
}

/** Says one sentence of the program itself about wrong use or a file that cannot be used. */
export function reportMisuse(call: Call, key: TextKey, params: ProblemParams = {}): ExitCode {
  void call.err.write(asLine(call, key, params, call.t(key, params)));
  return exitCodes.misuse;
}
