// The world that the access matrix asks about: an office of a city, six groups at six positions, twelve askers with
// their grants at one township, and a record in which something happened to everything.
import {
  createTerritoryTree,
  type Grant,
  grantableRoles,
  listShippedTerritories,
  type Role,
  type StandIn,
  type Territory,
  type TerritoryTree,
} from "@shian/domain";
import { demonstrationMeasurements, demonstrationRubric } from "@shian/domain/fixture-city";
import { createCall } from "../../deps.js";
import { saveEdition } from "../../features/evaluation/evaluation.service.js";
import { saveSetting } from "../../features/office/office-setting.service.js";
import { territorySetting } from "../../features/office/office-territory.service.js";
import { findAsker } from "../../features/people/find-grants.repo.js";
import { noteRegisterChange } from "../../features/picture/picture.service.js";
import { replaceOwnTerritories } from "../../features/territory/territory.service.js";
import type { Database } from "../../storage/database.js";
import { createTestApp } from "../create-test-app.js";
import { type Group, groups, ownPlace } from "./groups.js";
import { insertGroups } from "./insert-group.js";
import { insertTrainings } from "./insert-training.js";
import { since } from "./since.js";

/** What the office answers for: everything, so that no position is out of sight for another reason than the reach. */
export const officeTerritory = "CN";

/** Somebody who asks, and what they were granted. */
export type Asker = {
  readonly role: Role;
  readonly token: string | undefined;
  readonly grants: readonly Grant[];
  readonly standIns: readonly StandIn[];
};

export type World = {
  readonly groups: readonly Group[];
  readonly askers: readonly Asker[];
  /** An office person of the whole country, whose answers plant leaks. */
  readonly everything: Asker;
  readonly tree: TerritoryTree;
};

const place = (code: string, name: string, kind: Territory["kind"], parent: string): Territory => ({
  code,
  name,
  kind,
  parent,
  from: since,
});
const places = [
  place(ownPlace, "望澜街道", "township", "990106"),
  place("990106001003", "望渡社区", "village", ownPlace),
  place("990106002", "听潮街道", "township", "990106"),
];

const isUnplaced = (role: Role) => ["system", "security", "audit", "official", "business"].includes(role);

/** Makes the world in an empty database. */
export async function createWorld(database: Database): Promise<World> {
  const app = await createTestApp({ database });
  try {
    await database.transaction(async (db) => {
      const call = createCall(app.deps, db, "zh-CN");
      await saveSetting(db, territorySetting, officeTerritory, call.now);
      await replaceOwnTerritories(call, places);
      await saveEdition(call, { rubric: demonstrationRubric, measurements: demonstrationMeasurements });
      await insertTrainings(db, app.deps.keyring);
      await insertGroups(db, groups, app.deps.keyring, "all");
      await noteRegisterChange(call);
    });
    const [own] = groups;
    if (own === undefined) throw new Error("no group");
    const enter = async (role: Role, territory: string | null): Promise<Asker> => {
      if (role === "public") return { role, token: undefined, grants: [], standIns: [] };
      const { token, personId } = await app.clientAs({
        role,
        territory,
        official: role === "official" ? own.official : null,
        establishment: role === "business" ? own.establishment : null,
      });
      return { role, token, ...(await findAsker(database.db, personId)) };
    };
    const askers: Asker[] = [];
    for (const role of [...grantableRoles, "public"] as const)
      askers.push(await enter(role, isUnplaced(role) ? null : ownPlace));
    // Something in the record of every establishment, with its words before and after.
    for (const { establishment, words } of groups)
      await app.client.registry.correct.mutate({
        txId: app.newTxId(),
        id: establishment,
        version: 1,
        changes: { address: `新址${words.business}` },
      });
    const tree = createTerritoryTree({
      nodes: [...listShippedTerritories(), ...places],
      asOf: createCall(app.deps, database.db, "zh-CN").today,
    });
    return { groups, askers, everything: await enter("office", "CN"), tree };
  } finally {
    await app.close();
  }
}

/** More of the same, elsewhere or at the township itself: none of the business of who does not reach it. */
export async function addGroups(
  database: Database,
  more: readonly Group[],
  what: "business" | "people",
): Promise<void> {
  // Its own office person would be somebody more that administrators see.
  const app = await createTestApp({ database, empty: true });
  try {
    await database.transaction(async (db) => {
      await insertGroups(db, more, app.deps.keyring, what);
      await noteRegisterChange(createCall(app.deps, db, "zh-CN"));
    });
  } finally {
    await app.close();
  }
}
