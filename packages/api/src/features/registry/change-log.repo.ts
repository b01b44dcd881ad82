import { and, desc, eq } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { type ChangedField, changeLogTable } from "./registry.table.js";

/** One entry: who changed what of which object. */
export type LoggedChange = {
  readonly countyCode: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly fields: readonly ChangedField[];
  readonly txId: string;
};

/** Writes entries; called in the transaction of the change. */
export async function appendChanges(db: Db, entries: readonly LoggedChange[]): Promise<void> {
  await bulkInsert(db, changeLogTable, entries);
}

/** Changes of one object that a page shows at most. */
const MOST_SHOWN = 200;

/** The latest changes of an object, the newest first. */
export const findChanges = (db: Db, objectKind: string, objectId: string): Promise<readonly LoggedChange[]> =>
  db
    .select()
    .from(changeLogTable)
    .where(and(eq(changeLogTable.objectKind, objectKind), eq(changeLogTable.objectId, objectId)))
    .orderBy(desc(changeLogTable.id))
    .limit(MOST_SHOWN);
