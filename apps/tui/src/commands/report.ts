// How a command says that it cannot: one sentence on stderr for people, one JSON object a line for programs. Nothing of
// it ever reaches stdout.
import type { Problem, ProblemParams } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { isClientFailure, isUnreached, toSentence } from "../text/to-sentence.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Call } from "./command.js";

const asLine = (call: Call, code: string, params: ProblemParams, message: string): string =>
  call.format === "json" || call.format === "ndjson"
    ? `${JSON.stringify({ error: { code, params, message } })}\n`
    : `${message}\n`;

const ourFaults: readonly string[] = ["request/internal", "request/storage-full"];

function toExit(problems: readonly Problem[], exit: ExitCode): ExitCode {
  // A server whose database is away answered nothing either; the same command may be tried again.
  if (problems.some((problem) => isUnreached(problem) || problem.code === "request/unavailable"))
    return exitCodes.unreachable;
  if (problems.some(({ code }) => code.startsWith("access/"))) return exitCodes.notAllowed;
  if (problems.some((problem) => isClientFailure(problem) || ourFaults.includes(problem.code)))
    return exitCodes.failed;
  return problems.some(({ code }) => code === "request/stale") ? exitCodes.stale : exit;
}

/** Says each problem and ends with its exit code; `exit` is the one of a plain no, wrong use unless told otherwise. */
export function reportProblems(
  call: Call,
  problems: readonly Problem[],
  exit: ExitCode = exitCodes.misuse,
): ExitCode {
  for (const problem of problems)
    void call.err.write(asLine(call, problem.code, problem.params, toSentence(problem, call.t, call.locale)));
  return toExit(problems, exit);
}

/** Says one sentence of the program itself about wrong use or a file that cannot be used. */
export function reportMisuse(call: Call, key: TextKey, params: ProblemParams = {}): ExitCode {
  void call.err.write(asLine(call, key, params, call.t(key, params)));
  return exitCodes.misuse;
}
