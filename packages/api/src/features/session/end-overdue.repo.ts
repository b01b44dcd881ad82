// Ends in the database what time has ended: a clock that is set back afterwards revives none of it.
import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import {
  deviceCodeTable,
  oneTimeLinkTable,
  providerFlowTable,
  sessionTable,
  signInChallengeTable,
} from "./session.table.js";

/** Sessions, keys, links, ways to the provider, second steps and codes of terminals whose time is over by the instant. */
export async function endOverdue(db: Db, now: string): Promise<void> {
  const isIdle = sql`${sessionTable.seenAt} + ${sessionTable.idleMinutes} * interval '1 minute' <= ${now}::timestamptz`;
  await db
    .update(sessionTable)
    .set({ revokedAt: now, revokedWhy: "ended" })
    .where(and(isNull(sessionTable.revokedAt), or(lte(sessionTable.endsAt, now), isIdle)));
  await db
    .update(oneTimeLinkTable)
    .set({ usedAt: now })
    .where(and(isNull(oneTimeLinkTable.usedAt), lte(oneTimeLinkTable.endsAt, now)));
  await db
    .update(providerFlowTable)
    .set({ usedAt: now })
    .where(and(isNull(providerFlowTable.usedAt), lte(providerFlowTable.endsAt, now)));
  await db
    .update(signInChallengeTable)
    .set({ isUsed: true })
    .where(and(eq(signInChallengeTable.isUsed, false), lte(signInChallengeTable.endsAt, now)));
  await db
    .update(deviceCodeTable)
    .set({ state: "used" })
    .where(and(inArray(deviceCodeTable.state, ["waiting", "approved"]), lte(deviceCodeTable.endsAt, now)));
}
