// What differs between two versions of a grading scheme, for whoever must approve the newer. Source: rules §2 (the order
// of rules decides, so a moved rule is a change like any other).
import type { GradingRule, GradingScheme } from "./grading-scheme.schema.js";

/** One rule that differs; `moved` alone means that only its place in the order is another. */
export type SchemeChange = {
  readonly rule: string;
  readonly what: "added" | "removed" | "changed" | "moved";
  readonly before: GradingRule | null;
  readonly after: GradingRule | null;
};

/**
 * The rules that differ, by their ids: those of the newer version in its order, then those that are gone. A rule counts
 * as moved when it is not among the longest run of rules that kept their order; one that changed and moved is told as
 * changed.
 *
 * @example
 * compareSchemes({ before: demonstrationScheme, after: demonstrationScheme }); // => []
 */
export function compareSchemes({
  before,
  after,
}: {
  readonly before: GradingScheme;
  readonly after: GradingScheme;
}): readonly SchemeChange[] {
  const old = new Map(before.rules.map((rule, index) => [rule.id, { rule, index }]));
  const present = new Set(after.rules.map(({ id }) => id));
  const kept = findKeptOrder(after.rules.flatMap(({ id }) => old.get(id)?.index ?? []));
  const changes: SchemeChange[] = [];
  for (const rule of after.rules) {
    const was = old.get(rule.id);
    if (was === undefined) changes.push({ rule: rule.id, what: "added", before: null, after: rule });
    else if (!isAlike(was.rule, rule))
      changes.push({ rule: rule.id, what: "changed", before: was.rule, after: rule });
    else if (!kept.has(was.index))
      changes.push({ rule: rule.id, what: "moved", before: was.rule, after: rule });
  }
  for (const rule of before.rules)
    if (!present.has(rule.id)) changes.push({ rule: rule.id, what: "removed", before: rule, after: null });
  return changes;
}

const isAlike = (a: GradingRule, b: GradingRule): boolean => toComparable(a) === toComparable(b);

/** The rule as text in which neither the order of fields nor that within a list of alternatives counts. */
const toComparable = ({ grade, title, when }: GradingRule): string =>
  JSON.stringify([
    grade,
    title["zh-CN"],
    title.en,
    [...(when.forms ?? [])].sort(),
    [...(when.sizes ?? [])].sort(),
    [...(when.attention ?? [])].sort(),
    when.dinersFrom ?? null,
    when.dinersBelow ?? null,
  ]);

/** Members of a longest increasing run of the numbers, which are all different. */
function findKeptOrder(numbers: readonly number[]): ReadonlySet<number> {
  const longest: number[] = [];
  const from: number[] = [];
  numbers.forEach((number, at) => {
    longest[at] = 1;
    from[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1)
      if ((numbers[earlier] ?? 0) < number && (longest[earlier] ?? 0) + 1 > (longest[at] ?? 0)) {
        longest[at] = (longest[earlier] ?? 0) + 1;
        from[at] = earlier;
      }
  });
  const kept = new Set<number>();
  let at = longest.reduce((best, length, index) => (length > (longest[best] ?? 0) ? index : best), 0);
  while (numbers.length > 0 && at >= 0) {
    kept.add(numbers[at] ?? 0);
    at = from[at] ?? -1;
  }
  return kept;
}
