// Opens the keys that belong to a database: new ones for a new database, the right ones and no others afterwards.
import * as z from "zod";
import type { Database } from "../../storage/database.js";
import { type Keyring, type KeyringOptions, openKeyring } from "../../storage/keyring.js";
import { StorageRefusal } from "../../storage/storage.problem.js";
import { findSetting, type SettingKind, saveSetting } from "../office/office-setting.service.js";
import { hasSettings, lockKeys } from "./personal.repo.js";

/** Which key the database was last sealed with, and the value that recognises it. */
export const keyCheckSetting: SettingKind<{ readonly key: string; readonly check: string }> = {
  key: "key-check",
  schema: z.strictObject({ key: z.string(), check: z.string() }),
};

/** Whether the database was ever given keys; false for one that is not set up yet. */
export async function findKeyCheck(database: Database): Promise<boolean> {
  return (await hasSettings(database.db)) && (await findSetting(database.db, keyCheckSetting)) !== undefined;
}

/**
 * The keyring of the database. Throws a `StorageRefusal` when the database was sealed before and the file is absent or
 * holds other keys.
 */
export function settleKeyring(
  database: Database,
  { file, suite, now }: Omit<KeyringOptions, "create">,
): Promise<Keyring> {
  return database.transaction(async (tx) => {
    // Of two servers that start on a new database the second must meet the first one's key.
    await lockKeys(tx);
    const known = await findSetting(tx, keyCheckSetting);
    const keyring = openKeyring({ file, suite, create: known === undefined, now });
    const key = keyring.currentKey();
    if (known === undefined) {
      await saveSetting(tx, keyCheckSetting, { key, check: keyring.check(key) }, now.toISOString());
    } else if (!keyring.listKeys().includes(known.key) || keyring.check(known.key) !== known.check) {
      throw new StorageRefusal("storage/key-file-other", { file });
    }
    return keyring;
  });
}
