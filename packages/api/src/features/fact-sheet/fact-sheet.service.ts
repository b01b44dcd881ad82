// Sheets of facts: preview, enter as one change, undo while nothing later stands in the way. Entering plans again in its own
// transaction (decision 0005) and goes on only where that plan is the one that was previewed.
import { createHash } from "node:crypto";
import {
  countFactOutcomes,
  type FactSheetPlan,
  listFactFields,
  maskPersonal,
  neededFactFields,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import { getPicture } from "../picture/picture.service.js";
import { controlSheet } from "./control-sheet.js";
import type { FactHandlers, FactPlan, ReadSheet, ShownFact } from "./fact-kind.js";
import {
  countSeen,
  findSheet,
  insertSheet,
  listEntries,
  listSheets,
  lockSheets,
  markUndone,
  type RefusedRow,
  type StoredSheet,
} from "./fact-sheet.repo.js";
import { readOwnSheet, type SheetQuestion } from "./read-own-sheet.js";
import { riskSheet } from "./risk-sheet.js";
import { trainingSheet } from "./training-sheet.js";

const handlers: FactHandlers = { risk: riskSheet, control: controlSheet, training: trainingSheet };
const MOST_SHOWN = 500;
const MOST_TOLD = 100;
const SAMPLE_CELLS = 3;

export type PlannedSheet = { readonly sheet: ReadSheet; readonly plan: FactPlan };

/** The plan of the asker's sheet as things stand now. */
export async function planSheet(call: Call, question: SheetQuestion): Promise<Result<PlannedSheet>> {
  const sheet = await readOwnSheet(call, question);
  if (!sheet.ok) return sheet;
  const picture = await getPicture(call);
  return ok({ sheet: sheet.value, plan: await handlers[question.kind].plan(call, picture, sheet.value) });
}

/** A reason with the file's own header, and without the personal data that a cell in the wrong column may have brought. */
function toColumnProblem({ headers, columns }: ReadSheet, reason: ShownFact["problems"][number]) {
  const { field, code, params } = reason;
  return {
    column: field === undefined ? "" : (headers[columns.indexOf(field)] ?? ""),
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === "string" ? maskPersonal(value) : value,
      ]),
    ),
  };
}

/** The rows that are refused, with their reasons. */
export const listRefused = ({ sheet, plan }: PlannedSheet): readonly RefusedRow[] =>
  plan.rows
    .filter(({ outcome }) => outcome === "refused")
    .map(({ row, problems }) => ({ row, problems: problems.map((one) => toColumnProblem(sheet, one)) }));

/** Reasons that say the same of several rows are counted together, whatever their words. */
function countReasons(rows: readonly ShownFact[]): FactSheetPlan["reasons"] {
  const counts = new Map<string, { problem: Problem; count: number }>();
  for (const { problems } of rows)
    for (const reason of problems) {
      const known = counts.get(reason.code);
      if (known === undefined) counts.set(reason.code, { problem: reason, count: 1 });
      else known.count += 1;
    }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ problem: { code, params }, count }) => ({ code, params: { ...params }, count }));
}

const order = { refused: 0, replaces: 1, new: 2, same: 3 } as const;

/** What a person is shown of the plan; the mark changes when anything that it would do changes. */
function toShownPlan({ sheet, plan }: PlannedSheet, { kind }: SheetQuestion): FactSheetPlan {
  const { rows } = plan;
  const mark = createHash("sha256");
  for (const { row, outcome, establishment, says, before } of rows)
    mark.update(`${row} ${outcome} ${establishment ?? ""} ${says ?? ""} ${before ?? ""}\n`);
  const fields: readonly (readonly string[])[] = neededFactFields[kind];
  const sample = sheet.rows.slice(0, SAMPLE_CELLS);
  return {
    kind,
    fileName: sheet.fileName,
    rows: rows.length,
    ...countFactOutcomes(rows),
    columns: sheet.headers.map((header, at) => ({
      header,
      field: sheet.columns[at] ?? null,
      sample: sample.map(({ cells }) => maskPersonal(cells[at] ?? "")).filter((cell) => cell !== ""),
    })),
    fields: [...listFactFields(kind)],
    missing: fields
      .filter((group) => !group.some((field) => sheet.columns.includes(field)))
      .map(([field]) => field ?? ""),
    reasons: countReasons(rows).map((reason) => ({
      code: reason.code,
      params: toColumnProblem(sheet, reason).params,
      count: reason.count,
    })),
    shown: [...rows]
      .sort((a, b) => order[a.outcome] - order[b.outcome] || a.row - b.row)
      .slice(0, MOST_SHOWN)
      .map((row) => ({
        ...row,
        name: maskPersonal(row.name),
        says: row.says === null ? null : maskPersonal(row.says),
        before: row.before === null ? null : maskPersonal(row.before),
        problems: row.problems.map((one) => toColumnProblem(sheet, one)),
      })),
    mark: mark.digest("hex"),
  };
}

export async function previewSheet(
  call: Call,
  input: OperationArguments<"factSheet.preview">,
): Promise<Result<FactSheetPlan>> {
  const planned = await planSheet(call, input);
  return planned.ok ? ok(toShownPlan(planned.value, input)) : planned;
}

export async function enterSheet(
  call: ChangeCall,
  input: OperationArguments<"factSheet.enter">,
): Promise<Result<OperationOutput<"factSheet.enter">>> {
  await lockSheets(call.db);
  const planned = await planSheet(call, input);
  if (!planned.ok) return planned;
  const shown = toShownPlan(planned.value, input);
  if (shown.mark !== input.mark) return refuse("fact-sheet/changed-since");
  if (shown.new + shown.replaces === 0) return refuse("fact-sheet/nothing-to-enter");
  const id = call.deps.newId();
  const { kind, fileName, rows, same, refused, replaces } = shown;
  call.record({
    objectKind: "fact-sheet",
    objectId: id,
    what: "entered",
    fields: [
      { field: "kind", before: null, after: kind },
      { field: "file", before: null, after: maskPersonal(fileName) },
      { field: "rows", before: null, after: String(shown.new + replaces) },
    ],
  });
  const entries = await planned.value.plan.enter(call);
  await insertSheet(
    call.db,
    {
      id,
      kind,
      fileId: input.fileId,
      fileName,
      personId: call.actor?.personId ?? "",
      personName: nameOf(call),
      rows,
      new: shown.new,
      replaces,
      same,
      refused,
      refusedRows: listRefused(planned.value),
      createdAt: call.now,
    },
    entries.map((entry, at) => ({ ...entry, no: at + 1 })),
  );
  return ok({ id, plan: shown });
}

export async function listOwnSheets(
  call: Call,
  input: OperationArguments<"factSheet.list">,
): Promise<Result<OperationOutput<"factSheet.list">>> {
  const page = pageRows({
    rows: await listSheets(call.db, input.kind),
    sortBy: [({ createdAt }) => createdAt, ({ id }) => id],
    descending: true,
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const seen = await countSeen(
    call.db,
    page.value.rows.map(({ id }) => id),
  );
  return ok({
    ...page.value,
    rows: page.value.rows.map((sheet) => ({
      id: sheet.id,
      kind: sheet.kind,
      fileName: maskPersonal(sheet.fileName),
      who: sheet.personName,
      at: sheet.createdAt,
      ...toSeenCounts(call, sheet, seen.get(sheet.id) ?? 0),
      undoneAt: sheet.undoneAt,
    })),
  });
}

/** Whether who asks may know all of the file: rows that were refused may be about any territory. */
export const mayKnowFile = ({ actor, reach }: Call, { personId }: StoredSheet): boolean =>
  reach.unplaced || personId === actor?.personId;

/** Who reaches only a part of the office is told how many rows of another's sheet they reach, and nothing of the rest. */
function toSeenCounts(call: Call, sheet: StoredSheet, seen: number) {
  const { rows, replaces, same, refused } = sheet;
  const whole = seen === sheet.new + replaces;
  return mayKnowFile(call, sheet)
    ? { whole, rows, new: sheet.new, replaces, same, refused }
    : { whole, rows: seen, new: 0, replaces: 0, same: 0, refused: 0 };
}

export async function undoSheet(
  call: ChangeCall,
  { id }: OperationArguments<"factSheet.undo">,
): Promise<Result<OperationOutput<"factSheet.undo">>> {
  await lockSheets(call.db);
  const sheet = await findSheet(call.db, id);
  if (sheet === undefined) return refuse("request/not-found", { id });
  if (sheet.undoneAt !== null) return refuse("fact-sheet/undone");
  const entries = await listEntries(call.db, id);
  const entered = entries.reduce((sum, { rows }) => sum + rows, 0);
  // Whoever reaches only a part of it would leave it half undone.
  if (entered !== sheet.new + sheet.replaces) return refuse("request/not-found", { id });
  const picture = await getPicture(call);
  const undone = new Set(await handlers[sheet.kind].takeBack(call, entries));
  await markUndone(call.db, id, { at: call.now, by: call.actor?.personId ?? "" });
  const left = entries.filter((entry) => !undone.has(entry));
  const count = [...undone].reduce((sum, { rows }) => sum + rows, 0);
  call.record({
    objectKind: "fact-sheet",
    objectId: id,
    what: "undone",
    fields: [{ field: "rows", before: String(count), after: null }],
  });
  return ok({
    undone: count,
    left: entered - count,
    leftRows: left.slice(0, MOST_TOLD).map(({ establishmentId }) => ({
      id: establishmentId,
      name: picture.byId.get(establishmentId)?.facts.name ?? "",
    })),
  });
}
