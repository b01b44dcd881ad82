import { inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { officialTable } from "./chain.table.js";

/**
 * The county under which each official is stored, as every record about them must be. Throws when one of them is not in
 * the directory: a service names only officials that it has read.
 */
export async function findOfficialCounties(
  db: Db,
  officials: readonly string[],
): Promise<(official: string) => string> {
  const codes = new Map<string, string>();
  for (const batch of listBatches([...new Set(officials)], 5000)) {
    const rows = await db
      .select({ id: officialTable.id, countyCode: officialTable.countyCode })
      .from(officialTable)
      .where(inArray(officialTable.id, [...batch]));
    for (const row of rows) codes.set(row.id, row.countyCode);
  }
  return (official) => {
    const code = codes.get(official);
    if (code === undefined) throw new Error(`official ${official} is not in the directory`);
    return code;
  };
}
