// Decides how our register and another one stand to each other: which establishments are in both and agree, which differ
// in which facts, which only one of them has, and where a person must say what is meant. Theirs is read like an import
// and matched by the same rule, so that a comparison and an import never disagree about who is who; nothing is written.
// Source: rules §1 "Identity of a row" (certain); issue "Third", comparison (certain). Ours: establishments that are
// closed here and absent there agree; those that a doubtful row may mean are in doubt and not said to be missing there.
import { ok, type Problem, type Result } from "../kernel/result.js";
import type { FieldChange } from "../registry/diff-facts.js";
import type { Establishment } from "../registry/establishment.schema.js";
import { foldName } from "../registry/fold-name.js";
import type { MergedRow } from "../registry/merge-import.js";
import { planRegisterImport, type RegisterImport } from "../registry/plan-register-import.js";
import type { RegistryProblemCode } from "../registry/registry.problem.js";
import type { RowFacts, RowProblem } from "../registry/row-facts.js";
import type { SheetRow } from "../registry/sheet-row.js";
import type { ComparisonOutcome } from "./comparison.schema.js";
import { type ComparisonField, type ComparisonMapping, toRegisterMapping } from "./comparison-columns.js";

/** Who answers for an establishment, as a register shows it. */
export type ShownOfficial = { readonly name: string; readonly unit: string | null };

/** How one row of theirs, or one establishment of ours, stands. */
export type ComparedRow = {
  readonly outcome: ComparisonOutcome;
  /** Row of their file; null for what only we have. */
  readonly row: number | null;
  readonly name: string;
  /** The establishment of ours that is meant. */
  readonly target: Establishment | null;
  readonly facts: RowFacts | null;
  readonly official: ShownOfficial | null;
  /** `before` is ours, `after` theirs. */
  readonly differences: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
  readonly candidates: readonly Establishment[];
};

/**
 * How many there are of each. The rows of their file are `same + differing + only-theirs + doubtful + unreadable`; our
 * establishments are `same + differing + only-ours + in doubt + closed here and absent there`.
 */
export type ComparisonCounts = { readonly [O in ComparisonOutcome]: number } & {
  readonly inDoubt: number;
  readonly closedHere: number;
};

/** Both registers, and how the columns of theirs are read. */
export type RegisterComparison = Omit<RegisterImport, "mapping" | "rows"> & {
  readonly rows: readonly SheetRow[];
  readonly mapping: ComparisonMapping;
  /** Whether theirs should have the establishment; absent: each. What is not expected is nowhere said to be missing. */
  readonly isExpected?: ((establishment: Establishment) => boolean) | undefined;
  /** Who answers for an establishment of ours on the day; absent: nobody. */
  readonly findOfficial?: ((id: string) => ShownOfficial | undefined) | undefined;
};

const outcomeOf: { readonly [O in MergedRow["outcome"]]: ComparisonOutcome } = {
  created: "only-theirs",
  updated: "differing",
  unchanged: "same",
  held: "doubtful",
  refused: "unreadable",
};

/** Where theirs names an official who is not ours; a blank cell says nothing. */
function diffOfficial(ours: ShownOfficial | undefined, theirs: ShownOfficial | null): readonly FieldChange[] {
  if (theirs === null) return [];
  if (ours === undefined || foldName(ours.name) !== foldName(theirs.name))
    return [{ field: "officialName", before: ours?.name ?? null, after: theirs.name }];
  const isOtherUnit = theirs.unit !== null && foldName(ours.unit ?? "") !== foldName(theirs.unit);
  return isOtherUnit ? [{ field: "officialUnit", before: ours.unit, after: theirs.unit }] : [];
}

/** How a row's official is read; undefined where the file has no such column. */
function createOfficialReader(
  headers: readonly string[],
  mapping: ComparisonMapping,
): (cells: readonly string[]) => ShownOfficial | null {
  const find = (field: ComparisonField) =>
    headers.findIndex((header) => Object.hasOwn(mapping, header) && mapping[header] === field);
  const [nameAt, unitAt] = [find("officialName"), find("officialUnit")];
  return (cells) => {
    const name = cells[nameAt]?.trim() ?? "";
    const unit = cells[unitAt]?.trim() ?? "";
    return name === "" ? null : { name: name.slice(0, 60), unit: unit === "" ? null : unit.slice(0, 120) };
  };
}

/**
 * The comparison: every row of theirs in the order of the file, then what only we have in the order of ids, and the
 * counts. `register` is all of ours, against which theirs is matched; refused only where no column is mapped to the name. Linear
 * in both registers.
 *
 * @example
 * const rows = [{ row: 2, cells: ["面馆", "91350100M000100Y43"], kinds: null }, { row: 3, cells: ["", "x"], kinds: null }];
 * const mapping = { 店名: "name", 代码: "creditCode" };
 * const { counts } = compareRegisters({ headers: ["店名", "代码"], rows, mapping, register: [], importedOn: "2026-11-24" }).value;
 * [counts["only-theirs"], counts.unreadable]; // => [1, 1]
 */
export function compareRegisters({
  rows,
  mapping,
  findOfficial = () => undefined,
  isExpected = () => true,
  ...scope
}: RegisterComparison): Result<
  { readonly rows: readonly ComparedRow[]; readonly counts: ComparisonCounts },
  Problem<RegistryProblemCode>
> {
  const planned = planRegisterImport({ ...scope, rows, mapping: toRegisterMapping(mapping) });
  if (!planned.ok) return planned;
  const readOfficial = createOfficialReader(scope.headers, mapping);
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  const matched = new Set<string>();
  const doubted = new Set<string>();
  const theirs = planned.value.map((merged): ComparedRow => {
    const { row, outcome, facts, target, after, problems, candidates } = merged;
    const official = readOfficial(cellsOf.get(row) ?? []);
    if (target !== null) matched.add(target.id);
    for (const { id } of candidates) doubted.add(id);
    const differences =
      target === null ? [] : [...(after?.changes ?? []), ...diffOfficial(findOfficial(target.id), official)];
    return {
      outcome: outcome === "unchanged" && differences.length > 0 ? "differing" : outcomeOf[outcome],
      row,
      name: facts?.name ?? target?.name ?? "",
      target,
      facts,
      official,
      differences,
      problems,
      candidates,
    };
  });
  let inDoubt = 0;
  let closedHere = 0;
  const ours: ComparedRow[] = [];
  for (const one of scope.register) {
    if (matched.has(one.id) || !isExpected(one)) continue;
    if (doubted.has(one.id)) inDoubt += 1;
    else if (one.state === "closed") closedHere += 1;
    else ours.push(toOnlyOurs(one));
  }
  ours.sort((a, b) => ((a.target?.id ?? "") < (b.target?.id ?? "") ? -1 : 1));
  const compared = [...theirs, ...ours];
  const counts = {
    differing: 0,
    "only-ours": 0,
    "only-theirs": 0,
    doubtful: 0,
    unreadable: 0,
    same: 0,
    inDoubt,
    closedHere,
  };
  for (const { outcome } of compared) counts[outcome] += 1;
  return ok({ rows: compared, counts });
}

const toOnlyOurs = (target: Establishment): ComparedRow => ({
  outcome: "only-ours",
  row: null,
  name: target.name,
  target,
  facts: null,
  official: null,
  differences: [],
  problems: [],
  candidates: [],
});
