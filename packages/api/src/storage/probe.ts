import { sql } from "drizzle-orm";
import type { Database } from "./database.js";

/** Asks the database a question that touches no table; rejects when it does not answer. */
export async function probe(database: Database): Promise<void> {
  await database.db.execute(sql`select 1`);
}
