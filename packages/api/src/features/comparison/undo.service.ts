// Takes back what one write settled: rows are open again, establishments as they were before, unless somebody changed
// them since.
import {
  type OperationArguments,
  type OperationOutput,
  ok,
  problem,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { listLaterChanges } from "../audit/later-changes.service.js";
import { recordChanges } from "../audit/record-changes.js";
import { takeBackAssignments } from "../chain/end-assignments.service.js";
import { lockPairings, recordMoves } from "../chain/reassign-many.service.js";
import { takeBackGrades } from "../grading/grading.service.js";
import { keepContactMobiles } from "../personal/phones.service.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { type Former, listVersions, restore, takeOut } from "../registry/take-back.service.js";
import { type RefusedRow, toRefused } from "./choose-rows.js";
import { listBatch, type StoredComparedRow, settleRows } from "./comparison-row.repo.js";
import { findComparison } from "./comparison-run.repo.js";
import { openUndo } from "./undo-data.js";

const SHOWN_REFUSED = 200;

type Undoable = { readonly row: StoredComparedRow; readonly undo: ReturnType<typeof openUndo> | null };

export async function undoSettling(
  call: ChangeCall,
  { runId, batch }: OperationArguments<"comparison.undo">,
): Promise<Result<OperationOutput<"comparison.undo">>> {
  const run = await findComparison(call.db, runId, { lock: true });
  if (run === undefined) return refuse("request/not-found", { id: runId });
  const rows = await listBatch(call.db, runId, batch);
  if (rows.length === 0) return refuse("comparison/not-settled");
  const opened = rows.map(
    (row): Undoable => ({
      row,
      undo: row.undo === null ? null : openUndo(call.deps.keyring, row.undo),
    }),
  );
  const refused: RefusedRow[] = [];
  const free = await keepUnchanged(call, opened, refused);
  const back = await keepReturnable(call, free, refused);
  // Somebody changed one in this very moment: nothing is taken back by halves.
  if ((await takeBack(call, back)).length > 0) return refuse("request/stale");
  await returnOfficials(call, back);
  await settleRows(
    call.db,
    runId,
    back.map(({ row }) => ({ no: row.no, undo: null })),
    { resolution: null, reason: null, settledBy: null, settledAt: null, batch: null },
  );
  call.record({
    objectKind: "comparison",
    objectId: runId,
    what: "undone",
    fields: [{ field: "rows", before: String(back.length), after: null }],
  });
  return ok({ reopened: back.length, refused: refused.slice(0, SHOWN_REFUSED) });
}

/** The establishment that settling the row changed. */
const changedBy = ({ undo }: Undoable): string | undefined =>
  undo?.written?.id ?? undo?.official?.establishment;

/** Those whose establishment nobody has touched since: its facts, its grade, who answers for it, a visit there. */
async function keepUnchanged(
  call: ChangeCall,
  opened: readonly Undoable[],
  refused: RefusedRow[],
): Promise<readonly Undoable[]> {
  const versions = await listVersions(
    call,
    opened.flatMap(({ undo }) => undo?.written?.id ?? []),
  );
  const settledAt = opened.flatMap((one): [string, string][] => {
    const id = changedBy(one);
    return id === undefined || one.row.settledAt === null ? [] : [[id, one.row.settledAt]];
  });
  const later = await listLaterChanges(call, "establishment", new Map(settledAt));
  return opened.filter((one) => {
    const { row, undo } = one;
    const written = undo?.written ?? null;
    const isAsLeft = written === null || versions.get(written.id) === written.version;
    if (isAsLeft && !later.has(changedBy(one) ?? "")) return true;
    refused.push(toRefused(row, problem("comparison/changed-since")));
    return false;
  });
}

/** Those that somebody still in the post answered for before; with nobody, the assignment stays and so does the row. */
async function keepReturnable(
  call: ChangeCall,
  rows: readonly Undoable[],
  refused: RefusedRow[],
): Promise<readonly Undoable[]> {
  await lockPairings(call);
  const officials = rows.flatMap(({ undo }) => undo?.official?.before ?? []);
  const { inPost } = await getPartOfPicture(call, { establishments: [], officials });
  return rows.filter(({ row, undo }) => {
    const official = undo?.official ?? null;
    if (official === null || (official.before !== null && inPost.has(official.before))) return true;
    refused.push(toRefused(row, problem("comparison/official-stays")));
    return false;
  });
}

/** Gives establishments back to who answered before: the very assignments stand again. */
async function returnOfficials(call: ChangeCall, rows: readonly Undoable[]): Promise<void> {
  const given = rows.flatMap(({ row, undo }) =>
    undo?.official == null || row.settledAt === null ? [] : [{ ...undo.official, at: row.settledAt }],
  );
  const [first] = given;
  if (first === undefined) return;
  const ids = given.map(({ establishment }) => establishment);
  const { byId } = await getPartOfPicture(call, { establishments: ids, officials: [] });
  await takeBackAssignments(call, ids, first.at);
  recordMoves(
    call,
    given.map(({ establishment, before }) => ({
      establishment,
      before: byId.get(establishment)?.official?.id ?? null,
      official: before,
    })),
  );
  await noteRegisterChange(call, ids);
}

/** Establishments as they were; gives the ids that somebody changed in this very moment. */
async function takeBack(call: ChangeCall, rows: readonly Undoable[]): Promise<readonly string[]> {
  const written = rows.flatMap(({ row, undo }) =>
    undo?.written == null || row.settledAt === null ? [] : [{ ...undo.written, at: row.settledAt }],
  );
  const [first] = written;
  if (first === undefined) return [];
  // One write settled them all, at one instant.
  const { at } = first;
  const updated = written.filter(({ what }) => what === "updated");
  const former = updated.flatMap(({ id, version, before }): Former[] =>
    before === null ? [] : [{ id, version, state: before.state, stateSince: before.stateSince }],
  );
  const stale = await restore(call, former, at);
  await keepContactMobiles(
    call,
    updated.flatMap(({ id, before }) =>
      before?.contactMobile === undefined ? [] : [{ id, contactMobile: before.contactMobile }],
    ),
  );
  await takeBackGrades(
    call,
    written.map(({ id }) => id),
    at,
  );
  await takeOut(
    call,
    written.filter(({ what }) => what === "created").map(({ id }) => id),
  );
  recordChanges(
    call,
    written.map(({ id, what }) => ({
      objectKind: "establishment",
      objectId: id,
      what: what === "created" ? "taken-out" : "import-undone",
      fields: [],
    })),
  );
  await noteRegisterChange(call);
  return stale;
}
