// What works once: second steps of a sign-in, links, codes of terminals.
import { and, count, eq, gt, isNull, lte } from "drizzle-orm";
import { latestBy } from "../../clock-slack.js";
import type { Db } from "../../storage/database.js";
import { deviceCodeTable, oneTimeLinkTable, signInChallengeTable } from "./session.table.js";

export type Challenge = typeof signInChallengeTable.$inferSelect;
export type OneTimeLink = typeof oneTimeLinkTable.$inferSelect;
export type DeviceCode = typeof deviceCodeTable.$inferSelect;

/** How long the second step of a sign-in waits. */
export const CHALLENGE_MS: number = 5 * 60_000;

export async function insertChallenge(db: Db, challenge: Challenge): Promise<void> {
  await db.insert(signInChallengeTable).values(challenge);
}

/** The challenge while it is open. */
export async function findChallenge(db: Db, tokenHash: string, now: string): Promise<Challenge | undefined> {
  const [row] = await db
    .select()
    .from(signInChallengeTable)
    .where(
      and(
        eq(signInChallengeTable.tokenHash, tokenHash),
        eq(signInChallengeTable.isUsed, false),
        gt(signInChallengeTable.endsAt, now),
        lte(signInChallengeTable.endsAt, new Date(Date.parse(latestBy(now)) + CHALLENGE_MS).toISOString()),
      ),
    );
  return row;
}

/** Uses the challenge up; false when it was used before. */
export async function spendChallenge(db: Db, tokenHash: string): Promise<boolean> {
  const rows = await db
    .update(signInChallengeTable)
    .set({ isUsed: true })
    .where(and(eq(signInChallengeTable.tokenHash, tokenHash), eq(signInChallengeTable.isUsed, false)))
    .returning({ tokenHash: signInChallengeTable.tokenHash });
  return rows.length === 1;
}

export async function insertLink(db: Db, link: OneTimeLink): Promise<void> {
  await db.insert(oneTimeLinkTable).values(link);
}

/** The link while it can be used. */
export async function findLink(db: Db, tokenHash: string, now: string): Promise<OneTimeLink | undefined> {
  const [row] = await db
    .select()
    .from(oneTimeLinkTable)
    .where(
      and(
        eq(oneTimeLinkTable.tokenHash, tokenHash),
        isNull(oneTimeLinkTable.usedAt),
        gt(oneTimeLinkTable.endsAt, now),
        lte(oneTimeLinkTable.createdAt, latestBy(now)),
      ),
    );
  return row;
}

/** Uses the link up; false when it was used before. */
export async function spendLink(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const rows = await db
    .update(oneTimeLinkTable)
    .set({ usedAt: now })
    .where(and(eq(oneTimeLinkTable.tokenHash, tokenHash), isNull(oneTimeLinkTable.usedAt)))
    .returning({ tokenHash: oneTimeLinkTable.tokenHash });
  return rows.length === 1;
}

/** Makes earlier links of the purpose (and the person) useless. */
export async function closeLinks(
  db: Db,
  purpose: string,
  personId: string | null,
  now: string,
): Promise<void> {
  await db
    .update(oneTimeLinkTable)
    .set({ usedAt: now })
    .where(
      and(
        eq(oneTimeLinkTable.purpose, purpose),
        personId === null ? isNull(oneTimeLinkTable.personId) : eq(oneTimeLinkTable.personId, personId),
        isNull(oneTimeLinkTable.usedAt),
      ),
    );
}

export async function insertDeviceCode(db: Db, code: DeviceCode): Promise<void> {
  await db.insert(deviceCodeTable).values(code);
}

/** How many terminals from the address wait now. */
export async function countWaiting(db: Db, address: string, now: string): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(deviceCodeTable)
    .where(
      and(
        eq(deviceCodeTable.address, address),
        eq(deviceCodeTable.state, "waiting"),
        gt(deviceCodeTable.endsAt, now),
      ),
    );
  return row?.waiting ?? 0;
}

/** The code of a terminal, held until the transaction ends, while it has not expired. */
export async function holdDeviceCode(
  db: Db,
  deviceHash: string,
  now: string,
): Promise<DeviceCode | undefined> {
  const [row] = await db
    .select()
    .from(deviceCodeTable)
    .where(
      and(
        eq(deviceCodeTable.deviceHash, deviceHash),
        gt(deviceCodeTable.endsAt, now),
        lte(deviceCodeTable.createdAt, latestBy(now)),
      ),
    )
    .for("update");
  return row;
}

/** The waiting terminal that shows the code. */
export async function findWaitingDevice(
  db: Db,
  userCode: string,
  now: string,
): Promise<DeviceCode | undefined> {
  const [row] = await db
    .select()
    .from(deviceCodeTable)
    .where(
      and(
        eq(deviceCodeTable.userCode, userCode),
        eq(deviceCodeTable.state, "waiting"),
        gt(deviceCodeTable.endsAt, now),
        lte(deviceCodeTable.createdAt, latestBy(now)),
      ),
    );
  return row;
}

/** Moves the code of a terminal from one state to the next; false when it was in another. */
export async function moveDeviceCode(
  db: Db,
  deviceHash: string,
  from: string,
  to: { readonly state: string; readonly personId?: string; readonly method?: string | null },
): Promise<boolean> {
  const rows = await db
    .update(deviceCodeTable)
    .set(to)
    .where(and(eq(deviceCodeTable.deviceHash, deviceHash), eq(deviceCodeTable.state, from)))
    .returning({ deviceHash: deviceCodeTable.deviceHash });
  return rows.length === 1;
}

export async function markPolled(db: Db, deviceHash: string, now: string): Promise<void> {
  await db.update(deviceCodeTable).set({ polledAt: now }).where(eq(deviceCodeTable.deviceHash, deviceHash));
}

/** Makes useless what a person had proved half: first steps of a sign-in, and terminals that were confirmed. */
export async function closeHalfProved(db: Db, personId: string): Promise<void> {
  await db
    .update(signInChallengeTable)
    .set({ isUsed: true })
    .where(and(eq(signInChallengeTable.personId, personId), eq(signInChallengeTable.isUsed, false)));
  await db
    .update(deviceCodeTable)
    .set({ state: "used" })
    .where(and(eq(deviceCodeTable.personId, personId), eq(deviceCodeTable.state, "approved")));
}

/** Forgets what had ended by the instant. */
export async function deleteOldOneTime(db: Db, before: string): Promise<void> {
  await db.delete(signInChallengeTable).where(lte(signInChallengeTable.endsAt, before));
  await db.delete(oneTimeLinkTable).where(lte(oneTimeLinkTable.endsAt, before));
  await db.delete(deviceCodeTable).where(lte(deviceCodeTable.endsAt, before));
}
