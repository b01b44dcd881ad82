import { type Locale, type Problem, renderProblem } from "@shian/domain";
import type { Translate } from "./create-translator.js";
import type { TextKey } from "./zh-cn.js";

/** Codes of what can go wrong between this program and the server; all others are the server's and the domain's. */
export const clientCodes = {
  unreachable: "client/unreachable",
  timeout: "client/timeout",
  notShian: "client/not-shian",
  serverFailed: "client/server-failed",
} as const;

const clientTexts: Readonly<Record<string, TextKey>> = {
  [clientCodes.unreachable]: "fail.unreachable",
  [clientCodes.timeout]: "fail.timeout",
  [clientCodes.notShian]: "fail.notShian",
  [clientCodes.serverFailed]: "fail.server",
};

/** Whether no server of ours was reached, or none in time. */
export const isUnreached = ({ code }: Problem): boolean =>
  code === clientCodes.unreachable || code === clientCodes.timeout || code === clientCodes.notShian;

/** Whether the problem lies between this program and the server, so that the question itself was not answered. */
export const isClientFailure = (problem: Problem): boolean => problem.code in clientTexts;

/** The sentence of a problem in the language, also of the client's own failures. */
export function toSentence(problem: Problem, t: Translate, locale: Locale): string {
  const key = clientTexts[problem.code];
  return key ? t(key, problem.params) : renderProblem(problem, locale);
}
