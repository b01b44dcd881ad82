// What a person enters about an establishment, before it is written: codes folded, licences told apart, the place known
// and within reach, the map point whole.
import {
  type EstablishmentFacts,
  foldCode,
  isKnownPlace,
  type Licence,
  ok,
  type Problem,
  parseCreditCode,
  parseLicenceNumber,
  problem,
  type Result,
  refuse,
  refuseAll,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { findUngivable } from "./attention.service.js";
import { findByLicence } from "./find-alike.repo.js";

/** A code as it is kept; one that cannot be a code is a reason, a doubtful one is the editor's decision. */
function readCode(
  text: string | null | undefined,
  parse: typeof parseCreditCode,
  problems: Problem[],
): string | null | undefined {
  if (text === null || text === undefined) return text;
  const reading = parse({ input: text });
  if (reading.status === "refused") problems.push(...reading.problems);
  return reading.value ?? foldCode(text).value;
}

const isFoodLicence = ({ kind }: Licence): boolean => kind === "production" || kind === "operation";

/** Facts as they came in; what is undefined was not given. */
type GivenFacts = { readonly [F in keyof EstablishmentFacts]?: EstablishmentFacts[F] | undefined };

/** The facts with codes folded. */
export function checkCodes(changes: GivenFacts): Result<GivenFacts> {
  const problems: Problem[] = [];
  const creditCode = readCode(changes.creditCode, parseCreditCode, problems);
  const licenceNumber = readCode(changes.licenceNumber, parseLicenceNumber, problems);
  const furtherLicences = changes.furtherLicences?.map((licence) =>
    isFoodLicence(licence)
      ? { ...licence, number: readCode(licence.number, parseLicenceNumber, problems) ?? licence.number }
      : licence,
  );
  if (problems.length > 0) return refuseAll(problems);
  return ok({
    ...changes,
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(licenceNumber === undefined ? {} : { licenceNumber }),
    ...(furtherLicences === undefined ? {} : { furtherLicences }),
  });
}

/** What cannot stand together in one establishment, whatever else is registered. */
function findContradiction(facts: EstablishmentFacts): Problem | undefined {
  const numbers = [facts.licenceNumber, ...facts.furtherLicences.map(({ number }) => number)];
  const twice = numbers.find((number, at) => number !== null && numbers.indexOf(number) !== at);
  if (twice !== undefined) return problem("registry/licence-twice", { number: twice ?? "" });
  const point = [facts.latitude, facts.longitude, facts.coordinates];
  const given = point.filter((part) => part !== null).length;
  return given === 0 || given === 3 ? undefined : problem("registry/point-incomplete");
}

/** Whether the facts may take the place of those before (null: a new establishment). */
export async function checkFacts(
  call: Call,
  {
    tree,
    before,
    after,
    id,
  }: {
    readonly tree: TerritoryTree;
    readonly before: EstablishmentFacts | null;
    readonly after: EstablishmentFacts;
    readonly id: string | null;
  },
): Promise<Result<true>> {
  const contradiction = findContradiction(after);
  if (contradiction !== undefined) return refuseAll([contradiction]);
  const ungivable = await findUngivable(call, after.attention, before?.attention ?? []);
  if (ungivable.length > 0) return refuseAll(ungivable);
  const { place, licenceNumber } = after;
  if (before === null || place !== before.place) {
    if (place !== null && !isKnownPlace({ tree, code: place }))
      return refuse("territory/place-code-unknown", { text: place });
    const mayActAt = await createPlaceCheck(call, tree);
    // Without a place it would be the establishment itself that they no longer find.
    if (!mayActAt(place)) return refuse("request/not-found", { id: place ?? id ?? "" });
  }
  if (licenceNumber !== null && licenceNumber !== before?.licenceNumber) {
    const holder = await findByLicence(call.db, licenceNumber, id);
    if (holder !== undefined)
      return refuse("registry/licence-taken", { number: licenceNumber, name: holder.name });
  }
  return ok(true);
}
