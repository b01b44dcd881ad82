// Whether this is the demonstration or an office's own system: decided at the first start and kept with the data.
import * as z from "zod";
import type { Database } from "../../storage/database.js";
import { findSetting, type SettingKind, saveSetting } from "./office.repo.js";

export type Mode = "demo" | "office";
export const modeSetting: SettingKind<Mode> = { key: "mode", schema: z.enum(["demo", "office"]) };

/** The data is of the other mode: a demonstration never becomes an office's register, nor the other way round. */
export class ModeRefusal extends Error {
  override readonly name = "ModeRefusal";
}

/** The mode of the data; new data takes the mode asked for, `demo` when none is. */
export async function settleMode(database: Database, wanted: Mode | undefined, at: string): Promise<Mode> {
  return database.transaction(async (tx) => {
    const known = await findSetting(tx, modeSetting);
    if (known === undefined) {
      const mode = wanted ?? "demo";
      await saveSetting(tx, modeSetting, mode, at);
      return mode;
    }
    if (wanted !== undefined && wanted !== known)
      throw new ModeRefusal(
        `The data was made in mode “${known}” and SHIAN_MODE is “${wanted}”: name another folder with SHIAN_DATA, or leave SHIAN_MODE out.`,
      );
    return known;
  });
}
