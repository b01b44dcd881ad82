// How rows of officials merge into the directory: an official is the same when name and unit agree after folding.
// Two rows of one file for one person are held, so is a row that fits several people of the directory.
// Source: issue "First"; identity is ours, since lists of officials carry no number (recorded in the guide).
import { foldCode } from "../kernel/fold-code.js";
import { type Problem, problem } from "../kernel/result.js";
import type { OfficialProblemCode } from "./official.problem.js";
import type { Official } from "./official.schema.js";
import type { OfficialFacts, OfficialPhones } from "./parse-official-row.js";

/** A row that could be read, with its number in the file and the fields whose cells were not blank. */
export type ReadOfficialRow = {
  readonly row: number;
  readonly facts: OfficialFacts;
  readonly given: ReadonlySet<string>;
};

/** What becomes of a row. */
export type OfficialOutcome = {
  readonly row: number;
  readonly outcome: "created" | "updated" | "unchanged" | "held";
  readonly official: OfficialFacts & { readonly id: string | null };
  readonly changes: readonly (keyof OfficialFacts)[];
  readonly problem: Problem<OfficialProblemCode> | null;
};

const toKey = (official: { readonly name: string; readonly unit: string }): string =>
  `${foldCode(official.name).value}/${foldCode(official.unit).value}`;

const differs = (a: OfficialFacts, b: OfficialFacts, field: keyof OfficialFacts): boolean =>
  JSON.stringify(a[field]) !== JSON.stringify(b[field]);

const comparedFields = [
  "post",
  "level",
  "jurisdictions",
  "capacity",
  "homeGrid",
  "officePhone",
  "mobile",
  "from",
  "to",
] as const;
const postFields = ["post", "level", "jurisdictions"] as const;
const noPhones: OfficialPhones = { officePhone: null, mobile: null };

/**
 * The outcome of every row, in the order of the file; they sum to the rows. `given` names the fields that the row fills
 * in: an absent column or a blank cell changes nothing.
 *
 * @example
 * const facts = { name: "岑晚舟", unit: "澜心社区", post: "", level: "village", jurisdictions: ["990106001003"], capacity: null, homeGrid: null, officePhone: null, mobile: null, from: "2026-01-01", to: null };
 * mergeOfficials({ rows: [{ row: 2, facts, given: new Set(["name"]) }], officials: [{ id: "o1", ...facts }] })[0].outcome; // => "unchanged"
 */
export function mergeOfficials(input: {
  readonly rows: readonly ReadOfficialRow[];
  readonly officials: readonly Official[];
  /** The numbers kept of an official; asked only of those whom a row means. */
  readonly findPhones?: (id: string) => OfficialPhones;
}): readonly OfficialOutcome[] {
  const known = new Map<string, Official[]>();
  for (const official of input.officials) {
    const people = known.get(toKey(official));
    if (people === undefined) known.set(toKey(official), [official]);
    else people.push(official);
  }
  const inFile = new Map<string, number>();
  for (const { facts } of input.rows) inFile.set(toKey(facts), (inFile.get(toKey(facts)) ?? 0) + 1);

  return input.rows.map(({ row, facts, given }): OfficialOutcome => {
    const held = (reason: Problem<OfficialProblemCode>): OfficialOutcome => ({
      row,
      outcome: "held",
      official: { id: null, ...facts },
      changes: [],
      problem: reason,
    });
    const key = toKey(facts);
    if ((inFile.get(key) ?? 0) > 1) return held(problem("official/twice-in-file"));
    const [found, ...others] = known.get(key) ?? [];
    if (others.length > 0) return held(problem("official/fits-several", { count: others.length + 1 }));
    if (found === undefined)
      return { row, outcome: "created", official: { id: null, ...facts }, changes: [], problem: null };
    const same = { ...found, ...(input.findPhones?.(found.id) ?? noPhones) };
    const differing = comparedFields.filter((field) => given.has(field) && differs(facts, same, field));
    // Another post, level or jurisdiction without a day begins on the day that the row begins by default.
    const isMoved = postFields.some((field) => differing.includes(field)) && !given.has("from");
    const changes = isMoved ? [...differing, "from" as const] : differing;
    const merged = { ...same, ...Object.fromEntries(changes.map((field) => [field, facts[field]])) };
    const outcome = changes.length === 0 ? "unchanged" : "updated";
    return { row, outcome, official: merged, changes, problem: null };
  });
}
