// The time lines of establishments' states: what stands of them, and writing one that was revised. Nothing is deleted.
import type { PlainDate, StateSpell } from "@shian/domain";
import { and, asc, inArray, isNotNull, isNull } from "drizzle-orm";
import { bulkInsert, bulkUpdate } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { findCountyCodes } from "./county-codes.repo.js";
import { establishmentStateTable, establishmentTable } from "./registry.table.js";

type Row = typeof establishmentStateTable.$inferSelect;

const toSpell = (row: Row): StateSpell => ({
  state: row.state as StateSpell["state"],
  from: row.validFrom as PlainDate,
  to: row.validTo as PlainDate | null,
  reason: row.reason,
  source: row.source as StateSpell["source"],
  reportedOn: row.reportedOn as PlainDate | null,
  adjustedOn: row.adjustedOn as PlainDate | null,
});

const toColumns = ({ state, from, to, reason, source, reportedOn, adjustedOn }: StateSpell) => ({
  state,
  reason,
  source,
  reportedOn,
  adjustedOn,
  validFrom: from,
  validTo: to,
});

/** A time line as the record tells it. */
export const formatSpells = (spells: readonly StateSpell[]): string =>
  spells.map(({ state, from }) => `${state} ${from}`).join("、");

/** The spells that stand of each establishment, first to last. */
export async function readSpells(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StateSpell[]>> {
  const { establishmentId, supersededAt, validFrom } = establishmentStateTable;
  const found = new Map<string, StateSpell[]>();
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    const rows = await db
      .select()
      .from(establishmentStateTable)
      .where(and(inArray(establishmentId, [...batch]), isNull(supersededAt)))
      .orderBy(asc(establishmentId), asc(validFrom));
    for (const row of rows) {
      const spells = found.get(row.establishmentId);
      if (spells === undefined) found.set(row.establishmentId, [toSpell(row)]);
      else spells.push(toSpell(row));
    }
  }
  return found;
}

/** Changes of state that somebody told and that stand, the latest first. */
export async function readToldSpells(
  db: Db,
): Promise<readonly { readonly establishment: string; readonly spell: StateSpell }[]> {
  const { source, supersededAt } = establishmentStateTable;
  const rows = await db
    .select()
    .from(establishmentStateTable)
    .where(and(isNotNull(source), isNull(supersededAt)));
  return rows.map((row) => ({ establishment: row.establishmentId, spell: toSpell(row) }));
}

/** A time line that takes the place of the one that stood; `version` is the establishment's as its editor saw it. */
export type RevisedTimeLine = {
  readonly id: string;
  readonly version: number;
  readonly spells: readonly StateSpell[];
};

/**
 * Supersedes the spells that stand by those given, sets the present state and raises each version by one. Gives the ids
 * whose version was not the one named, which were left alone.
 */
export async function writeTimeLines(
  db: Db,
  lines: readonly RevisedTimeLine[],
  at: string,
): Promise<readonly string[]> {
  const written = await bulkUpdate(
    db,
    establishmentTable,
    lines.flatMap(({ id, version, spells }) => {
      const last = spells.at(-1);
      return last === undefined
        ? []
        : [{ id, version, state: last.state, stateSince: last.from, updatedAt: at }];
    }),
  );
  const done = lines.filter(({ id }) => written.has(id));
  const { establishmentId, supersededAt } = establishmentStateTable;
  const ids = done.map(({ id }) => id);
  for (const batch of listBatches(ids, 5000))
    await db
      .update(establishmentStateTable)
      .set({ supersededAt: at })
      .where(and(inArray(establishmentId, [...batch]), isNull(supersededAt)));
  const countyOf = await findCountyCodes(db, ids);
  await bulkInsert(
    db,
    establishmentStateTable,
    done.flatMap(({ id, spells }) =>
      spells.map((spell) => ({
        countyCode: countyOf(id),
        establishmentId: id,
        ...toColumns(spell),
        recordedAt: at,
      })),
    ),
  );
  return lines.map(({ id }) => id).filter((id) => !written.has(id));
}
