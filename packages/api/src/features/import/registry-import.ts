// The register's import: the domain reads and merges, this fetches what it needs and writes what it planned.
import {
  compareFacts,
  createDuplicateFinder,
  createPlaceIndex,
  decideHeldRow,
  type Establishment,
  type FindResembling,
  findRegisterField,
  formatPlace,
  guessMapping,
  holdDoubtful,
  type MergedRow,
  maskPersonal,
  ok,
  parseRegisterRow,
  planRegisterImport,
  prepareRegisterReading,
  type RegisterField,
  type Result,
  registerFields,
  type TerritoryTree,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { measureDistance } from "../../documents/measure-distance.js";
import { recordChanges } from "../audit/record-changes.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { createContactFinder } from "../personal/phones.service.js";
import { getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { readFlags } from "../registry/attention.service.js";
import { listRegister, writeRegister } from "../registry/write-register.service.js";
import { createPlaceNames } from "../territory/place-names.js";
import { getTree } from "../territory/territory.service.js";
import type {
  ImportKindHandler,
  ImportPlan,
  PlannedRow,
  ReadFile,
  RowDecision,
  TakenDecision,
  WriteOutcome,
} from "./import-kind.js";
import { takeBackEstablishments } from "./registry-undo.js";

const isRegisterField = (text: string | null): text is RegisterField =>
  text !== null && registerFields.some((field) => field === text);

const toRegisterMapping = (mapping: ReadFile["mapping"]) =>
  Object.fromEntries(
    Object.entries(mapping).map(([header, field]) => [header, isRegisterField(field) ? field : null]),
  );

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
    target: row.target?.id ?? null,
  };
}

/**
 * A row that nothing holds any more since somebody changed the register after the decision: a refusal stands, what the
 * plan does anyway is fine, and anything else waits for a person again.
 */
function followOvertaken(row: MergedRow, decision: RowDecision): MergedRow {
  if (row.outcome === "refused") return row;
  if (decision.kind === "refuse") return { ...row, outcome: "refused", after: null, decided: "refuse" };
  const isDone = decision.kind === "create" ? row.outcome === "created" : row.target?.id === decision.target;
  if (isDone) return { ...row, decided: decision.kind };
  return {
    ...row,
    outcome: "held",
    after: null,
    target: null,
    problems: [{ code: "registry/decision-not-allowed", params: { row: row.row }, column: "" }],
    candidates: row.target === null ? [] : [row.target],
    decisions: row.target === null ? ["create", "refuse"] : ["update", "refuse"],
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
    if (held.outcome !== "held") {
      decided[index] = followOvertaken(held, decision);
      continue;
    }
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
  const mapping = toRegisterMapping(file.mapping);
  const findContactMobile = await createContactFinder(call);
  const scope = { importedOn: call.today, contains: tree.contains, findContactMobile };
  const { register, absorbed } = await listRegister(call);
  const planned = planRegisterImport({
    headers: file.headers,
    rows: file.rows,
    mapping,
    register,
    index: createPlaceIndex({ tree }),
    within: await findTerritoryCode(call),
    mayActIn: await createPlaceCheck(call, tree),
    flags: await readFlags(call),
    ...scope,
  });
  if (!planned.ok) return planned;
  const doubtful = holdDoubtful({
    rows: planned.value,
    absorbed,
    options: file.options,
    findResembling: createResembling(register, tree),
  });
  const rows = applyDecisions(doubtful, decisions, scope);
  return ok({
    rows: rows.map((row) => toPlannedRow(row, tree)),
    write: (change) => write(change, rows),
  });
}

/** How a new row is compared with the register; the register is folded only when the first row asks. */
function createResembling(register: readonly Establishment[], tree: TerritoryTree): FindResembling {
  const names = createPlaceNames(tree);
  let find: ReturnType<typeof createDuplicateFinder> | undefined;
  const byId = new Map<string, Establishment>();
  return (facts) => {
    if (find === undefined) {
      for (const one of register) byId.set(one.id, one);
      find = createDuplicateFinder({
        subjects: register.map((one) => ({ ...one, places: names(one.place) })),
        measure: measureDistance,
      });
    }
    const found = find({
      id: "",
      name: facts.name,
      creditCode: facts.creditCode ?? null,
      licenceNumber: facts.licenceNumber ?? null,
      address: facts.address ?? null,
      place: facts.place ?? null,
      places: names(facts.place ?? null),
    });
    const establishment = found === undefined ? undefined : byId.get(found.id);
    return found === undefined || establishment === undefined
      ? undefined
      : { establishment, score: found.score };
  };
}

/** The row's facts beside those of the establishments that it may mean; numbers of people stand masked. */
const compare: NonNullable<ImportKindHandler["compare"]> = async (call, file, candidates) => {
  const tree = await getTree(call);
  const reading = prepareRegisterReading({
    headers: file.headers,
    mapping: toRegisterMapping(file.mapping),
    index: createPlaceIndex({ tree }),
    within: await findTerritoryCode(call),
    mayActIn: await createPlaceCheck(call, tree),
    flags: await readFlags(call),
  });
  if (!reading.ok) return reading;
  const [row] = file.rows;
  const parsed = row === undefined ? undefined : parseRegisterRow({ reading: reading.value, row });
  const { register } = await listRegister(call);
  const found = candidates.flatMap((id) => register.find((one) => one.id === id) ?? []);
  const sides = parsed?.ok === true ? [parsed.value.facts, ...found] : [];
  const show = (field: string, value: string | null) =>
    value === null ? null : field === "place" ? formatPlace({ code: value, tree }) : maskPersonal(value);
  return ok({
    candidates: found.map(({ id, name }) => ({ id, name })),
    fields: compareFacts({ sides, blankDiffers: false })
      .filter(
        ({ field }) =>
          field !== "placeText" || (parsed?.ok === true && parsed.value.facts.place === undefined),
      )
      .map(({ field, values, differs }) => ({
        field,
        values: values.map((value) => show(field, value)),
        differs: [...differs],
      })),
  });
};

async function write(call: ChangeCall, rows: readonly MergedRow[]): Promise<WriteOutcome> {
  const written = await writeRegister(call, rows);
  if (written.length > 0) {
    await gradeEstablishments(call, written);
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
  return {
    graded: { graded, ungraded: active.length - graded, assigned, unassigned: active.length - assigned },
    written: written.map(({ row, id, version, before, what }) => {
      const { contactMobile, ...rest } = before ?? {};
      return {
        row,
        id,
        version,
        what: what === "imported" ? "created" : "updated",
        before: before === null ? null : rest,
        ...(contactMobile === undefined ? {} : { contact: contactMobile }),
      };
    }),
  };
}

export const registryImport: ImportKindHandler = {
  fields: registerFields,
  recognise: (header) => findRegisterField(header) !== undefined,
  guess: guessMapping,
  plan,
  undo: takeBackEstablishments,
  compare,
};
