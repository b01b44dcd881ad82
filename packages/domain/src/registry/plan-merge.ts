// Decides what two establishments that are one become: the surviving one with the facts chosen field by field. Nothing is
// thrown away: the absorbed one keeps its own facts and history and leads to the surviving one.
// Source: ours; issue "Third": merge keeping both histories.
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import { type Fact, type FieldChange, factFields, isSameFact, toFactText } from "./diff-facts.js";
import type { DuplicateProblemCode } from "./duplicate.problem.js";
import { type Establishment, type EstablishmentFacts, mostOfficers } from "./establishment.schema.js";

/** The surviving establishment's facts after the merge, and what of them changes. */
export type MergePlan = {
  readonly facts: EstablishmentFacts;
  readonly changes: readonly FieldChange[];
  /** Facts taken from the absorbed one. */
  readonly taken: readonly string[];
};

/** Officers of both; those of the absorbed one come along, as far as there is room for them. */
const joinOfficers = (survivor: Establishment, absorbed: Establishment): readonly string[] =>
  [...new Set([...survivor.foodSafetyOfficers, ...absorbed.foodSafetyOfficers])].slice(0, mostOfficers);

const isBlank = (fact: Fact): boolean => toFactText(fact) === null;

/**
 * The plan of a merge. `take` names the facts that come from the absorbed establishment; of those not named the surviving
 * one's stay, and what it does not know comes from the absorbed one. Food safety officers of both stay, unless the absorbed one's alone
 * are chosen. Place and what the source wrote for it go together.
 * Refused: one with itself, one that was absorbed before, one that is not, fields that do not exist.
 *
 * @example
 * const one = { id: "a", name: "老槐树面馆", creditCode: null, licenceNumber: null, form: null, size: "micro", diners: null, attention: [], place: null, placeText: null, address: null, openedOn: null, licenceIssuedOn: null, licenceExpiresOn: null, personInCharge: null, foodSafetyDirector: null, foodSafetyOfficers: [], furtherLicences: [], state: "active", stateSince: "2026-01-01", version: 1 };
 * const other = { ...one, id: "b", name: "老槐树面馆（望澜店）", size: "small", address: "槐荫路12号" };
 * const plan = planMerge({ survivor: one, absorbed: other, take: ["name"], isAbsorbed: () => false });
 * plan.value.taken; // => ["name", "address"]
 * plan.value.facts.size; // => "micro"
 */
export function planMerge({
  survivor,
  absorbed,
  take,
  isAbsorbed,
}: {
  readonly survivor: Establishment;
  readonly absorbed: Establishment;
  readonly take: readonly string[];
  /** Whether an establishment was absorbed by another before. */
  readonly isAbsorbed: (id: string) => boolean;
}): Result<MergePlan, Problem<DuplicateProblemCode>> {
  const problems: Problem<DuplicateProblemCode>[] = [];
  if (survivor.id === absorbed.id) problems.push(problem("merge/same", { name: survivor.name }));
  for (const one of [survivor, absorbed])
    if (isAbsorbed(one.id)) problems.push(problem("merge/absorbed-before", { name: one.name }));
  const fields: ReadonlySet<string> = new Set(factFields);
  for (const field of take)
    if (!fields.has(field))
      problems.push(problem("merge/field-unknown", { field, fields: factFields.join(", ") }));
  if (problems.length > 0) return refuseAll(problems);
  const chosen = new Set(take);
  if (chosen.has("place") || chosen.has("placeText") || (survivor.place === null && absorbed.place !== null))
    for (const field of ["place", "placeText"]) chosen.add(field);
  const point = ["latitude", "longitude", "coordinates"];
  if (point.some((field) => chosen.has(field))) for (const field of point) chosen.add(field);
  const facts: Record<string, Fact> = {};
  const changes: FieldChange[] = [];
  const taken: string[] = [];
  for (const field of factFields) {
    const [own, other] = [survivor[field], absorbed[field]];
    const isTaken = (chosen.has(field) || isBlank(own)) && !isSameFact(field, own, other);
    facts[field] = isTaken ? other : own;
    if (!isTaken) continue;
    taken.push(field);
    changes.push({ field, before: toFactText(own), after: toFactText(other) });
  }
  const officers = joinOfficers(survivor, absorbed);
  if (!taken.includes("foodSafetyOfficers") && officers.length > survivor.foodSafetyOfficers.length) {
    facts.foodSafetyOfficers = [...officers];
    const [before, after] = [survivor.foodSafetyOfficers, officers].map(toFactText);
    changes.push({ field: "foodSafetyOfficers", before: before ?? null, after: after ?? null });
  }
  const own = survivor.furtherLicences;
  const added = absorbed.furtherLicences.filter(
    ({ number }) => number !== survivor.licenceNumber && own.every((licence) => licence.number !== number),
  );
  if (added.length > 0) {
    const after = added.map(({ number }) => number).join("、");
    changes.push({ field: "furtherLicences", before: null, after });
  }
  const { id: _id, state: _state, stateSince: _since, version: _version, ...known } = survivor;
  const furtherLicences = [...own, ...added];
  return ok({ facts: { ...known, ...facts, furtherLicences } as EstablishmentFacts, changes, taken });
}
