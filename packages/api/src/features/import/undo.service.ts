// Takes a whole applied import back: what it founded leaves the register, what it changed is as before; a row of
// something that was changed by anybody since stays, with its reason. A change of its own, dated and recorded.
import {
  type ImportUndone,
  type LaterChange,
  maskPersonal,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  planUndo,
  type Result,
  refuse,
  toOfficeDay,
  type UndoneRow,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { listLaterChanges } from "../audit/later-changes.service.js";
import { recordChanges } from "../audit/record-changes.js";
import { returnHeld } from "./held-row.repo.js";
import type { StoredWriting, TakeBack } from "./import-kind.js";
import { findRun, type StoredRun, updateRun } from "./import-run.repo.js";
import { findHandler } from "./read-import-file.js";
import { WritingShape } from "./run-parts.js";
import { listWrittenRows, markUndone } from "./undo.repo.js";

const SHOWN_ROWS = 1000;

type Written = { readonly row: number; readonly name: string; readonly writing: StoredWriting };
type Plan = {
  readonly run: StoredRun;
  readonly undo: TakeBack;
  readonly written: readonly Written[];
  readonly rows: readonly UndoneRow[];
};

/** Which rows of the run can be taken back, against the register as it is now. */
async function plan(call: Call, runId: string, isChange: boolean): Promise<Result<Plan>> {
  const run = await findRun(call.db, runId, { lock: isChange });
  if (run === undefined) return refuse("request/not-found", { id: runId });
  const { undo } = findHandler(run.kind);
  if (undo === undefined) return refuse("import/undo-kind");
  if (run.status !== "applied") return refuse("request/not-ready", { status: run.status });
  const written = (await listWrittenRows(call.db, runId)).map(({ row, name, writing }) => ({
    row,
    name,
    writing: WritingShape.parse(writing),
  }));
  const ids = written.map(({ writing }) => writing.id);
  const findPresent = await undo.findPresent(call, ids);
  const later = await findLater(call, undo, written);
  const rows = planUndo({
    written: written.map(({ row, name, writing }) => ({ row, name, ...writing })),
    findPresent,
    findLater: (id) => later.get(id),
  });
  return ok({ run, undo, written, rows });
}

/** The first thing that anybody recorded about each after its row was written. */
async function findLater(
  call: Call,
  { objectKind }: TakeBack,
  written: readonly Written[],
): Promise<ReadonlyMap<string, LaterChange>> {
  const writtenAt = new Map(written.map(({ writing }) => [writing.id, writing.at]));
  const changes = await listLaterChanges(call, objectKind, writtenAt);
  return new Map(
    [...changes].map(([id, { what, name, at }]) => [
      id,
      { what, who: name, on: toOfficeDay(Date.parse(at)) },
    ]),
  );
}

const count = (rows: readonly UndoneRow[]) => ({
  takenOut: rows.filter(({ undo, problem: why }) => why === null && undo === "take-out").length,
  restored: rows.filter(({ undo, problem: why }) => why === null && undo === "restore").length,
  refused: rows.filter(({ problem: why }) => why !== null).length,
});

const toAnswer = ({ run, rows }: Plan, undone: ImportUndone): OperationOutput<"import.undo"> => ({
  runId: run.id,
  fileName: run.fileName,
  ...undone,
  // Those that stay are what a person has to look at.
  rows: [
    ...rows.filter(({ problem: why }) => why !== null),
    ...rows.filter(({ problem: why }) => why === null),
  ]
    .slice(0, SHOWN_ROWS)
    .map(({ problem: why, ...row }) => ({
      ...row,
      name: maskPersonal(row.name),
      problem: why && toShape(why),
    })),
});

const toShape = ({ code, params }: Problem) => ({ code, params });

export async function planImportUndo(
  call: Call,
  { runId }: OperationArguments<"import.planUndo">,
): Promise<Result<OperationOutput<"import.planUndo">>> {
  const planned = await plan(call, runId, false);
  if (!planned.ok) return planned;
  return ok(toAnswer(planned.value, { ...count(planned.value.rows), at: null, by: null, reason: null }));
}

export async function undoImport(
  call: ChangeCall,
  { runId, reason }: OperationArguments<"import.undo">,
): Promise<Result<OperationOutput<"import.undo">>> {
  const planned = await plan(call, runId, true);
  if (!planned.ok) return planned;
  const { undo, written, rows } = planned.value;
  const free = new Set(rows.filter(({ problem: why }) => why === null).map(({ row }) => row));
  const byRow = written.filter(({ row }) => free.has(row)).map(({ writing }) => writing);
  // Nothing could be taken back: the run stays applied, so that it can be tried again once the changes are settled.
  if (byRow.length === 0 && rows.length > 0) return refuse("import/undo-none", { rows: rows.length });
  const raced = await undo.takeBack(call, byRow);
  if (raced.length > 0) return refuse("request/stale");
  recordUndo(call, { runId, reason, undo }, byRow);
  await returnHeld(call.db, runId);
  await markUndone(call.db, runId, [...free], call.now);
  const undone = { ...count(rows), at: call.now, by: nameOf(call), reason };
  await updateRun(call.db, runId, { status: "undone", undone, updatedAt: call.now });
  return ok(toAnswer(planned.value, undone));
}

function recordUndo(
  call: ChangeCall,
  { runId, reason, undo }: { readonly runId: string; readonly reason: string; readonly undo: TakeBack },
  writings: readonly StoredWriting[],
): void {
  call.record({
    objectKind: "import",
    objectId: runId,
    what: "undone",
    fields: [
      { field: "rows", before: null, after: String(writings.length) },
      { field: "reason", before: null, after: reason },
    ],
  });
  recordChanges(
    call,
    writings.map(({ id, what }) => ({
      objectKind: undo.objectKind,
      objectId: id,
      what: undo.recorded[what],
      fields: [],
    })),
  );
}
