// Decides whether unknown data is a rubric edition that can be scored, for whoever loads one: with every reason why not.
// Source: rules §6 "Shape", "Methods and their measurements" (certain).
import type * as z from "zod";
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import { type RubricProblemCode, rubricProblemCodes } from "./rubric.problem.js";
import { listRepeatedIds, Rubric } from "./rubric.schema.js";

type RubricProblem = Problem<RubricProblemCode>;

/** Where something stands in a file, as people write it: `sections[0].items[2].points`; the whole is `$`. */
export const toPathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "") || "$";

const isProblemCode = (code: unknown): code is RubricProblemCode =>
  typeof code === "string" && (rubricProblemCodes as readonly string[]).includes(code);

const toText = (value: unknown): string | number => (typeof value === "number" ? value : String(value));

/** The name of what was asked for: a type, or the values that are allowed. */
function toExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.map(String).join(" | ");
  if (issue.code === "too_small") return "text";
  return issue.message;
}

function toProblems(issue: z.core.$ZodIssue): readonly RubricProblem[] {
  const path = toPathText(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => problem("rubric/unknown-key", { path, key }));
  if (issue.code === "custom" && isProblemCode(issue.params?.code)) {
    const { code, params } = issue.params;
    const named = Object.entries((params ?? {}) as { readonly [name: string]: unknown });
    return [
      problem(code, { path, ...Object.fromEntries(named.map(([name, value]) => [name, toText(value)])) }),
    ];
  }
  return [problem("rubric/shape", { path, expected: toExpected(issue) })];
}

/**
 * The rubric edition in `value`, or every reason found why it is refused, each with the `path` where it stands. Absent
 * arrays come back empty; points stay decimal numbers. Checks across fields of one item are made once that item's own
 * fields are right. Not checked: whether a section's `points` is the sum of its items.
 *
 * @example
 * parseRubric({ id: "r" }).ok; // => false
 */
export function parseRubric(value: unknown): Result<Rubric, RubricProblem> {
  const parsed = Rubric.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.flatMap(toProblems);
  const known = new Set(problems.map(({ code, params }) => `${code} ${params.path}`));
  // The schema looks for repeated ids only in a rubric that is otherwise right; a person mends faster with all reasons.
  const repeated = listRepeatedIds(value).map(({ code, path, id }) =>
    problem(code, { path: toPathText(path), id }),
  );
  return refuseAll([
    ...problems,
    ...repeated.filter(({ code, params }) => !known.has(`${code} ${params.path}`)),
  ]);
}
