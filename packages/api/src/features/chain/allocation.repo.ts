import {
  AllocationPreview,
  AllocationQuestion,
  AllocationState,
  ProblemShape,
  toPlainDate,
} from "@shian/domain";
import { and, asc, desc, eq, getTableColumns, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import { type Db, executeRows } from "../../storage/database.js";
import { NO_COUNTY } from "../../storage/to-county-code.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { allocationMoveTable, allocationRunTable } from "./allocation.table.js";

type Row = typeof allocationRunTable.$inferSelect;
const { preview: _preview, ...headColumns } = getTableColumns(allocationRunTable);

const toHead = ({
  countyCode,
  done,
  total,
  question,
  failure,
  state,
  validFrom,
  ...row
}: Omit<Row, "preview">) => ({
  ...row,
  state: AllocationState.parse(state),
  from: toPlainDate(validFrom),
  progress: { done, of: total },
  question: AllocationQuestion.parse(question),
  failure: ProblemShape.nullable().parse(failure),
});

/** An allocation as it is kept, without its preview, which may be large. */
export type AllocationHead = ReturnType<typeof toHead>;
export type StoredAllocation = AllocationHead & { readonly preview: AllocationPreview | null };

const toRun = ({ preview, ...row }: Row): StoredAllocation => ({
  ...toHead(row),
  preview: AllocationPreview.nullable().parse(preview),
});
/** One of its moves. */
export type StoredMove = Omit<typeof allocationMoveTable.$inferSelect, "countyCode" | "runId">;

type Changes = Partial<
  Omit<StoredAllocation, "id" | "from" | "question" | "personId" | "personName" | "createdAt">
>;

/** Begins an allocation. It lies in no county; its moves lie where their establishments do. */
export async function insertAllocation(
  db: Db,
  run: Pick<StoredAllocation, "id" | "personId" | "personName" | "jobId" | "question" | "from">,
  at: string,
): Promise<void> {
  const { from, ...rest } = run;
  await db.insert(allocationRunTable).values({
    ...rest,
    countyCode: NO_COUNTY,
    validFrom: from,
    state: "planning",
    done: 0,
    added: 0,
    moved: 0,
    createdAt: at,
    updatedAt: at,
  });
}

/** Writes what has changed of it. */
export async function updateAllocation(db: Db, id: string, { progress, ...changes }: Changes): Promise<void> {
  const columns = progress === undefined ? changes : { ...changes, done: progress.done, total: progress.of };
  await db.update(allocationRunTable).set(columns).where(eq(allocationRunTable.id, id));
}

/** The allocation with that id; `lock` makes others who want to change it wait for this transaction. */
export async function findAllocation(
  db: Db,
  id: string,
  { lock = false } = {},
): Promise<StoredAllocation | undefined> {
  const question = db.select().from(allocationRunTable).where(eq(allocationRunTable.id, id));
  const [row] = await (lock ? question.for("update") : question);
  return row === undefined ? undefined : toRun(row);
}

/** How far it is, for whoever waits: nothing of it is read whole. */
export async function findStage(db: Db, id: string): Promise<string | undefined> {
  const { state, done, total, updatedAt } = allocationRunTable;
  const [row] = await db
    .select({ state, done, total, updatedAt })
    .from(allocationRunTable)
    .where(eq(allocationRunTable.id, id));
  return row === undefined ? undefined : Object.values(row).join(" ");
}

/** Allocations that who asks may see, the newest first, after the one `before`. */
export async function listAllocations(
  db: Db,
  before: readonly [createdAt: string, id: string] | undefined,
  limit: number,
): Promise<readonly AllocationHead[]> {
  const { createdAt, id } = allocationRunTable;
  const rows = await db
    .select(headColumns)
    .from(allocationRunTable)
    .where(
      before === undefined
        ? undefined
        : sql`(${createdAt}, ${id}) < (${before[0]}::timestamptz, ${before[1]})`,
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
  return rows.map(toHead);
}

export const countAllocations = (db: Db): Promise<number> => db.$count(allocationRunTable);

/** Adds moves of a plan. */
export async function insertMoves(db: Db, runId: string, moves: readonly StoredMove[]): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    moves.map(({ establishmentId }) => establishmentId),
  );
  await bulkInsert(
    db,
    allocationMoveTable,
    moves.map((move) => ({ ...move, countyCode: countyOf(move.establishmentId), runId })),
  );
}

/** Removes the moves that plans had. */
export async function removeMoves(db: Db, runIds: readonly string[]): Promise<void> {
  await db.delete(allocationMoveTable).where(inArray(allocationMoveTable.runId, [...runIds]));
}

const ofRun = (runId: string, place?: string): SQL | undefined =>
  and(
    eq(allocationMoveTable.runId, runId),
    place === undefined
      ? undefined
      : or(eq(allocationMoveTable.village, place), eq(allocationMoveTable.grid, place)),
  );

/** Moves in the order of their ranks, after a rank; all of them without a limit. */
export async function listMoves(
  db: Db,
  runId: string,
  {
    place,
    after = -1,
    limit,
  }: { readonly place?: string | undefined; readonly after?: number; readonly limit?: number } = {},
): Promise<readonly StoredMove[]> {
  const question = db
    .select()
    .from(allocationMoveTable)
    .where(and(ofRun(runId, place), gt(allocationMoveTable.rank, after)))
    .orderBy(asc(allocationMoveTable.rank));
  const rows = await (limit === undefined ? question : question.limit(limit));
  return rows.map(({ countyCode, runId: _, ...move }) => move);
}

/** How many moves who asks may see. */
export const countMoves = (db: Db, runId: string, place?: string): Promise<number> =>
  db.$count(allocationMoveTable, ofRun(runId, place));

/** How many of its pairings no longer stand as applying it at the instant left them. */
export async function countTouched(
  db: Db,
  runId: string,
  { appliedAt, from }: { readonly appliedAt: string; readonly from: string },
): Promise<number> {
  const [row] = await executeRows(
    db,
    sql`select count(*) as count from allocation_move as move
      where move.run_id = ${runId} and not exists (
        select from assignment as held
        where held.establishment_id = move.establishment_id and held.official_id = move.official_id
          and held.valid_from = ${from}::date and held.valid_to is null
          and held.recorded_at = ${appliedAt}::timestamptz and held.superseded_at is null)`,
  );
  return Number(row?.count);
}

/** Removes plans that nobody applied, begun before the instant. */
export async function removeUnapplied(db: Db, before: string): Promise<number> {
  const states: readonly AllocationState[] = ["planned", "failed", "cancelled"];
  const old = await db
    .select({ id: allocationRunTable.id })
    .from(allocationRunTable)
    .where(and(inArray(allocationRunTable.state, [...states]), lt(allocationRunTable.createdAt, before)));
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await removeMoves(db, ids);
  await db.delete(allocationRunTable).where(inArray(allocationRunTable.id, ids));
  return ids.length;
}
