import { PlaceCode, type Territory, TerritoryKind, toPlainDate } from "@shian/domain";
import { asc, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { territoryTable } from "./territory.table.js";

type Row = typeof territoryTable.$inferSelect;

const toTerritory = (row: Row): Territory => ({
  code: row.code,
  name: row.name,
  kind: TerritoryKind.parse(row.kind),
  parent: row.parent,
  from: toPlainDate(row.validFrom),
  ...(row.validTo === null ? {} : { to: toPlainDate(row.validTo) }),
  ...(row.takesOver.length === 0 ? {} : { takesOver: z.array(PlaceCode).parse(row.takesOver) }),
});

/** All of the office's own nodes, also ended ones, by code and first day. */
export async function listTerritories(db: Db): Promise<readonly Territory[]> {
  const rows = await db
    .select()
    .from(territoryTable)
    .orderBy(asc(territoryTable.code), asc(territoryTable.validFrom));
  return rows.map(toTerritory);
}

/** A text that is another one whenever any of the office's nodes has changed, as a part of a statement. */
export const territoryStamp: SQL = sql`(select count(*)::text || ' ' || coalesce(max(recorded_at)::text, '') from ${territoryTable})`;

export async function getTerritoryStamp(db: Db): Promise<string> {
  const [row] = await executeRows(db, sql`select ${territoryStamp} as stamp`);
  return String(row?.stamp);
}

/** Writes nodes; one with the code and first day of a known node replaces it. */
export async function saveTerritories(
  db: Db,
  nodes: readonly Territory[],
  recordedAt: string,
): Promise<void> {
  for (const batch of listBatches(nodes)) {
    const rows = batch.map((node) => ({
      countyCode: toCountyCode(node.code),
      code: node.code,
      validFrom: node.from,
      validTo: node.to ?? null,
      name: node.name,
      kind: node.kind,
      parent: node.parent,
      takesOver: [...(node.takesOver ?? [])],
      recordedAt,
    }));
    await db
      .insert(territoryTable)
      .values(rows)
      .onConflictDoUpdate({
        target: [territoryTable.countyCode, territoryTable.code, territoryTable.validFrom],
        set: {
          validTo: sql`excluded.valid_to`,
          name: sql`excluded.name`,
          kind: sql`excluded.kind`,
          parent: sql`excluded.parent`,
          takesOver: sql`excluded.takes_over`,
          recordedAt: sql`excluded.recorded_at`,
        },
      });
  }
}

/** Puts the nodes in place of everything that the office had under their codes. */
export async function replaceTerritories(
  db: Db,
  nodes: readonly Territory[],
  recordedAt: string,
): Promise<void> {
  const codes = [...new Set(nodes.map(({ code }) => code))];
  for (const batch of listBatches(codes))
    await db.delete(territoryTable).where(inArray(territoryTable.code, [...batch]));
  await saveTerritories(db, nodes, recordedAt);
}
