import { sql } from "drizzle-orm";
import type { Db } from "./database.js";

/**
 * Makes every other transaction that asks for one of the names wait until this one ends, whichever server process it runs
 * in. Several are taken in their order, so that two who ask for the same ones never wait for each other.
 */
export async function lockUntilCommit(db: Db, ...names: readonly string[]): Promise<void> {
  const ordered = sql.param([...new Set(names)].sort());
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${ordered}::text[]) as name`,
  );
}
