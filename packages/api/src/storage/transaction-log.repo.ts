import { type SQL, sql } from "drizzle-orm";
import { type Db, executeRows, type RowSettings } from "./database.js";
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
 * Begins a change in its transaction: gives the write with that id, if it was done, and binds the transaction to the
 * settings. Until the transaction ends, nobody else gets an answer about the same id: of two copies sent at once, the
 * second waits and then finds the first.
 */
export async function openChange(
  tx: Db,
  txId: string,
  settings: RowSettings,
): Promise<Omit<LoggedTransaction, "recordedAt"> | undefined> {
  const [row] = await executeRows(
    tx,
    sql`select * from shian_open_change(${txId}, ${JSON.stringify(settings)}::jsonb)`,
  );
  return row === undefined
    ? undefined
    : {
        txId,
        operation: String(row.operation),
        inputHash: String(row.input_hash),
        response: row.response,
      };
}

/** Records a write that is being done in this transaction. */
export async function recordTransaction(db: Db, done: LoggedTransaction): Promise<void> {
  await db.insert(transactionLogTable).values(done);
}

/** Records a write; false when one was done under its id before, and then this transaction must be undone. */
export async function claimTransaction(db: Db, done: LoggedTransaction): Promise<boolean> {
  const rows = await db
    .insert(transactionLogTable)
    .values(done)
    .onConflictDoNothing()
    .returning({ txId: transactionLogTable.txId });
  return rows.length === 1;
}

/** The statement of `recordTransaction`. */
export const toTransactionInsert = (db: Db, done: LoggedTransaction): SQL =>
  db.insert(transactionLogTable).values(done).getSQL();
