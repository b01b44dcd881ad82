import { FactKind, ProblemShape } from "@shian/domain";
import { desc, eq, inArray, sum } from "drizzle-orm";
import * as z from "zod";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { markUndoneIn, type Undone } from "../../storage/mark-undone.js";
import { NO_COUNTY } from "../../storage/to-county-code.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { factSheetEntryTable, factSheetTable } from "./fact-sheet.table.js";

const RefusedRow = z.strictObject({
  row: z.int(),
  problems: z.array(z.strictObject({ column: z.string(), ...ProblemShape.shape })),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

/** A sheet as it is kept. */
export type StoredSheet = Omit<typeof factSheetTable.$inferSelect, "countyCode" | "kind" | "refusedRows"> & {
  readonly kind: FactKind;
  readonly refusedRows: readonly RefusedRow[];
};
/** What it entered about one establishment. */
export type StoredEntry = Omit<typeof factSheetEntryTable.$inferSelect, "countyCode" | "sheetId">;

const toStored = ({
  countyCode,
  kind,
  refusedRows,
  ...sheet
}: typeof factSheetTable.$inferSelect): StoredSheet => ({
  ...sheet,
  kind: FactKind.parse(kind),
  refusedRows: z.array(RefusedRow).parse(refusedRows),
});

export async function insertSheet(
  db: Db,
  sheet: Omit<StoredSheet, "undoneAt" | "undoneBy">,
  entries: readonly StoredEntry[],
): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    entries.map(({ establishmentId }) => establishmentId),
  );
  // A sheet lies in no county; what it entered lies where its establishments do.
  await db.insert(factSheetTable).values({ ...sheet, countyCode: NO_COUNTY });
  await bulkInsert(
    db,
    factSheetEntryTable,
    entries.map((entry) => ({ ...entry, countyCode: countyOf(entry.establishmentId), sheetId: sheet.id })),
  );
}

/** The sheets that who asks may see, the latest first; at most 500. */
export async function listSheets(db: Db, kind: FactKind | undefined): Promise<readonly StoredSheet[]> {
  const rows = await db
    .select()
    .from(factSheetTable)
    .where(kind === undefined ? undefined : eq(factSheetTable.kind, kind))
    .orderBy(desc(factSheetTable.createdAt), desc(factSheetTable.id))
    .limit(500);
  return rows.map(toStored);
}

export async function findSheet(db: Db, id: string): Promise<StoredSheet | undefined> {
  const [row] = await db.select().from(factSheetTable).where(eq(factSheetTable.id, id));
  return row === undefined ? undefined : toStored(row);
}

/** Until the transaction ends nobody else enters a sheet or takes one back, so that what a plan is made of stays so. */
export const lockSheets = (db: Db): Promise<void> => lockUntilCommit(db, "fact-sheets");

/** How many rows of each sheet were entered about establishments that who asks may see. */
export async function countSeen(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { sheetId, rows } = factSheetEntryTable;
  const counted = await db
    .select({ id: sheetId, rows: sum(rows) })
    .from(factSheetEntryTable)
    .where(inArray(sheetId, [...ids]))
    .groupBy(sheetId);
  return new Map(counted.map(({ id, rows: seen }) => [id, Number(seen)]));
}

export async function listEntries(db: Db, id: string): Promise<readonly StoredEntry[]> {
  const rows = await db
    .select()
    .from(factSheetEntryTable)
    .where(eq(factSheetEntryTable.sheetId, id))
    .orderBy(factSheetEntryTable.no);
  return rows.map(({ countyCode, sheetId, ...entry }) => entry);
}

export const markUndone = (db: Db, id: string, undone: Undone): Promise<void> =>
  markUndoneIn(db, factSheetTable, id, undone);
