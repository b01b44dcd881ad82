// Which place the office answers for: the whole country until it chooses one.
import { countryCode, PlaceCode } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findSetting, type SettingKind } from "./office.repo.js";

export const territorySetting: SettingKind<string> = { key: "territory", schema: PlaceCode };

/** The place the office chose, undefined while it has not. */
export const findChosenTerritory = (call: Call): Promise<string | undefined> =>
  findSetting(call.db, territorySetting);

/** The place the office answers for. */
export const findTerritoryCode = async (call: Call): Promise<string> =>
  call.ground?.officeTerritory ?? (await findChosenTerritory(call)) ?? countryCode;
