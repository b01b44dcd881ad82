// A small office for tests about one establishment: two streets of the demonstration district, one business in each.
import { listDemonstrationTerritories } from "@shian/domain/fixture-city";
import { createCall } from "../deps.js";
import { noteRegisterChange } from "../features/picture/picture.service.js";
import { replaceOwnTerritories } from "../features/territory/territory.service.js";
import { createGroup } from "./access/groups.js";
import { insertGroups } from "./access/insert-group.js";
import type { TestApp } from "./create-test-app.js";

/** The business at 990106001, with its official and a deputy who answers for nothing. */
export const here = createGroup("own", "own", 11);
/** The one at 990106002. */
export const there = createGroup("sibling", "sibling", 12);

export async function fillStreets({ deps, database }: TestApp): Promise<void> {
  await database.transaction(async (db) => {
    const call = createCall(deps, db, "zh-CN");
    await replaceOwnTerritories(call, listDemonstrationTerritories());
    await insertGroups(db, [here, there], deps.keyring, "business");
    await noteRegisterChange(call);
  });
}
