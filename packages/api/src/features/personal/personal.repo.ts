import { sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";

/** Any number, the same for every version of the product. */
const KEY_LOCK = 739_251_011;

/** Waits until no other transaction settles or rotates keys. */
export async function lockKeys(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY_LOCK})`);
}
