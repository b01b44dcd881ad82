import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { importRowTable } from "./import.table.js";

/** A row that wrote something, with what it wrote. */
export type WrittenImportRow = { readonly row: number; readonly name: string; readonly writing: unknown };

/** The rows of a run that wrote something and were not taken back, in the order of the file. */
export async function listWrittenRows(db: Db, runId: string): Promise<readonly WrittenImportRow[]> {
  return db
    .select({ row: importRowTable.row, name: importRowTable.name, writing: importRowTable.written })
    .from(importRowTable)
    .where(
      and(
        eq(importRowTable.runId, runId),
        isNotNull(importRowTable.written),
        isNull(importRowTable.undoneAt),
      ),
    )
    .orderBy(asc(importRowTable.row));
}

/** Notes that rows were taken back. */
export async function markUndone(db: Db, runId: string, rows: readonly number[], at: string): Promise<void> {
  for (const batch of listBatches(rows, 5000))
    await db
      .update(importRowTable)
      .set({ undoneAt: at })
      .where(and(eq(importRowTable.runId, runId), inArray(importRowTable.row, [...batch])));
}
