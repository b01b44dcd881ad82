// What the planner knows of the tables. A server keeps it up to date by itself; the embedded database has nobody who
// does, and without it a change in a register of fifty thousand takes fifty times as long.
import type { Database } from "./database.js";

/** Counts the embedded database's rows anew, and every night also gives back the room of rows that are gone. */
export async function refreshStatistics(database: Database, { vacuum = false } = {}): Promise<void> {
  if (database.engine === "pglite") await database.exec(vacuum ? "vacuum analyze" : "analyze");
}
