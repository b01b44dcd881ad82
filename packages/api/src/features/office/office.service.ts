// Where the office works.
import {
  formatPlace,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  reachesPlace,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { getTree } from "../territory/territory.service.js";
import { saveSetting } from "./office.repo.js";
import { territorySetting } from "./office-territory.service.js";

/** Makes a place the office's territory; any known place may be chosen, also another one later. */
export async function chooseTerritory(
  call: ChangeCall,
  { territory }: OperationArguments<"office.chooseTerritory">,
): Promise<Result<OperationOutput<"office.chooseTerritory">>> {
  const tree = await getTree(call);
  if (tree.find(territory) === undefined || !reachesPlace({ reach: call.reach, tree, place: territory }))
    return refuse("request/not-found", { id: territory });
  await saveSetting(call.db, territorySetting, territory, call.now);
  // Pictures hold the rules of the office, its territory among them.
  await noteRegisterChange(call);
  return ok({ code: territory, name: formatPlace({ code: territory, tree }) });
}
