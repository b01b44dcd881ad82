// Decides what becomes of each row of a register file: created, updated, unchanged, held for a person, or refused. Pure
// and independent of the rows' order; nothing is written here.
// Source: rules §1 "Identity of a row"; issue "First", import (certain). Ours: a held code that the establishment which
// the row means already carries was decided before and holds nothing any more.
import type { PlainDate } from "../kernel/plain-date.js";
import type { Result } from "../kernel/result.js";
import { type Contains, diffFacts, type EstablishmentAfter, toNewEstablishment } from "./diff-facts.js";
import type { Establishment } from "./establishment.schema.js";
import { createIdentityIndex, type Identity, type IdentityIndex } from "./find-identity.js";
import { findRepeats, type IdentifiedRow } from "./find-repeats.js";
import type { ImportOutcome } from "./import.contract.js";
import type { RegisterRow, RowFacts, RowProblem } from "./row-facts.js";

/** How a held row may be decided. */
export type DecisionKind = "create" | "update" | "refuse";

/** A row of the file with its number, read or refused. */
export type ReadRow = { readonly row: number; readonly read: Result<RegisterRow, RowProblem> };

/** What becomes of a row. `after` stands for rows to be written, `target` for an establishment that is there. */
export type MergedRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly facts: RowFacts | null;
  readonly problems: readonly RowProblem[];
  readonly notices: readonly RowProblem[];
  readonly target: Establishment | null;
  readonly after: EstablishmentAfter | null;
  /** Establishments that a held row may mean. */
  readonly candidates: readonly Establishment[];
  readonly decisions: readonly DecisionKind[];
  /** What a person decided about a row that was held. */
  readonly decided: DecisionKind | null;
};

/** How many rows went each way. */
export type OutcomeCounts = { readonly [O in ImportOutcome]: number };

/** What a file is merged into, on which day; `contains` is the territory tree's, by code prefix when absent. */
export type MergeScope = {
  readonly register: readonly Establishment[];
  readonly importedOn: PlainDate;
  readonly contains?: Contains | undefined;
};

const NOTHING: readonly never[] = [];
const MOST_CANDIDATES = 20;

export const isPrefixOf: Contains = (ancestor, place) => place.startsWith(ancestor);

const refused = (row: number, problems: readonly RowProblem[]): MergedRow => ({
  row,
  outcome: "refused",
  facts: null,
  problems,
  notices: NOTHING,
  target: null,
  after: null,
  candidates: NOTHING,
  decisions: NOTHING,
  decided: null,
});

/** A check that failed is no reason any more once the register holds the very code: a person took it before. */
function listStandingHolds({ facts, holds }: RegisterRow, identity: Identity): readonly RowProblem[] {
  if (holds.length === 0 || identity.kind !== "known") return holds;
  const { creditCode, licenceNumber } = identity.establishment;
  return holds.filter(
    ({ code }) =>
      !(code === "credit-code/check-character" && facts.creditCode === creditCode) &&
      !(code === "licence-number/check-digit" && facts.licenceNumber === licenceNumber),
  );
}

function listCandidates(identity: Identity, facts: RowFacts, index: IdentityIndex): readonly Establishment[] {
  if (identity.kind === "known") return [identity.establishment];
  if (identity.kind === "open") return identity.candidates.slice(0, MOST_CANDIDATES);
  return index.listByName(facts.name).slice(0, MOST_CANDIDATES);
}

function hold(
  { row, facts, notices }: RegisterRow,
  identity: Identity,
  problems: readonly RowProblem[],
  index: IdentityIndex,
): MergedRow {
  const candidates = listCandidates(identity, facts, index);
  const isLicenceTaken = facts.licenceNumber !== undefined && index.hasLicence(facts.licenceNumber);
  const decisions: DecisionKind[] = [];
  if (!isLicenceTaken) decisions.push("create");
  if (candidates.length > 0) decisions.push("update");
  decisions.push("refuse");
  return {
    row,
    outcome: "held",
    facts,
    problems,
    notices,
    target: null,
    after: null,
    candidates,
    decisions,
    decided: null,
  };
}

/** The row as it is written: founded, changed, or left as it was. */
export function settleRow({
  row,
  facts,
  notices,
  target,
  scope: { importedOn, contains = isPrefixOf },
}: Pick<MergedRow, "row" | "notices" | "target"> & {
  readonly facts: RowFacts;
  readonly scope: Omit<MergeScope, "register">;
}): MergedRow {
  const after =
    target === null
      ? toNewEstablishment({ given: facts, importedOn })
      : diffFacts({ before: target, given: facts, contains, importedOn });
  const isUnchanged = target !== null && after.changes.length === 0;
  return {
    row,
    outcome: target === null ? "created" : isUnchanged ? "unchanged" : "updated",
    facts,
    problems: NOTHING,
    notices,
    target,
    after: isUnchanged ? null : after,
    candidates: NOTHING,
    decisions: NOTHING,
    decided: null,
  };
}

function groupByCode(rows: readonly ReadRow[]): Map<string, RegisterRow[]> {
  const groups = new Map<string, RegisterRow[]>();
  for (const { read } of rows) {
    const code = read.ok ? read.value.facts.creditCode : undefined;
    if (!read.ok || code === undefined) continue;
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [read.value]);
    else group.push(read.value);
  }
  return groups;
}

/**
 * What becomes of every row, in the order given. Refused rows take no part in the search for repeats: a mended one comes
 * in later. Created rows carry the establishment to found, updated ones the establishment after the change; ids and
 * versions are the writer's. Linear in rows and register.
 *
 * @example
 * const facts = { name: "面馆", creditCode: "91350100M000100Y43" };
 * const rows = [{ row: 2, read: { ok: true, value: { row: 2, facts, holds: [], notices: [] } } }];
 * const [first] = mergeImport({ rows, register: [], importedOn: "2026-11-24" });
 * [first.outcome, first.after.stateSince]; // => ["created", "2026-11-24"]
 */
export function mergeImport({
  rows,
  ...scope
}: MergeScope & { readonly rows: readonly ReadRow[] }): readonly MergedRow[] {
  const index = createIdentityIndex({ register: scope.register });
  const codes = groupByCode(rows);
  const identified: IdentifiedRow[] = [];
  const byCode = new Map<string, IdentifiedRow[]>();
  for (const { read } of rows) {
    if (!read.ok) continue;
    const row = read.value;
    const code = row.facts.creditCode;
    const rowsWithCode = code === undefined ? 0 : (codes.get(code)?.length ?? 0);
    const entry = { row, identity: index.findIdentity(row.facts, rowsWithCode) };
    identified.push(entry);
    if (code === undefined || rowsWithCode < 2) continue;
    const group = byCode.get(code);
    if (group === undefined) byCode.set(code, [entry]);
    else group.push(entry);
  }
  const repeats = findRepeats({ rows: identified, byCode });

  let next = 0;
  return rows.map(({ row, read }): MergedRow => {
    if (!read.ok) return refused(row, read.problems);
    const identity = identified[next]?.identity ?? { kind: "new" };
    next += 1;
    const { facts, notices } = read.value;
    const holds = listStandingHolds(read.value, identity);
    const repeat = repeats.get(row);
    if (holds.length === 0 && repeat === undefined && identity.kind !== "open") {
      const target = identity.kind === "known" ? identity.establishment : null;
      return settleRow({ row, facts, notices, target, scope });
    }
    const problems = [...holds];
    if (identity.kind === "open") problems.push({ ...identity.reason, column: "" });
    if (repeat !== undefined) problems.push({ ...repeat, column: "" });
    return hold(read.value, identity, problems, index);
  });
}

/**
 * How many rows went each way; the five sum to the rows.
 *
 * @example
 * countOutcomes([]); // => { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 }
 */
export function countOutcomes(rows: readonly Pick<MergedRow, "outcome">[]): OutcomeCounts {
  const counts: Record<ImportOutcome, number> = { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
