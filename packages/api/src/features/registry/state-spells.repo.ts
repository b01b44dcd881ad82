// The time lines of establishments' states: what stands of them, and writing one that was revised. Nothing is deleted.
import { isKnownOn, type PlainDate, type StateSpell, toOfficeDay } from "@shian/domain";
import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
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

const isKnown = (row: Row, knownOn: PlainDate): boolean => {
  const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));
  const recordedTo = row.supersededAt === null ? null : toDay(row.supersededAt);
  return isKnownOn(
    { from: row.validFrom as PlainDate, recordedFrom: toDay(row.recordedAt), recordedTo },
    knownOn,
  );
};

/** An establishment's spells as they were known at the end of the day, first to last. */
export async function readSpellsKnown(
  db: Db,
  id: string,
  knownOn: PlainDate,
): Promise<readonly StateSpell[]> {
  const { establishmentId, validFrom, id: order } = establishmentStateTable;
  const rows = await db
    .select()
    .from(establishmentStateTable)
    .where(eq(establishmentId, id))
    .orderBy(asc(validFrom), asc(order));
  return rows.filter((row) => isKnown(row, knownOn)).map(toSpell);
}

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

/** Changes of state that somebody told, as they were known at the end of the day. */
export async function readToldSpells(
  db: Db,
  { knownOn, today }: { readonly knownOn: PlainDate; readonly today: PlainDate },
): Promise<readonly { readonly establishment: string; readonly spell: StateSpell }[]> {
  const { source, supersededAt } = establishmentStateTable;
  const rows = await db
    .select()
    .from(establishmentStateTable)
    // What stands today is read by its index.
    .where(and(isNotNull(source), knownOn < today ? undefined : isNull(supersededAt)));
  return rows
    .filter((row) => isKnown(row, knownOn))
    .map((row) => ({ establishment: row.establishmentId, spell: toSpell(row) }));
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
