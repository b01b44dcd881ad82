import { type PlainDate, toOfficeDay } from "@shian/domain";
import { asc, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "../../storage/database.js";
import { officeSettingPastTable, officeSettingTable } from "./office.table.js";

/** A setting of the office: its name and the shape of its value. */
export type SettingKind<T> = { readonly key: string; readonly schema: z.ZodType<T> };

// A bare JSON string like "320106" would come back from one driver as a number, so values are stored in an object.
const Stored = z.object({ value: z.unknown() });

/** Key of the row whose version says how often the register has changed; its value is what changed last. */
export const REVISION = "register-revision";

/** A stored value as its kind has it; undefined when nothing is stored. */
export const readStored = <T>({ schema }: SettingKind<T>, stored: unknown): T | undefined =>
  stored === undefined || stored === null ? undefined : schema.parse(Stored.parse(stored).value);

/** The value of a setting; undefined when it was never set. */
export async function findSetting<T>(db: Db, { key, schema }: SettingKind<T>): Promise<T | undefined> {
  const [row] = await db.select().from(officeSettingTable).where(eq(officeSettingTable.key, key));
  return row === undefined ? undefined : schema.parse(Stored.parse(row.value).value);
}

/** Several settings read at once: gives the value of each kind asked for, undefined when it was never set. */
export async function readSettings(
  db: Db,
  keys: readonly string[],
): Promise<<T>(kind: SettingKind<T>) => T | undefined> {
  const rows = await db
    .select({ key: officeSettingTable.key, value: officeSettingTable.value })
    .from(officeSettingTable)
    .where(inArray(officeSettingTable.key, [...keys]));
  const values = new Map(rows.map(({ key, value }) => [key, Stored.parse(value).value]));
  return ({ key, schema }) => (values.has(key) ? schema.parse(values.get(key)) : undefined);
}

/** The same as they were known at the end of a day; a setting that was made later is undefined. */
export async function readSettingsKnownOn(
  db: Db,
  keys: readonly string[],
  knownOn: PlainDate,
): Promise<<T>(kind: SettingKind<T>) => T | undefined> {
  const isKnown = (from: string, to: string | null): boolean =>
    toOfficeDay(Date.parse(from)) <= knownOn && (to === null || toOfficeDay(Date.parse(to)) > knownOn);
  const present = await db
    .select()
    .from(officeSettingTable)
    .where(inArray(officeSettingTable.key, [...keys]));
  const past = await db
    .select()
    .from(officeSettingPastTable)
    .where(inArray(officeSettingPastTable.key, [...keys]))
    .orderBy(asc(officeSettingPastTable.id));
  const values = new Map<string, unknown>();
  for (const row of past)
    if (isKnown(row.recordedAt, row.supersededAt)) values.set(row.key, Stored.parse(row.value).value);
  for (const row of present)
    if (isKnown(row.updatedAt, null)) values.set(row.key, Stored.parse(row.value).value);
  return ({ key, schema }) => (values.has(key) ? schema.parse(values.get(key)) : undefined);
}

/** Sets a setting; what it was before is kept. */
export async function saveSetting<T>(
  db: Db,
  { key, schema }: SettingKind<T>,
  value: T,
  updatedAt: string,
): Promise<void> {
  const row = { key, value: { value: schema.parse(value) }, version: 1, updatedAt };
  await db.execute(sql`insert into ${officeSettingPastTable} (key, value, recorded_at, superseded_at)
    select key, value, updated_at, ${updatedAt}::timestamptz from ${officeSettingTable} where key = ${key}`);
  await db
    .insert(officeSettingTable)
    .values(row)
    .onConflictDoUpdate({
      target: officeSettingTable.key,
      set: { value: row.value, updatedAt, version: sql`${officeSettingTable.version} + 1` },
    });
}

/** How often a setting was set; 0 when it never was. */
export async function findSettingVersion(db: Db, key: string): Promise<number> {
  const [row] = await db
    .select({ version: officeSettingTable.version })
    .from(officeSettingTable)
    .where(eq(officeSettingTable.key, key));
  return row?.version ?? 0;
}
