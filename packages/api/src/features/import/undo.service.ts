// Takes a whole applied import back: what it founded leaves the register, what it changed is as before; a row whose
// establishment was changed by anybody since stays, with its reason. A change of its own, dated and recorded.
import {
  EstablishmentState,
  type ImportUndone,
  type LaterChange,
  maskPersonal,
  type OperationArguments,
  type OperationOutput,
  ok,
  PlainDate,
  type Problem,
  planUndo,
  type Result,
  refuse,
  toOfficeDay,
  type UndoneRow,
} from "@shian/domain";
import * as z from "zod";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { listLaterChanges } from "../audit/later-changes.service.js";
import { recordChanges } from "../audit/record-changes.js";
import { takeBackGrades } from "../grading/grading.service.js";
import { keepContactMobiles } from "../personal/phones.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { type Former, listLeft, listVersions, restore, takeOut } from "../registry/take-back.service.js";
import { returnHeld } from "./held-row.repo.js";
import { findRun, type StoredRun, updateRun } from "./import-run.repo.js";
import { CONTACT_BEFORE, StoredWriting } from "./run-parts.js";
import { listWrittenRows, markUndone } from "./undo.repo.js";

const SHOWN_ROWS = 1000;

const Before = z.object({ state: EstablishmentState, stateSince: PlainDate });

type Written = { readonly row: number; readonly name: string; readonly writing: StoredWriting };
type Plan = {
  readonly run: StoredRun;
  readonly written: readonly Written[];
  readonly rows: readonly UndoneRow[];
};

/** Which rows of the run can be taken back, against the register as it is now. */
async function plan(call: Call, runId: string, isChange: boolean): Promise<Result<Plan>> {
  const run = await findRun(call.db, runId, { lock: isChange });
  if (run === undefined) return refuse("request/not-found", { id: runId });
  if (run.kind !== "registry") return refuse("import/undo-kind");
  if (run.status !== "applied") return refuse("request/not-ready", { status: run.status });
  const written = (await listWrittenRows(call.db, runId)).map(({ row, name, writing }) => ({
    row,
    name,
    writing: StoredWriting.parse(writing),
  }));
  const ids = written.map(({ writing }) => writing.id);
  const versions = await listVersions(call, ids);
  const left = new Set((await listLeft(call)).map(({ establishment }) => establishment));
  const later = await findLater(call, written);
  const rows = planUndo({
    written: written.map(({ row, name, writing }) => ({ row, name, ...writing })),
    findPresent: (id) => {
      const version = versions.get(id);
      return version === undefined ? undefined : { version, isOut: left.has(id) };
    },
    findLater: (id) => later.get(id),
  });
  return ok({ run, written, rows });
}

/** The first thing that anybody recorded about each establishment after its row was written. */
async function findLater(call: Call, written: readonly Written[]): Promise<ReadonlyMap<string, LaterChange>> {
  const writtenAt = new Map(written.map(({ writing }) => [writing.id, writing.at]));
  const changes = await listLaterChanges(call, "establishment", writtenAt);
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
  const { written, rows } = planned.value;
  const free = new Set(rows.filter(({ problem: why }) => why === null).map(({ row }) => row));
  const byRow = written.filter(({ row }) => free.has(row)).map(({ writing }) => writing);
  // Nothing could be taken back: the run stays applied, so that it can be tried again once the changes are settled.
  if (byRow.length === 0 && rows.length > 0) return refuse("import/undo-none", { rows: rows.length });
  const raced = await takeBack(call, byRow);
  if (raced.length > 0) return refuse("request/stale");
  recordUndo(call, runId, reason, byRow);
  await returnHeld(call.db, runId);
  await markUndone(call.db, runId, [...free], call.now);
  const undone = { ...count(rows), at: call.now, by: nameOf(call), reason };
  await updateRun(call.db, runId, { status: "undone", undone, updatedAt: call.now });
  if (byRow.length > 0) await noteRegisterChange(call);
  return ok(toAnswer(planned.value, undone));
}

/** Takes writings back; gives the ids that somebody changed in this very moment. */
async function takeBack(call: ChangeCall, writings: readonly StoredWriting[]): Promise<readonly string[]> {
  const created = writings.filter(({ what }) => what === "created").map(({ id }) => id);
  const updated = writings.filter(({ what }) => what === "updated");
  const stale: string[] = [];
  // Rows that were held and decided later were written at an instant of their own.
  for (const at of new Set(updated.map((writing) => writing.at))) {
    const former = updated
      .filter((writing) => writing.at === at)
      .map(({ id, version, before }): Former => ({ id, version, ...Before.parse(before) }));
    stale.push(...(await restore(call, former, at)));
    await takeBackGrades(
      call,
      former.map(({ id }) => id),
      at,
    );
  }
  for (const at of new Set(writings.filter(({ what }) => what === "created").map((one) => one.at)))
    await takeBackGrades(
      call,
      writings.filter((one) => one.what === "created" && one.at === at).map(({ id }) => id),
      at,
    );
  await keepContactMobiles(
    call,
    updated.flatMap(({ id, contact }) =>
      contact === undefined
        ? []
        : [
            {
              id,
              contactMobile: contact === null ? null : call.deps.keyring.unseal(contact, CONTACT_BEFORE),
            },
          ],
    ),
  );
  await takeOut(call, created);
  return stale;
}

function recordUndo(
  call: ChangeCall,
  runId: string,
  reason: string,
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
      objectKind: "establishment",
      objectId: id,
      what: what === "created" ? "taken-out" : "import-undone",
      fields: [],
    })),
  );
}
