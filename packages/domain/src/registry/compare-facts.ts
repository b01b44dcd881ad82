// Decides what stands side by side when a person has to say whether two are the same: every fact that one of them has, and
// whether it differs by more than a way of writing.
// Source: ours; issue "Third", held rows and duplicate candidates side by side.
import { type Fact, factFields, isSameFact, toFactText } from "./diff-facts.js";

/** One fact of all sides; the first side is the one the others are compared with. */
export type ComparedField = {
  readonly field: string;
  readonly values: readonly (string | null)[];
  /** Of each side after the first: whether it differs from the first. */
  readonly differs: readonly boolean[];
};

/** Facts by their names; absent and undefined are not known. */
export type ComparedSide = { readonly [field: string]: unknown };

const toFact = (value: unknown): Fact => (value === undefined ? null : (value as Fact));

/**
 * The facts of which at least one side has something, in the register's order. With `blankDiffers` a fact that only one
 * of two has counts as different; without, a side that says nothing agrees with everything, as a blank cell does.
 *
 * @example
 * compareFacts({ sides: [{ name: "面馆", size: "micro" }, { name: "面 馆", size: "small" }], blankDiffers: false });
 * // => [{ field: "name", values: ["面馆", "面 馆"], differs: [false] }, { field: "size", values: ["micro", "small"], differs: [true] }]
 */
export function compareFacts({
  sides,
  blankDiffers,
}: {
  readonly sides: readonly ComparedSide[];
  readonly blankDiffers: boolean;
}): readonly ComparedField[] {
  const [first, ...others] = sides;
  if (first === undefined) return [];
  return factFields.flatMap((field): ComparedField[] => {
    const facts = sides.map((side) => toFact(side[field]));
    const values = facts.map(toFactText);
    if (values.every((value) => value === null)) return [];
    const differs = others.map((_, at): boolean => {
      const [mine, other] = [facts[0] ?? null, facts[at + 1] ?? null];
      if (values[0] === null || values[at + 1] === null) return blankDiffers && values[0] !== values[at + 1];
      return !isSameFact(field, mine, other);
    });
    return [{ field, values, differs }];
  });
}
