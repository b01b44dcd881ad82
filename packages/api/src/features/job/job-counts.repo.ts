// How many jobs stand in each state.
import { count } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { jobTable } from "./job.table.js";

/** Jobs by state; states without any are absent. */
export async function countByState(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db.select({ state: jobTable.state, n: count() }).from(jobTable).groupBy(jobTable.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
