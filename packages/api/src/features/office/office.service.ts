// What the office is, where it works and who acts for it.
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
import { countOfficials, countUnanswered } from "../chain/chain-counts.service.js";
import { countEstablishmentsByPlace } from "../registry/registry-counts.service.js";
import { getTree } from "../territory/territory.service.js";
import { findSetting, type SettingKind, saveSetting } from "./office.repo.js";
import { findChosenTerritory, findTerritoryCode, territorySetting } from "./office-territory.service.js";

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

/** What heads every page: mode, storage, today, territory, person and what waits. */
export async function getStatus(call: Call): Promise<Result<OperationOutput<"office.status">>> {
  const { deps } = call;
  const chosen = await findChosenTerritory(call);
  const code = await findTerritoryCode(call);
  const tree = await getTree(call);
  const { name, unit } = await getActor(call);
  const places = await countEstablishmentsByPlace(call);
  return ok({
    mode: deps.mode,
    version: deps.version,
    engine: deps.database.engine,
    durable: deps.database.durable,
    today: call.today,
    territory: { code, name: formatPlace({ code, tree }), chosen: chosen !== undefined },
    person: { name, unit },
    counts: {
      establishments: places.reduce((sum, { count }) => sum + count, 0),
      officials: await countOfficials(call),
      nobody: await countUnanswered(call),
      overdue: 0,
      lostItems: 0,
    },
  });
}

/** Makes a place the office's territory; any known place may be chosen, also another one later. */
export async function chooseTerritory(
  call: ChangeCall,
  { territory }: OperationArguments<"office.chooseTerritory">,
): Promise<Result<OperationOutput<"office.chooseTerritory">>> {
  const tree = await getTree(call);
  if (tree.find(territory) === undefined) return refuse("request/not-found", { id: territory });
  await saveSetting(call.db, territorySetting, territory, call.now);
  return ok({ code: territory, name: formatPlace({ code: territory, tree }) });
}
