import { sql } from "drizzle-orm";
import { type Db, executeRows } from "../../storage/database.js";
import { officeSettingTable } from "../office/office.table.js";
import { territoryStamp } from "./territory.repo.js";

/** What every request has to know of the office first, in one statement. */
export type StoredGround = {
  /** See `getTerritoryStamp`. */
  readonly stamp: string;
  /** The value of the setting, as it is stored. */
  readonly territory: unknown;
  /** How often the register has changed. */
  readonly revision: number;
};

export async function readGround(
  db: Db,
  keys: { readonly territory: string; readonly revision: string },
): Promise<StoredGround> {
  const { key, value, version } = officeSettingTable;
  const [row] = await executeRows(
    db,
    sql`select ${territoryStamp} as stamp,
      (select ${value} from ${officeSettingTable} where ${key} = ${keys.territory}) as territory,
      (select ${version} from ${officeSettingTable} where ${key} = ${keys.revision}) as revision`,
  );
  return {
    stamp: String(row?.stamp),
    territory: row?.territory,
    revision: Number(row?.revision ?? 0),
  };
}
