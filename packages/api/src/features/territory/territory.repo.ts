import {
  PlaceCode,
  type PlainDate,
  type Territory,
  TerritoryKind,
  toOfficeDay,
  toPlainDate,
} from "@shian/domain";
import { asc, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { territoryPastTable, territoryTable } from "./territory.table.js";

type Row = Omit<typeof territoryTable.$inferSelect, "recordedAt">;

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

/** All of them as they were known at the end of a day. */
export async function listTerritoriesKnownOn(db: Db, knownOn: PlainDate): Promise<readonly Territory[]> {
  const isBy = (instant: string): boolean => toOfficeDay(Date.parse(instant)) <= knownOn;
  const present = await db.select().from(territoryTable);
  const past = await db.select().from(territoryPastTable).orderBy(asc(territoryPastTable.id));
  const known = [
    ...past.filter(({ recordedAt, supersededAt }) => isBy(recordedAt) && !isBy(supersededAt)),
    ...present.filter(({ recordedAt }) => isBy(recordedAt)),
  ];
  return known.map(toTerritory).sort((a, b) => (`${a.code} ${a.from}` < `${b.code} ${b.from}` ? -1 : 1));
}

/** Keeps what nodes are taken to be, before they are written anew. */
async function keepPast(
  db: Db,
  nodes: readonly Pick<Territory, "code" | "from">[],
  at: string,
): Promise<void> {
  const columns = sql`county_code, code, valid_from, valid_to, name, kind, parent, takes_over, recorded_at`;
  for (const batch of listBatches(nodes, 5000)) {
    const named = JSON.stringify(batch.map(({ code, from }) => ({ code, valid_from: from })));
    await db.execute(sql`insert into ${territoryPastTable} (${columns}, superseded_at)
      select ${columns}, ${at}::timestamptz from ${territoryTable}
      where (code, valid_from) in (select code, valid_from from json_populate_recordset(null::${territoryTable}, ${named}::json))`);
  }
}

/** A text that is another one whenever any of the office's nodes has changed, as a part of a statement. */
export const territoryStamp: SQL = sql`(select count(*)::text || ' ' || coalesce(max(recorded_at)::text, '') from ${territoryTable})`;

export async function getTerritoryStamp(db: Db): Promise<string> {
  const [row] = await executeRows(db, sql`select ${territoryStamp} as stamp`);
  return String(row?.stamp);
}

/** Writes nodes; one with the code and first day of a known node replaces it, which is kept as the past. */
export async function saveTerritories(
  db: Db,
  nodes: readonly Territory[],
  recordedAt: string,
): Promise<void> {
  await keepPast(db, nodes, recordedAt);
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
  for (const batch of listBatches(codes)) {
    const isReplaced = inArray(territoryTable.code, [...batch]);
    const replaced = await db.select().from(territoryTable).where(isReplaced);
    await keepPast(db, replaced.map(toTerritory), recordedAt);
    await db.delete(territoryTable).where(isReplaced);
  }
  await saveTerritories(db, nodes, recordedAt);
}
