import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { credentialTable } from "../session/session.table.js";

/** Makes the present password useless; it stays among the earlier ones, so that it is not chosen again. */
export async function clearPassword(db: Db, personId: string, at: string): Promise<void> {
  await db
    .update(credentialTable)
    .set({
      passwordHash: null,
      earlierHashes: sql`array_prepend(${credentialTable.passwordHash}, ${credentialTable.earlierHashes})`,
      updatedAt: at,
    })
    .where(and(eq(credentialTable.personId, personId), isNotNull(credentialTable.passwordHash)));
}
