// Where the office works and who acts for it.
import {
  type Actor,
  formatPlace,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { getTree } from "../territory/territory.service.js";
import { findSetting, type SettingKind, saveSetting } from "./office.repo.js";
import { findTerritoryCode, territorySetting } from "./office-territory.service.js";

/** Who acts at this machine until sign-in exists. */
export const personSetting: SettingKind<{ name: string; unit: string }> = {
  key: "person",
  schema: z.strictObject({ name: z.string(), unit: z.string() }),
};

const localAdministrator = {
  "zh-CN": { name: "本机管理员", unit: "食安办" },
  en: { name: "Local administrator", unit: "Food safety office" },
} as const;

/** Who acts, and where they may: the office's person in the office's territory. */
export async function getActor(call: Call): Promise<Actor> {
  const person = (await findSetting(call.db, personSetting)) ?? localAdministrator[call.locale];
  return { ...person, territories: [await findTerritoryCode(call)], unplaced: true };
}

/** Makes a place the office's territory; any known place may be chosen, also another one later. */
export async function chooseTerritory(
  call: ChangeCall,
  { territory }: OperationArguments<"office.chooseTerritory">,
): Promise<Result<OperationOutput<"office.chooseTerritory">>> {
  const tree = await getTree(call);
  if (tree.find(territory) === undefined) return refuse("request/not-found", { id: territory });
  await saveSetting(call.db, territorySetting, territory, call.now);
  // Pictures hold the rules of the office, its territory among them.
  await noteRegisterChange(call);
  return ok({ code: territory, name: formatPlace({ code: territory, tree }) });
}
