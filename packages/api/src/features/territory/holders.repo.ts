// Who holds a territory: officials by their jurisdictions, roles by their grants, units.
import type { PlainDate } from "@shian/domain";
import { and, arrayOverlaps, count, gt, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { officialTable } from "../chain/chain.table.js";
import { grantTable, unitTable } from "../people/people.table.js";

type Dated = PgTable & { readonly validTo: PgColumn };

/** How many rows that hold on the day or later fit the condition. */
async function countHolding(db: Db, table: Dated, on: PlainDate, condition: SQL): Promise<number> {
  const [row] = await db
    .select({ rows: count() })
    .from(table)
    .where(and(condition, or(isNull(table.validTo), gt(table.validTo, on))));
  return row?.rows ?? 0;
}

/** How many officials, grants and units name one of the codes and hold on the day or later. */
export async function countHolders(
  db: Db,
  codes: readonly string[],
  on: PlainDate,
): Promise<{ readonly officials: number; readonly grants: number; readonly units: number }> {
  if (codes.length === 0) return { officials: 0, grants: 0, units: 0 };
  const named = [...codes];
  return {
    officials: await countHolding(db, officialTable, on, arrayOverlaps(officialTable.jurisdictions, named)),
    grants: await countHolding(db, grantTable, on, inArray(grantTable.territory, named)),
    units: await countHolding(db, unitTable, on, inArray(unitTable.territory, named)),
  };
}
