import { eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { officialTable } from "../chain/chain.table.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Any number, the same for every version of the product. */
const KEY_LOCK = 739_251_011;

/** Waits until no other transaction settles or changes keys. */
export async function lockKeys(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY_LOCK})`);
}

/** Whether the schema is there at all. */
export async function hasSettings(db: Db): Promise<boolean> {
  const [row] = await executeRows(db, sql`select to_regclass('office_setting') is not null as there`);
  return row?.there === true;
}

/** The sealed telephone numbers of establishments' contacts, by establishment, where one is kept. */
export async function listContactMobiles(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: establishmentTable.id, sealed: establishmentTable.contactMobile })
    .from(establishmentTable)
    .where(isNotNull(establishmentTable.contactMobile));
  return new Map(rows.map(({ id, sealed }) => [id, sealed ?? ""]));
}

/** The sealed number of one establishment's contact; undefined where the establishment is not to be seen. */
export async function findContactMobile(db: Db, id: string): Promise<string | null | undefined> {
  const [row] = await db
    .select({ sealed: establishmentTable.contactMobile })
    .from(establishmentTable)
    .where(eq(establishmentTable.id, id));
  return row?.sealed;
}

/** Telephone numbers of an official as they are stored: the mobile sealed. */
export type StoredPhones = { readonly officePhone: string | null; readonly mobile: string | null };

/** The numbers of all officials, by official. */
export async function listOfficialPhones(db: Db): Promise<ReadonlyMap<string, StoredPhones>> {
  const rows = await db
    .select({ id: officialTable.id, officePhone: officialTable.officePhone, mobile: officialTable.mobile })
    .from(officialTable);
  return new Map(rows.map(({ id, ...phones }) => [id, phones]));
}

/** The numbers of one official; undefined where the official is not to be seen. */
export async function findOfficialPhones(db: Db, id: string): Promise<StoredPhones | undefined> {
  const [row] = await db
    .select({ officePhone: officialTable.officePhone, mobile: officialTable.mobile })
    .from(officialTable)
    .where(eq(officialTable.id, id));
  return row;
}

const toRecordset = (rows: readonly object[], shape: SQL): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as given(${shape})`;

/** Keeps sealed numbers of establishments' contacts. */
export async function saveContactMobiles(
  db: Db,
  rows: readonly { readonly id: string; readonly sealed: string | null }[],
): Promise<void> {
  for (const batch of listBatches(rows))
    await db.execute(
      sql`update ${establishmentTable} as stored set contact_mobile = given.sealed
        from ${toRecordset(batch, sql`id text, sealed text`)} where stored.id = given.id`,
    );
}

/** Keeps the numbers of officials. */
export async function saveOfficialPhones(
  db: Db,
  rows: readonly (StoredPhones & { readonly id: string })[],
): Promise<void> {
  for (const batch of listBatches(rows))
    await db.execute(
      sql`update ${officialTable} as stored set office_phone = given."officePhone", mobile = given.mobile
        from ${toRecordset(batch, sql`id text, "officePhone" text, mobile text`)} where stored.id = given.id`,
    );
}
