// The register's import: the domain reads and merges, this fetches what it needs and writes what it planned.
import {
  createPlaceIndex,
  decideHeldRow,
  findRegisterField,
  formatPlace,
  guessMapping,
  type MergedRow,
  ok,
  planRegisterImport,
  type RegisterField,
  type Result,
  registerFields,
  type TerritoryTree,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { createContactFinder } from "../personal/phones.service.js";
import { getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { listRegister, writeRegister } from "../registry/write-register.service.js";
import { getTree } from "../territory/territory.service.js";
import type { ImportKindHandler, ImportPlan, PlannedRow, ReadFile, TakenDecision } from "./import-kind.js";

const isRegisterField = (text: string | null): text is RegisterField =>
  text !== null && registerFields.some((field) => field === text);

function toPlannedRow(row: MergedRow, tree: TerritoryTree): PlannedRow {
  return {
    row: row.row,
    outcome: row.outcome,
    name: row.facts?.name ?? row.target?.name ?? "",
    problems: row.problems,
    notices: row.notices,
    changes: row.outcome === "updated" ? [...(row.after?.changes ?? [])] : [],
    candidates: row.candidates.map(({ id, name, creditCode, place, placeText }) => ({
      id,
      name,
      creditCode,
      placeName: place === null ? (placeText ?? "") : formatPlace({ code: place, tree }),
    })),
    decisions: [...row.decisions],
    decided: row.decided,
  };
}

/** The plan with the decisions that were taken before; one that no longer fits leaves its row held. */
function applyDecisions(
  rows: readonly MergedRow[],
  decisions: readonly TakenDecision[],
  scope: Parameters<typeof decideHeldRow>[0] extends infer P ? Omit<P, "row" | "rows" | "decision"> : never,
): readonly MergedRow[] {
  const decided = [...rows];
  for (const { row, decision } of decisions) {
    const index = decided.findIndex((one) => one.row === row);
    const held = decided[index];
    if (held === undefined) continue;
    const settled = decideHeldRow({ row: held, rows: decided, decision, ...scope });
    if (settled.ok) decided[index] = settled.value;
  }
  return decided;
}

async function plan(
  call: Call,
  file: ReadFile,
  decisions: readonly TakenDecision[],
): Promise<Result<ImportPlan>> {
  const tree = await getTree(call);
  const mapping = Object.fromEntries(
    Object.entries(file.mapping).map(([header, field]) => [header, isRegisterField(field) ? field : null]),
  );
  const findContactMobile = await createContactFinder(call);
  const scope = { importedOn: call.today, contains: tree.contains, findContactMobile };
  const planned = planRegisterImport({
    headers: file.headers,
    rows: file.rows,
    mapping,
    register: await listRegister(call),
    index: createPlaceIndex({ tree }),
    within: await findTerritoryCode(call),
    mayActIn: await createPlaceCheck(call, tree),
    ...scope,
  });
  if (!planned.ok) return planned;
  const rows = applyDecisions(planned.value, decisions, scope);
  return ok({
    rows: rows.map((row) => toPlannedRow(row, tree)),
    write: (change) => write(change, rows),
  });
}

async function write(call: ChangeCall, rows: readonly MergedRow[]) {
  const written = await writeRegister(call, rows);
  if (written.length > 0) {
    const before = await getPicture(call);
    await gradeEstablishments(
      call,
      written.map(({ id, facts }) => {
        const grade = before.byId.get(id)?.grade ?? null;
        return { id, facts, present: grade === null ? null : { grade: grade.value, ruleId: grade.ruleId } };
      }),
    );
    recordChanges(
      call,
      written.map(({ id, what, changes }) => ({
        objectKind: "establishment",
        objectId: id,
        what,
        fields: [...changes],
      })),
    );
    await noteRegisterChange(call);
  }
  const after = await getPicture(call);
  const active = after.establishments.filter(({ state }) => state === "active");
  const graded = active.filter(({ grade }) => grade !== null).length;
  const assigned = active.filter(({ official }) => official !== null).length;
  return { graded, ungraded: active.length - graded, assigned, unassigned: active.length - assigned };
}

export const registryImport: ImportKindHandler = {
  fields: registerFields,
  recognise: (header) => findRegisterField(header) !== undefined,
  guess: guessMapping,
  plan,
};
