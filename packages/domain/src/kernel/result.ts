/**
 * An expected refusal is a value, not an exception: every rule that can say no returns a `Result`.
 *
 * @example
 * const half = (n: number): Result<number, Problem> =>
 *   n % 2 === 0 ? ok(n / 2) : refuse("example/odd", { n });
 * half(4); // => { ok: true, value: 2 }
 * half(3); // => { ok: false, problems: [{ code: "example/odd", params: { n: 3 } }] }
 */
export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] };

/** What a sentence about a problem may name: always JSON-safe, never markup, never a secret. */
export type ProblemParams = { readonly [name: string]: string | number };

/**
 * One reason why something was refused, held or noticed. `code` belongs to a closed union (see `ProblemCode`);
 * the sentence is rendered at the edge, in the reader's language, from the text catalogue.
 */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly params: ProblemParams;
};

/** The accepted side of a `Result`. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** One problem as a value. */
export const problem = <Code extends string>(code: Code, params: ProblemParams = {}): Problem<Code> => ({
  code,
  params,
});

/** The refused side of a `Result` with one reason. */
export const refuse = <Code extends string>(
  code: Code,
  params: ProblemParams = {},
): { readonly ok: false; readonly problems: readonly Problem<Code>[] } => ({
  ok: false,
  problems: [problem(code, params)],
});

/** The refused side of a `Result` with every reason found. */
export const refuseAll = <P extends Problem>(
  problems: readonly P[],
): { readonly ok: false; readonly problems: readonly P[] } => ({ ok: false, problems });
