// Facts of an establishment in two times: what a change from a day on makes of the versions that stand. What was not
// known before was always so; what was known otherwise holds from the day; a correction holds for all the time.
// Source: rules §1 "Two times"; §4 (place and grade are those of the reference day).
import type { PlainDate } from "../kernel/plain-date.js";
import type { EstablishmentFacts } from "./establishment.schema.js";

/** Facts from a day to a day; `from` null is always, `to` the first day no longer, null while open. */
export type FactsVersion<F extends object = EstablishmentFacts> = {
  readonly facts: F;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};

const isUnknown = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The versions that stand after the change, first to last, without gaps between those given and equal neighbours as
 * one.
 *
 * A field that the last version does not know is filled into every version that does not know it; any other holds from
 * the day `from`, in later versions too; with `from` null it holds in all of them. Nothing to change leaves the versions
 * as they are. The versions given must follow one another, the last one open.
 *
 * @example
 * reviseFacts({
 *   standing: [{ facts: { name: "甲" }, from: null, to: null }],
 *   changes: { name: "乙" },
 *   from: "2026-11-01",
 * }).map(({ facts, from }) => [facts.name, from]); // => [["甲", null], ["乙", "2026-11-01"]]
 */
export function reviseFacts<F extends object>(input: {
  readonly standing: readonly FactsVersion<F>[];
  readonly changes: Partial<F>;
  readonly from: PlainDate | null;
}): readonly FactsVersion<F>[] {
  const { standing, changes, from } = input;
  const last = standing.at(-1);
  if (last === undefined) return standing;
  const fields = Object.keys(changes) as (keyof F)[];
  const filled = fields.filter((field) => isUnknown(last.facts[field]));
  const dated = fields.filter((field) => !filled.includes(field));
  const withFilled = (facts: F): F => {
    const missing = filled.filter((field) => isUnknown(facts[field]));
    return missing.length === 0 ? facts : { ...facts, ...pick(changes, missing) };
  };
  const withAll = (facts: F): F => ({ ...withFilled(facts), ...pick(changes, dated) });
  const versions = standing.flatMap((version): FactsVersion<F>[] => {
    const { facts } = version;
    if (from === null || (version.from !== null && version.from >= from))
      return [{ ...version, facts: withAll(facts) }];
    if (version.to !== null && version.to <= from) return [{ ...version, facts: withFilled(facts) }];
    return [
      { ...version, facts: withFilled(facts), to: from },
      { ...version, facts: withAll(facts), from },
    ];
  });
  return versions.reduce<FactsVersion<F>[]>((joined, version) => {
    const before = joined.at(-1);
    if (before !== undefined && isSame(before.facts, version.facts))
      joined[joined.length - 1] = { ...before, to: version.to };
    else joined.push(version);
    return joined;
  }, []);
}

const pick = <F extends object>(changes: Partial<F>, fields: readonly (keyof F)[]): Partial<F> =>
  Object.fromEntries(fields.map((field) => [field, changes[field]])) as Partial<F>;
