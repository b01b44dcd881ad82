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
import { recordChanges } from "../audit/record-changes.js";
import { reassign } from "../chain/reassign.service.js";
import { takeBackGrades } from "../grading/grading.service.js";
import { keepContactMobiles } from "../personal/phones.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
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
  const back = await returnOfficials(call, free, refused);
  const stale = new Set(await takeBack(call, back));
  const reopened = back.filter((one) => {
    const isStale = stale.has(one.undo?.written?.id ?? "");
    if (isStale) refused.push(toRefused(one.row, problem("comparison/changed-since")));
    return !isStale;
  });
  await settleRows(
    call.db,
    runId,
    reopened.map(({ row }) => ({ no: row.no, undo: null })),
    { resolution: null, reason: null, settledBy: null, settledAt: null, batch: null },
  );
  call.record({
    objectKind: "comparison",
    objectId: runId,
    what: "undone",
    fields: [{ field: "rows", before: String(reopened.length), after: null }],
  });
  return ok({ reopened: reopened.length, refused: refused.slice(0, SHOWN_REFUSED) });
}

/** Those whose establishment still is as the row left it. */
async function keepUnchanged(
  call: ChangeCall,
  opened: readonly Undoable[],
  refused: RefusedRow[],
): Promise<readonly Undoable[]> {
  const versions = await listVersions(
    call,
    opened.flatMap(({ undo }) => undo?.written?.id ?? []),
  );
  return opened.filter(({ row, undo }) => {
    const written = undo?.written ?? null;
    if (written === null || versions.get(written.id) === written.version) return true;
    refused.push(toRefused(row, problem("comparison/changed-since")));
    return false;
  });
}

/** Gives establishments back to who answered before; with nobody before, the assignment stays and so does the row. */
async function returnOfficials(
  call: ChangeCall,
  rows: readonly Undoable[],
  refused: RefusedRow[],
): Promise<readonly Undoable[]> {
  const kept: Undoable[] = [];
  for (const one of rows) {
    const official = one.undo?.official ?? null;
    if (official === null) {
      kept.push(one);
      continue;
    }
    if (official.before === null) {
      refused.push(toRefused(one.row, problem("comparison/official-stays")));
      continue;
    }
    const { establishment, before } = official;
    const done = await reassign(call, { txId: call.txId, establishment, official: before });
    const [why] = done.ok ? [] : done.problems;
    if (why === undefined) kept.push(one);
    else refused.push(toRefused(one.row, why));
  }
  return kept;
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
