// Passwords, authenticators and recovery codes as they are kept.
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { credentialTable } from "./session.table.js";

/** How a person proves who they are, as it is kept. */
export type Credential = typeof credentialTable.$inferSelect;

/** The person's credential; undefined until the first password. */
export async function findCredential(db: Db, personId: string): Promise<Credential | undefined> {
  const [row] = await db.select().from(credentialTable).where(eq(credentialTable.personId, personId));
  return row;
}

/** Stores a password with those before it. */
export async function savePassword(
  db: Db,
  {
    personId,
    hash,
    earlier,
    now,
  }: {
    readonly personId: string;
    readonly hash: string;
    readonly earlier: readonly string[];
    readonly now: string;
  },
): Promise<void> {
  const set = { passwordHash: hash, passwordChangedAt: now, earlierHashes: [...earlier], updatedAt: now };
  await db
    .insert(credentialTable)
    .values({ personId, ...set, recoveryHashes: [] })
    .onConflictDoUpdate({ target: credentialTable.personId, set });
}

/** The same password under other parameters, unless it was changed meanwhile. */
export async function replaceHash(db: Db, personId: string, before: string, after: string): Promise<void> {
  await db
    .update(credentialTable)
    .set({ passwordHash: after })
    .where(and(eq(credentialTable.personId, personId), eq(credentialTable.passwordHash, before)));
}

/** Stores an authenticator's sealed secret, not confirmed yet. */
export async function saveTotpSecret(db: Db, personId: string, sealed: string, now: string): Promise<void> {
  await db
    .update(credentialTable)
    .set({
      totpSecret: sealed,
      totpConfirmedAt: null,
      totpLastStep: null,
      recoveryHashes: [],
      updatedAt: now,
    })
    .where(eq(credentialTable.personId, personId));
}

/** Confirms the authenticator and stores recovery codes. */
export async function confirmTotpSecret(
  db: Db,
  {
    personId,
    recoveryHashes,
    now,
  }: { readonly personId: string; readonly recoveryHashes: readonly string[]; readonly now: string },
): Promise<void> {
  await db
    .update(credentialTable)
    .set({ totpConfirmedAt: now, recoveryHashes: [...recoveryHashes], updatedAt: now })
    .where(eq(credentialTable.personId, personId));
}

/** Uses a time step; false when it or a later one was used before. */
export async function spendStep(db: Db, personId: string, step: number): Promise<boolean> {
  const rows = await db
    .update(credentialTable)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(credentialTable.personId, personId),
        or(isNull(credentialTable.totpLastStep), lt(credentialTable.totpLastStep, step)),
      ),
    )
    .returning({ personId: credentialTable.personId });
  return rows.length === 1;
}

/** Uses a recovery code; false when the person has none with that hash (any more). */
export async function spendRecoveryHash(db: Db, personId: string, hash: string): Promise<boolean> {
  const rows = await db
    .update(credentialTable)
    .set({ recoveryHashes: sql`array_remove(${credentialTable.recoveryHashes}, ${hash})` })
    .where(and(eq(credentialTable.personId, personId), sql`${hash} = any(${credentialTable.recoveryHashes})`))
    .returning({ personId: credentialTable.personId });
  return rows.length === 1;
}

/** Stores new recovery codes in place of the old. */
export async function saveRecoveryHashes(
  db: Db,
  personId: string,
  hashes: readonly string[],
  now: string,
): Promise<void> {
  await db
    .update(credentialTable)
    .set({ recoveryHashes: [...hashes], updatedAt: now })
    .where(eq(credentialTable.personId, personId));
}

/** Takes authenticator and recovery codes away. */
export async function clearTotp(db: Db, personId: string, now: string): Promise<void> {
  await db
    .update(credentialTable)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null, recoveryHashes: [], updatedAt: now })
    .where(eq(credentialTable.personId, personId));
}
