import type { AuditFilter, RecordRoot, SuiteName } from "@shian/domain";
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  lt,
  lte,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { toInsert } from "../../storage/bulk-write.js";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { establishmentTable } from "../registry/registry.table.js";
import { auditChangeTable, auditEntryTable, auditRootTable } from "./audit.table.js";

/** Any number, the same for every version of the product. */
const RECORD_LOCK = 739_251_003;

/** A row of the record as it is stored. */
export type StoredEntry = typeof auditEntryTable.$inferSelect;
/** What an entry changed, as it is stored. */
export type StoredChange = typeof auditChangeTable.$inferSelect;
/** The same before it is stored. */
export type NewChange = Omit<StoredChange, "countyCode">;

/** The end of the record: the last entry's number, hash and text; undefined in a record without entries. */
export type Tip = { readonly seq: number; readonly hash: string; readonly content: string } | undefined;

/**
 * The end of the record. Until the caller's transaction ends nobody else can add to it, so it has one end and no hole.
 * From here on the transaction is the product's own, whoever it was bound to (see `row-security.ts`).
 */
export async function lockRecord(tx: Db): Promise<Tip> {
  const [row] = await executeRows(tx, sql`select * from shian_lock_record(${RECORD_LOCK})`);
  return row === undefined
    ? undefined
    : { seq: Number(row.seq), hash: String(row.hash), content: String(row.content) };
}

/** The end of the record as it is committed by now. */
export async function findTip(db: Db): Promise<Tip> {
  const { seq, hash, content } = auditEntryTable;
  const rows = await db.select({ seq, hash, content }).from(auditEntryTable).orderBy(desc(seq)).limit(1);
  return rows[0];
}

/** Changes that are written together with their entries. */
const MOST_TOGETHER = 1000;

/**
 * Adds entries with what they changed, and runs the statements beside them, all in one: everyone else waits meanwhile to
 * add theirs.
 */
export async function insertEntries(
  tx: Db,
  entries: readonly StoredEntry[],
  changes: readonly NewChange[],
  beside: readonly SQL[],
): Promise<void> {
  const [together = [], ...others] = listBatches(changes, MOST_TOGETHER);
  const parts = [
    toInsert(auditEntryTable, entries),
    ...(together.length > 0 ? [toInsertChanges(together)] : []),
    ...beside,
  ].map((part, at) => sql`${sql.identifier(`part${at}`)} as (${part})`);
  await tx.execute(sql`with ${sql.join(parts, sql`, `)} select 1`);
  for (const batch of others) await tx.execute(toInsertChanges(batch));
}

/** Each under the county of its establishment, `000000` for any other object. */
const toInsertChanges = (changes: readonly NewChange[]): SQL =>
  toInsert(auditChangeTable, changes, {
    countyCode: sql`coalesce((select ${establishmentTable.countyCode} from ${establishmentTable}
      where given.object_kind = 'establishment' and ${establishmentTable.id} = given.object_id), '000000')`,
  });

/** The latest changes of an object, the newest first; those carried over from before the record have numbers below 0. */
export const listChangesOfObject = (
  db: Db,
  {
    objectKind,
    objectId,
    without,
    limit,
  }: {
    readonly objectKind: string;
    readonly objectId: string;
    /** Codes of what happened that are left out. */
    readonly without: readonly string[];
    readonly limit: number;
  },
): Promise<readonly StoredChange[]> =>
  db
    .select()
    .from(auditChangeTable)
    .where(
      and(
        eq(auditChangeTable.objectKind, objectKind),
        eq(auditChangeTable.objectId, objectId),
        without.length === 0 ? undefined : notInArray(auditChangeTable.what, [...without]),
      ),
    )
    .orderBy(desc(auditChangeTable.seq), desc(auditChangeTable.n))
    .limit(limit);

/** A row of the list; its content stays in the database. */
export type ListedEntry = Omit<StoredEntry, "content" | "prev" | "hash">;

const toInstant = (day: string) => new Date(`${day}T00:00:00+08:00`);
const DAY_MS = 86_400_000;

function toCondition(
  db: Db,
  { person, operation, objectKind, objectId, from, to }: AuditFilter,
): SQL | undefined {
  const ofObject = [
    ...(objectKind === undefined ? [] : [eq(auditChangeTable.objectKind, objectKind)]),
    ...(objectId === undefined ? [] : [eq(auditChangeTable.objectId, objectId)]),
  ];
  return and(
    ...(person === undefined ? [] : [eq(auditEntryTable.personId, person)]),
    ...(operation === undefined ? [] : [eq(auditEntryTable.operation, operation)]),
    ...(from === undefined ? [] : [gte(auditEntryTable.at, toInstant(from).toISOString())]),
    ...(to === undefined
      ? []
      : [lt(auditEntryTable.at, new Date(toInstant(to).getTime() + DAY_MS).toISOString())]),
    ...(ofObject.length === 0
      ? []
      : [
          exists(
            db
              .select({ one: sql`1` })
              .from(auditChangeTable)
              .where(and(eq(auditChangeTable.seq, auditEntryTable.seq), ...ofObject)),
          ),
        ]),
  );
}

/** Entries that the filter keeps, the newest first, from below a number on. */
export async function pageEntries(
  db: Db,
  page: { readonly filter: AuditFilter; readonly below: number | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly ListedEntry[]; readonly total: number }> {
  const condition = toCondition(db, page.filter);
  const { content: _content, prev: _prev, hash: _hash, ...columns } = getTableColumns(auditEntryTable);
  const rows = await db
    .select(columns)
    .from(auditEntryTable)
    .where(and(condition, page.below === undefined ? undefined : lt(auditEntryTable.seq, page.below)))
    .orderBy(desc(auditEntryTable.seq))
    .limit(page.limit);
  return { rows, total: await db.$count(auditEntryTable, condition) };
}

/** How many objects each entry changed; an entry that changed none is left out. */
export async function countChanges(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .select({ seq: auditChangeTable.seq, changes: count() })
    .from(auditChangeTable)
    .where(inArray(auditChangeTable.seq, [...seqs]))
    .groupBy(auditChangeTable.seq);
  return new Map(rows.map(({ seq, changes }) => [seq, changes]));
}

export async function findEntry(db: Db, seq: number): Promise<StoredEntry | undefined> {
  const rows = await db.select().from(auditEntryTable).where(eq(auditEntryTable.seq, seq));
  return rows[0];
}

/** What an entry changed, in its order, from behind a place in it. */
export const listChangesOfEntry = (
  db: Db,
  { seq, after, limit }: { readonly seq: number; readonly after: number; readonly limit: number },
): Promise<readonly StoredChange[]> =>
  db
    .select()
    .from(auditChangeTable)
    .where(and(eq(auditChangeTable.seq, seq), gt(auditChangeTable.n, after)))
    .orderBy(asc(auditChangeTable.n))
    .limit(limit);

const ENTRIES = 2000;

/** Entries in their order from behind a number on, some thousands at a time, so that a long record needs little memory. */
export async function* readEntries(
  db: Db,
  after: number,
  to = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<readonly StoredEntry[]> {
  let last = after;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntryTable)
      .where(and(gt(auditEntryTable.seq, last), lte(auditEntryTable.seq, to)))
      .orderBy(asc(auditEntryTable.seq))
      .limit(ENTRIES);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end.seq;
  }
}

/** The same for hashes alone. */
export async function* readHashes(db: Db, after: number, to: number): AsyncGenerator<readonly string[]> {
  const { seq, hash } = auditEntryTable;
  let last = after;
  for (;;) {
    const rows = await db
      .select({ seq, hash })
      .from(auditEntryTable)
      .where(and(gt(seq, last), lte(seq, to)))
      .orderBy(asc(seq))
      .limit(5 * ENTRIES);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map((row) => row.hash);
    last = end.seq;
  }
}

/** The last entry before an instant. */
export async function findLastBefore(
  db: Db,
  before: string,
): Promise<{ readonly seq: number; readonly hash: string } | undefined> {
  const { seq, hash, at } = auditEntryTable;
  const rows = await db
    .select({ seq, hash })
    .from(auditEntryTable)
    .where(lt(at, before))
    .orderBy(desc(seq))
    .limit(1);
  return rows[0];
}

/** The last entry of an operation. */
export async function findLastOf(db: Db, operation: string): Promise<StoredEntry | undefined> {
  const rows = await db
    .select()
    .from(auditEntryTable)
    .where(eq(auditEntryTable.operation, operation))
    .orderBy(desc(auditEntryTable.seq))
    .limit(1);
  return rows[0];
}

/** Roots by day, the newest first. The suite is that of the record. */
export async function listRoots(db: Db, suite: SuiteName): Promise<readonly RecordRoot[]> {
  const rows = await db.select().from(auditRootTable).orderBy(desc(auditRootTable.day));
  return rows.map((row) => ({ ...row, suite }));
}

/** Keeps the root of a day; one that is there already stays. */
export async function insertRoot(db: Db, { suite: _suite, ...row }: RecordRoot): Promise<void> {
  await db.insert(auditRootTable).values(row).onConflictDoNothing();
}

/** Removes the entries up to a number with what they changed, and what was carried over from before the record. */
export async function removeEntries(tx: Db, to: number): Promise<void> {
  await tx.delete(auditChangeTable).where(lte(auditChangeTable.seq, to));
  await tx.delete(auditEntryTable).where(lte(auditEntryTable.seq, to));
}
