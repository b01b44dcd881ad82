// What happened to one object, for those who reach it.
import {
  findLookReading,
  isInJurisdiction,
  label,
  looks,
  type ObjectChange,
  operations,
  type Reach,
  reachesEstablishment,
} from "@shian/domain";
import { type Call, createCall } from "../../deps.js";
import { findPresentStanding } from "../people/present-standing.service.js";
import type { Picture } from "../picture/picture.js";
import { listChangesOfObject } from "./audit.repo.js";
import type { ChangedField } from "./audit.table.js";

/** Changes of one object that a page shows at most. */
const MOST_SHOWN = 200;

/** An object that has a history of its own. */
type Kept = { readonly kind: "establishment" | "official"; readonly id: string };

function isReached(
  { tree, byId, officials, establishments }: Picture,
  reach: Reach,
  { kind, id }: Kept,
): boolean {
  const holds = ({ facts, official }: (typeof establishments)[number]) =>
    reachesEstablishment({
      reach,
      tree,
      establishment: { id: facts.id, place: facts.place, official: official?.id ?? null },
    });
  if (kind === "establishment") {
    const one = byId.get(id);
    return one !== undefined && holds(one);
  }
  const jurisdictions = officials.get(id)?.jurisdictions ?? [];
  return (
    jurisdictions.some((code) => isInJurisdiction({ tree, jurisdiction: reach.territories, code })) ||
    establishments.some((one) => one.official?.id === id && holds(one))
  );
}

/** Whether who asks is told who looked at the object. */
async function isToldOfLooks(call: Call, picture: Picture, object: Kept): Promise<boolean> {
  const told = findLookReading(call.roles);
  if (told !== "some" || call.actor === undefined) return told === "all";
  // The call's reach is that of all their roles together; a business's own establishment is not the office's.
  const own = createCall(call.deps, call.deps.database.db, call.locale);
  const standing = await findPresentStanding(own, call.actor.personId, operations["registry.unmask"]);
  return standing.ok && isReached(picture, standing.value.reach, object);
}

/** Officials by their names: an id says nothing to people, and that of somebody out of reach is not theirs to read. */
function showField(call: Call, { officials }: Picture, { field, before, after }: ChangedField): ChangedField {
  if (field !== "official") return { field, before, after };
  const show = (id: string | null) =>
    id === null ? null : (officials.get(id)?.name ?? label("official/another", call.locale));
  return { field, before: show(before), after: show(after) };
}

/**
 * The changes of an object that the picture holds, the latest first. Row-level security leaves those of objects that the
 * call reaches; who only looked at it is told to those who may look.
 */
export async function listHistoryOf(call: Call, picture: Picture, object: Kept): Promise<ObjectChange[]> {
  const rows = await listChangesOfObject(call.db, {
    objectKind: object.kind,
    objectId: object.id,
    without: (await isToldOfLooks(call, picture, object)) ? [] : looks,
    limit: MOST_SHOWN,
  });
  return rows.map(({ at, name, what, fields }) => ({
    at,
    who: name,
    what,
    fields: fields.map((field) => showField(call, picture, field)),
  }));
}
