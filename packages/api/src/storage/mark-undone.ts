import { and, eq, isNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./database.js";

type UndoableTable = PgTable & {
  readonly id: PgColumn;
  readonly undoneAt: PgColumn;
  readonly undoneBy: PgColumn;
};

/** When a change was undone, and by which person. */
export type Undone = { readonly at: string; readonly by: string };

/** Notes that a change was undone; one that was undone before keeps when and by whom. */
export async function markUndoneIn(
  db: Db,
  table: UndoableTable,
  id: string,
  { at, by }: Undone,
): Promise<void> {
  await db
    .update(table as PgTable)
    .set({ undoneAt: at, undoneBy: by })
    .where(and(eq(table.id, id), isNull(table.undoneAt)));
}
