// Accounts as sign-in sees them, wrong tries and locks.
import type { SignInLock, SignInTry } from "@shian/domain";
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { personTable } from "../people/people.table.js";
import { credentialTable, signInFailureTable, signInLockTable } from "./session.table.js";

/** A person with what proves them. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly kind: string;
  readonly state: string;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: string | null;
  readonly earlierHashes: readonly string[];
  readonly hasSecondFactor: boolean;
};

const accountColumns = {
  id: personTable.id,
  name: personTable.name,
  username: personTable.username,
  kind: personTable.kind,
  state: personTable.state,
  passwordHash: credentialTable.passwordHash,
  passwordChangedAt: credentialTable.passwordChangedAt,
  earlierHashes: credentialTable.earlierHashes,
  totpConfirmedAt: credentialTable.totpConfirmedAt,
};

async function findOne(db: Db, condition: ReturnType<typeof eq>): Promise<Account | undefined> {
  const [row] = await db
    .select(accountColumns)
    .from(personTable)
    .leftJoin(credentialTable, eq(credentialTable.personId, personTable.id))
    .where(condition);
  if (row === undefined) return undefined;
  const { totpConfirmedAt, earlierHashes, ...rest } = row;
  return { ...rest, earlierHashes: earlierHashes ?? [], hasSecondFactor: totpConfirmedAt !== null };
}

/** The account of a user name, whatever its state. */
export const findAccountByName = (db: Db, username: string): Promise<Account | undefined> =>
  findOne(db, eq(personTable.username, username));

/** The account of a person, whatever its state. */
export const findAccount = (db: Db, personId: string): Promise<Account | undefined> =>
  findOne(db, eq(personTable.id, personId));

/** Tries of one account, and of one address, are decided one after the other until the transaction ends. */
export async function lockTries(db: Db, usernameHash: string, address: string): Promise<void> {
  // Always the account first, so that two tries never wait for each other.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`try:${usernameHash}`}, 0))`);
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`from:${address}`}, 0))`);
}

const ofAccount = (usernameHash: string) => eq(signInFailureTable.usernameHash, usernameHash);

/** Tries of the account since a day ago, and those of anyone from the address since then. */
export async function listTries(
  db: Db,
  {
    usernameHash,
    address,
    since,
  }: { readonly usernameHash: string; readonly address: string; readonly since: string },
): Promise<readonly SignInTry[]> {
  const rows = await db
    .select({
      at: signInFailureTable.at,
      address: signInFailureTable.address,
      usernameHash: signInFailureTable.usernameHash,
    })
    .from(signInFailureTable)
    .where(
      and(
        or(ofAccount(usernameHash), eq(signInFailureTable.address, address)),
        gt(signInFailureTable.at, since),
      ),
    );
  return rows.map((row) => ({
    at: Date.parse(row.at),
    address: row.address,
    isOfAccount: row.usernameHash === usernameHash,
  }));
}

/** Notes a try; returns its number. */
export async function insertTry(
  db: Db,
  tried: { readonly usernameHash: string; readonly address: string; readonly at: string },
): Promise<number> {
  const [row] = await db.insert(signInFailureTable).values(tried).returning({ id: signInFailureTable.id });
  if (row === undefined) throw new Error("the try was not stored");
  return row.id;
}

/** Takes a try back: it was right. */
export async function deleteTry(db: Db, id: number): Promise<void> {
  await db.delete(signInFailureTable).where(eq(signInFailureTable.id, id));
}

/** Locks of the account, those that are over among them. */
export async function listLocks(db: Db, usernameHash: string): Promise<readonly SignInLock[]> {
  const rows = await db
    .select({ address: signInLockTable.address, until: signInLockTable.until })
    .from(signInLockTable)
    .where(eq(signInLockTable.usernameHash, usernameHash));
  return rows.map(({ address, until }) => ({ address, until: until === null ? null : Date.parse(until) }));
}

/** Locks the account from the address, or from everywhere (`*`). */
export async function insertLock(
  db: Db,
  lock: {
    readonly usernameHash: string;
    readonly address: string;
    readonly at: string;
    readonly until: string | null;
  },
): Promise<void> {
  await db
    .insert(signInLockTable)
    .values(lock)
    .onConflictDoUpdate({
      target: [signInLockTable.usernameHash, signInLockTable.address],
      set: { at: lock.at, until: lock.until },
    });
}

/** Forgets locks and wrong tries of the account. */
export async function deleteLocks(db: Db, usernameHash: string): Promise<void> {
  await db.delete(signInLockTable).where(eq(signInLockTable.usernameHash, usernameHash));
  await db.delete(signInFailureTable).where(ofAccount(usernameHash));
}

/** User names (hashed) that are locked at that instant, from one address or everywhere. */
export async function listLocked(db: Db, now: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ usernameHash: signInLockTable.usernameHash })
    .from(signInLockTable)
    .where(or(isNull(signInLockTable.until), gt(signInLockTable.until, now)));
  return new Set(rows.map(({ usernameHash }) => usernameHash));
}

/** Forgets tries before the instant and locks that were over by then. */
export async function deleteOldTries(db: Db, before: string): Promise<void> {
  await db.delete(signInFailureTable).where(lte(signInFailureTable.at, before));
  await db.delete(signInLockTable).where(lte(signInLockTable.until, before));
}
