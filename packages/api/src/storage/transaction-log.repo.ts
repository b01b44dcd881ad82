import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "./database.js";
import { transactionLogTable } from "./transaction-log.table.js";

/** A write that was done. */
export type LoggedTransaction = {
  readonly txId: string;
  readonly operation: string;
  readonly inputHash: string;
  readonly response: unknown;
  readonly recordedAt: string;
};

/**
 * The write with that id, if it was done. Until the caller's transaction ends, nobody else gets an answer about the
 * same id: of two copies sent at once, the second waits and then finds the first.
 */
export async function findTransaction(db: Db, txId: string): Promise<LoggedTransaction | undefined> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${txId}, 0))`);
  const rows = await db.select().from(transactionLogTable).where(eq(transactionLogTable.txId, txId));
  return rows[0];
}

/** Records a write that is being done in this transaction. */
export async function recordTransaction(db: Db, done: LoggedTransaction): Promise<void> {
  await db.insert(transactionLogTable).values(done);
}

/** The statement of `recordTransaction`. */
export const toTransactionInsert = (db: Db, done: LoggedTransaction): SQL =>
  db.insert(transactionLogTable).values(done).getSQL();
