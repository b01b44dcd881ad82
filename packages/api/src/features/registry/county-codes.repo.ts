import { inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { establishmentTable } from "./registry.table.js";

/**
 * The county under which each establishment is stored, as every record about it must be. Throws when one of them is
 * not in the register: a service names only establishments that it has read.
 */
export async function findCountyCodes(db: Db, ids: readonly string[]): Promise<(id: string) => string> {
  const codes = new Map<string, string>();
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    const rows = await db
      .select({ id: establishmentTable.id, countyCode: establishmentTable.countyCode })
      .from(establishmentTable)
      .where(inArray(establishmentTable.id, [...batch]));
    for (const row of rows) codes.set(row.id, row.countyCode);
  }
  return (id) => {
    const code = codes.get(id);
    if (code === undefined) throw new Error(`establishment ${id} is not in the register`);
    return code;
  };
}
