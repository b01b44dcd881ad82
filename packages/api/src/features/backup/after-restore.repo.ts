// What a restore must not bring back: whoever was signed in or held a one-time code at the time of the backup.

import { isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import {
  deviceCodeTable,
  oneTimeLinkTable,
  providerFlowTable,
  sessionTable,
  signInChallengeTable,
} from "../session/session.table.js";

/** Ends every session, API key, link and code: one of them may have been revoked after the backup was made. */
export async function endOldSessions(db: Db, now: string): Promise<void> {
  await db
    .update(sessionTable)
    .set({ revokedAt: now, revokedWhy: "restored" })
    .where(isNull(sessionTable.revokedAt));
  await db.update(oneTimeLinkTable).set({ usedAt: now }).where(isNull(oneTimeLinkTable.usedAt));
  await db.delete(signInChallengeTable);
  await db.delete(deviceCodeTable);
  await db.delete(providerFlowTable);
}
