// Import of territories: the rows of a code are its whole history and stand in place of what the office had for it.
import {
  findPlaceKind,
  findTerritoryField,
  listShippedTerritories,
  ok,
  parseTerritoryRows,
  type Result,
  type Territory,
  type TerritoryField,
  territoryFields,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { getTree, listOwnTerritories, replaceOwnTerritories } from "../territory/territory.service.js";
import {
  findHeaderOf,
  type ImportKindHandler,
  type ImportPlan,
  type PlannedRow,
  type ReadFile,
  readCells,
  type WriteOutcome,
} from "./import-kind.js";

const isTerritoryField = (text: string): text is TerritoryField =>
  territoryFields.some((field) => field === text);

const isSame = (a: Territory, b: Territory): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.parent === b.parent &&
  a.from === b.from &&
  a.to === b.to &&
  JSON.stringify(a.takesOver ?? []) === JSON.stringify(b.takesOver ?? []);

async function plan(call: Call, file: ReadFile): Promise<Result<ImportPlan>> {
  const own = await listOwnTerritories(call);
  const tree = await getTree(call);
  const mayActAt = await createPlaceCheck(call, tree);
  const read = file.rows.map((row) => ({ row: row.row, ...readCells(file, row, isTerritoryField) }));
  const parsed = parseTerritoryRows({
    rows: read,
    existing: [...listShippedTerritories(), ...own],
    defaultFrom: call.today,
  });
  const nodes: Territory[] = [];
  const rows = read.map((cells, index): PlannedRow => {
    const result = parsed[index];
    const base = {
      row: cells.row,
      notices: [],
      changes: [],
      candidates: [],
      decisions: [],
      decided: null,
      target: null,
    };
    if (result === undefined || !result.ok) {
      const problems = (result?.problems ?? []).map(({ field, ...reason }) => ({
        ...reason,
        column: findHeaderOf(file, field),
      }));
      return { ...base, outcome: "refused", name: cells.name ?? "", problems };
    }
    const node = result.value;
    const above = node.parent ?? node.code;
    if (!mayActAt(findPlaceKind(node.code) === "zone" ? above : node.code)) {
      const problem = { code: "registry/outside-territory", params: { place: node.code } };
      return {
        ...base,
        outcome: "refused",
        name: node.name,
        problems: [{ ...problem, column: findHeaderOf(file, "code") }],
      };
    }
    nodes.push(node);
    const known = own.filter(({ code }) => code === node.code);
    const same = known.some((one) => isSame(one, node));
    return {
      ...base,
      outcome: known.length === 0 ? "created" : same ? "unchanged" : "updated",
      name: node.name,
      problems: [],
    };
  });
  return ok({ rows, write: (change) => write(change, nodes) });
}

async function write(call: ChangeCall, nodes: readonly Territory[]): Promise<WriteOutcome> {
  if (nodes.length > 0) {
    await replaceOwnTerritories(call, nodes);
    await noteRegisterChange(call);
  }
  return { graded: null, written: [] };
}

export const territoryImport: ImportKindHandler = {
  fields: territoryFields,
  recognise: (header) => findTerritoryField(header) !== undefined,
  guess: ({ headers }) =>
    headers.map((header) => {
      const field = findTerritoryField(header) ?? null;
      return { field, sure: field !== null };
    }),
  plan,
};
