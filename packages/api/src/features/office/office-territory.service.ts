// Which place the office answers for: the whole country until it chooses one.
import { countryCode } from "@shian/domain";
import * as z from "zod";
import type { Call } from "../../deps.js";
import { findSetting, type SettingKind } from "./office.repo.js";

export const territorySetting: SettingKind<{ code: string }> = {
  key: "territory",
  schema: z.strictObject({ code: z.string() }),
};

/** The place the office chose, undefined while it has not. */
export const findChosenTerritory = async (call: Call): Promise<string | undefined> =>
  (await findSetting(call.db, territorySetting))?.code;

/** The place the office answers for. */
export const findTerritoryCode = async (call: Call): Promise<string> =>
  (await findChosenTerritory(call)) ?? countryCode;
