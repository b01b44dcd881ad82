import { toProblems } from "../client/index.js";

/** Codes of the problems for which a request is refused; none where it is answered. */
export const codesOf = (asked: Promise<unknown>): Promise<string[]> =>
  asked.then(
    () => [],
    (error: unknown) => toProblems(error).map(({ code }) => code),
  );
