// Sessions and API keys as they are kept.
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { claimTransaction } from "../../storage/transaction-log.repo.js";
import { closeHalfProved } from "./one-time.repo.js";
import { sessionTable } from "./session.table.js";

export type SessionRecord = typeof sessionTable.$inferSelect;

export async function insertSession(db: Db, record: SessionRecord): Promise<void> {
  await db.insert(sessionTable).values(record);
}

/** Keeps a key under the id of its write; false when something was done under that id before. */
export async function insertKeyOnce(db: Db, record: SessionRecord, txId: string): Promise<boolean> {
  const done = {
    txId,
    operation: "key.create",
    // Of a new key each time, so that nothing sent again is taken for the same.
    inputHash: record.id,
    response: {},
    recordedAt: record.createdAt,
  };
  if (!(await claimTransaction(db, done))) return false;
  await insertSession(db, record);
  return true;
}

const inForce = (now: string) => and(isNull(sessionTable.revokedAt), gt(sessionTable.endsAt, now));
const notIdle = (now: string) =>
  or(
    isNull(sessionTable.idleMinutes),
    sql`${sessionTable.seenAt} + ${sessionTable.idleMinutes} * interval '1 minute' > ${now}::timestamptz`,
  );

/** One session of the person by its id. */
export async function findSessionById(
  db: Db,
  personId: string,
  id: string,
): Promise<SessionRecord | undefined> {
  const [row] = await db
    .select()
    .from(sessionTable)
    .where(and(eq(sessionTable.personId, personId), eq(sessionTable.id, id)));
  return row;
}

/** Sessions in force of web and terminal of the person, the last used first. */
export const listSessions = (db: Db, personId: string, now: string): Promise<SessionRecord[]> =>
  db
    .select()
    .from(sessionTable)
    .where(
      and(
        eq(sessionTable.personId, personId),
        inArray(sessionTable.kind, ["web", "terminal"]),
        inForce(now),
        notIdle(now),
      ),
    )
    .orderBy(desc(sessionTable.seenAt), asc(sessionTable.id))
    .limit(200);

/** API keys of the person, those that ended among them, the latest first. */
export const listKeys = (db: Db, personId: string): Promise<SessionRecord[]> =>
  db
    .select()
    .from(sessionTable)
    .where(and(eq(sessionTable.personId, personId), eq(sessionTable.kind, "key")))
    .orderBy(desc(sessionTable.createdAt), asc(sessionTable.id))
    .limit(200);

/** Which sessions of a person are to end. */
export type Ended = {
  readonly personId: string;
  /** One of them; all when left out. */
  readonly id?: string;
  /** All but this one. */
  readonly except?: string;
  readonly kinds?: readonly ("web" | "terminal" | "key")[];
  readonly why: string;
  readonly now: string;
};

/** Ends sessions in force, and what would become one unless it is one session alone that ends; returns how many. */
export async function revokeSessions(
  db: Db,
  { personId, id, except, kinds, why, now }: Ended,
): Promise<number> {
  if (id === undefined) await closeHalfProved(db, personId);
  const rows = await db
    .update(sessionTable)
    .set({ revokedAt: now, revokedWhy: why })
    .where(
      and(
        eq(sessionTable.personId, personId),
        inForce(now),
        id === undefined ? undefined : eq(sessionTable.id, id),
        except === undefined ? undefined : ne(sessionTable.id, except),
        kinds === undefined ? undefined : inArray(sessionTable.kind, [...kinds]),
      ),
    )
    .returning({ id: sessionTable.id });
  return rows.length;
}

/** Notes that the second factor was shown in the session. */
export async function markSecondFactor(db: Db, id: string, now: string): Promise<void> {
  await db.update(sessionTable).set({ secondFactorAt: now }).where(eq(sessionTable.id, id));
}

/** Forgets sessions that had ended by the instant. */
export async function deleteOldSessions(db: Db, before: string): Promise<void> {
  await db.delete(sessionTable).where(lte(sessionTable.endsAt, before));
}
