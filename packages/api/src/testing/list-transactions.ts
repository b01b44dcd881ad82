// What a database knows of the writes that were done, as the drills of durability compare it with their witness.
import { sql } from "drizzle-orm";
import { connect } from "../storage/connect.js";
import { executeRows } from "../storage/database.js";

/** Ids in the log of writes and in the record; `target` is a folder or the address of a server. */
export async function listTransactions(
  target: string,
): Promise<{ readonly written: ReadonlySet<string>; readonly recorded: ReadonlySet<string> }> {
  const databaseUrl = target.startsWith("postgres") ? target : undefined;
  const database = await connect({ folder: target, databaseUrl, requireDurable: true, now: new Date() });
  try {
    const list = async (table: string) => {
      const rows = await executeRows(database.db, sql`select tx_id from ${sql.identifier(table)}`);
      return new Set(rows.map((row) => String(row.tx_id)));
    };
    return { written: await list("transaction_log"), recorded: await list("audit_entry") };
  } finally {
    await database.close();
  }
}
