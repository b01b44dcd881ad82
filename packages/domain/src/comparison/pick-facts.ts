// Of their facts only those that a person takes over: all of them, or the fields named. The name always stays readable.
// Source: ours; issue "Third", "take theirs" field by field.
import type { RowFacts } from "../registry/row-facts.js";

/**
 * Their facts with every field left out that is not among `fields`; all of them where no fields are named. A name that is
 * not taken becomes ours.
 *
 * @example
 * pickFacts({ facts: { name: "他店", address: "槐荫路1号" }, fields: ["address"], name: "我店" }); // => { name: "我店", address: "槐荫路1号" }
 */
export function pickFacts({
  facts,
  fields,
  name,
}: {
  readonly facts: RowFacts;
  readonly fields: readonly string[] | undefined;
  /** The name as we have it. */
  readonly name: string;
}): RowFacts {
  if (fields === undefined) return facts;
  // A place and how it was written belong together.
  const taken = new Set(fields.flatMap((field) => (field === "place" ? ["place", "placeText"] : [field])));
  const picked = Object.fromEntries(Object.entries(facts).filter(([field]) => taken.has(field)));
  return { ...picked, name: taken.has("name") ? facts.name : name } as RowFacts;
}
