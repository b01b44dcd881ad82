// What a person may do now, for work that was asked for earlier and is only done now.
import { can, ok, type Permission, problem, type Result, refuseAll } from "@shian/domain";
import type { Call, Standing } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { getTree } from "../territory/territory.service.js";
import { findAsker } from "./find-grants.repo.js";
import { findPerson } from "./people.repo.js";

/**
 * The roles that open the operation to the person today and how far they reach; the reason why not when the person was
 * disabled or what opened it to them is over. `call` is the product's own.
 */
export async function findPresentStanding(
  call: Call,
  personId: string,
  permission: Permission,
): Promise<Result<Pick<Standing, "roles" | "reach">>> {
  const person = await findPerson(call.db, personId);
  if (person?.state !== "enabled") return refuseAll([problem("access/signed-out")]);
  const decision = can({
    asker: await findAsker(call.db, personId),
    permission,
    on: call.today,
    tree: await getTree(call),
    officeTerritory: await findTerritoryCode(call),
  });
  return decision.allowed
    ? ok({ roles: decision.roles, reach: decision.reach })
    : refuseAll([decision.problem]);
}
