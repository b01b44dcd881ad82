// What a person would be able to do on a day: every operation with its reason and reach, menus, territories by name.
// Decided by the same `can()` that guards every request; no row of any business is read.
import {
  can,
  type Decision,
  type Grant,
  menuAreas,
  noReach,
  type Operation,
  type OperationArguments,
  ok,
  operations,
  type Result,
  type RightsPreview,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { getTree } from "../territory/territory.service.js";
import { findAsker, listOfficialsOf, listStandInsBy } from "./find-grants.repo.js";
import { findPerson } from "./people.repo.js";
import { getPlaces } from "./people.views.js";

type Previewed = RightsPreview["operations"][number];

const toReach = ({ reach }: Extract<Decision, { allowed: true }>): NonNullable<Previewed["reach"]> => ({
  territories: [...reach.territories],
  officials: reach.officials.length,
  standIns: reach.standIns.length,
  establishments: reach.establishments.length,
  unplaced: reach.unplaced,
});

const toPreviewed = (id: string, { kind, territory }: Operation, decision: Decision): Previewed =>
  decision.allowed
    ? {
        id,
        kind,
        allowed: true,
        roles: [...decision.roles],
        reason: null,
        reach: territory === "none" ? null : toReach(decision),
      }
    : { id, kind, allowed: false, roles: [], reason: decision.problem, reach: null };

/** The grants that the question is about: those of the person, if one is named, and the drafts besides. */
async function findGrants(
  call: Call,
  { person, drafts }: OperationArguments<"grant.preview">,
  on: Grant["from"],
): Promise<readonly Grant[]> {
  const held = person === undefined ? [] : (await findAsker(call.db, person)).grants;
  const drafted = drafts.map((draft, index) => ({
    id: `draft-${index}`,
    person: person ?? "",
    ...draft,
    from: on,
    to: null,
  }));
  return [...held, ...drafted];
}

export async function previewRights(
  call: Call,
  input: OperationArguments<"grant.preview">,
): Promise<Result<RightsPreview>> {
  const { person, on = call.today } = input;
  const known = person === undefined ? undefined : await findPerson(call.db, person);
  if (person !== undefined && known === undefined) return refuse("request/not-found", { id: person });
  const { office, nameOf } = await getPlaces(call);
  const tree = await getTree(call, on);
  // A disabled account opens nothing, whatever it was granted.
  const grants = known?.state === "disabled" ? [] : await findGrants(call, input, on);
  const asker = { grants, standIns: await listStandInsBy(call.db, listOfficialsOf(grants)) };
  const decide = ({ may, territory }: Operation): Decision =>
    can({ asker, permission: { may, territory }, on, tree, officeTerritory: office });
  const previewed = Object.entries<Operation>(operations).map(([id, operation]) =>
    toPreviewed(id, operation, decide(operation)),
  );
  const allowed = new Set(previewed.flatMap(({ id, allowed: isAllowed }) => (isAllowed ? [id] : [])));
  const whole = can({
    asker,
    permission: { may: "everyone", territory: "rows" },
    on,
    tree,
    officeTerritory: office,
  });
  const { territories } = whole.allowed ? whole.reach : noReach;
  return ok({
    on,
    operations: previewed,
    menus: Object.entries(menuAreas).map(([area, operation]) => ({ area, shown: allowed.has(operation) })),
    territories: territories.map((code) => ({ code, name: nameOf(code) ?? code })),
  });
}
