// Import of officials into the directory.
import {
  findOfficialField,
  isMasked,
  maskPhone,
  mergeOfficials,
  type Official,
  type OfficialField,
  type OfficialPhones,
  officialFields,
  ok,
  parseOfficialRow,
  type ReadOfficialRow,
  type Result,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { listDirectory, saveDirectory } from "../chain/directory.service.js";
import { createPhonesFinder, keepOfficialPhones } from "../personal/phones.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import {
  findHeaderOf,
  type ImportKindHandler,
  type ImportPlan,
  type PlannedRow,
  type ReadFile,
  readCells,
  type WriteOutcome,
} from "./import-kind.js";
import { createPlaceFinder } from "./place-finder.js";

const isOfficialField = (text: string): text is OfficialField =>
  officialFields.some((field) => field === text);

/** A field as people read it in a preview; a mobile stays masked. */
const show = (field: string, value: unknown): string =>
  field === "mobile" && typeof value === "string" ? maskPhone(value) : String(value ?? "");

async function plan(call: Call, file: ReadFile): Promise<Result<ImportPlan>> {
  const { tree, office: within, findPlaces, mayActIn } = await createPlaceFinder(call);
  // An official of a higher level answers from above the office's territory; so an ancestor of it will do as well.
  const mayAct = (place: string) => mayActIn(place) || tree.contains(place, within);
  const refused: PlannedRow[] = [];
  const good: ReadOfficialRow[] = [];
  for (const row of file.rows) {
    const cells = readCells(file, row, isOfficialField);
    const parsed = parseOfficialRow({
      row: cells,
      findPlaces,
      levelOf: tree.levelOf,
      mayActIn: mayAct,
      importedOn: call.today,
    });
    const given = new Set(
      Object.entries(cells).flatMap(([field, text = ""]) =>
        text.trim() === "" || isMasked(text) ? [] : [field],
      ),
    );
    if (parsed.ok) good.push({ row: row.row, facts: parsed.value, given });
    else
      refused.push({
        row: row.row,
        outcome: "refused",
        name: cells.name ?? "",
        problems: parsed.problems.map(({ field, ...reason }) => ({
          ...reason,
          column: findHeaderOf(file, field),
        })),
        notices: [],
        changes: [],
        candidates: [],
        decisions: [],
        decided: null,
        target: null,
      });
  }
  const officials = await listDirectory(call);
  const findPhones = await createPhonesFinder(call);
  const merged = mergeOfficials({ rows: good, officials, findPhones });
  const byId = new Map(officials.map((official) => [official.id, official]));
  const rows = merged.map(({ row, outcome, official, changes, problem }): PlannedRow => {
    const known = official.id === null ? undefined : byId.get(official.id);
    const before = known === undefined ? undefined : { ...known, ...findPhones(known.id) };
    return {
      row,
      outcome,
      name: official.name,
      problems: problem === null ? [] : [{ ...problem, column: findHeaderOf(file, "name") }],
      notices: [],
      changes: changes.map((field) => ({
        field,
        before: before === undefined ? null : show(field, before[field]),
        after: show(field, official[field]),
      })),
      candidates: [],
      decisions: outcome === "held" ? ["refuse"] : [],
      decided: null,
      target: null,
    };
  });
  return ok({
    rows: [...rows, ...refused].sort((a, b) => a.row - b.row),
    write: (change) => write(change, merged),
  });
}

const nothing: WriteOutcome = { graded: null, written: [] };

async function write(call: ChangeCall, merged: ReturnType<typeof mergeOfficials>): Promise<WriteOutcome> {
  const created: Official[] = [];
  const updated: Official[] = [];
  const phones: (OfficialPhones & { readonly id: string })[] = [];
  for (const { outcome, official } of merged) {
    if (outcome !== "created" && outcome !== "updated") continue;
    const { officePhone, mobile, ...listed } = official;
    const id = listed.id ?? call.deps.newId();
    (outcome === "created" ? created : updated).push({ ...listed, id });
    phones.push({ id, officePhone, mobile });
  }
  if (created.length + updated.length === 0) return nothing;
  await saveDirectory(call, { created, updated });
  await keepOfficialPhones(call, phones);
  recordChanges(
    call,
    [...created, ...updated].map(({ id }, index) => ({
      objectKind: "official",
      objectId: id,
      what: index < created.length ? "imported" : "updated-by-import",
      fields: [],
    })),
  );
  await noteRegisterChange(call);
  return nothing;
}

export const officialImport: ImportKindHandler = {
  fields: officialFields,
  recognise: (header) => findOfficialField(header) !== undefined,
  guess: ({ headers }) =>
    headers.map((header) => {
      const field = findOfficialField(header) ?? null;
      return { field, sure: field !== null };
    }),
  plan,
};
