// Decides what becomes of each row of a register file: created, updated, unchanged, held for a person, or refused. Pure
// and independent of the rows' order; nothing is written here.
// Source: rules §1 "Identity of a row"; issue "First", import (certain). Ours: a held code that the establishment which
// the row means already carries was decided before and holds nothing any more.
import type { PlainDate } from "../kernel/plain-date.js";
import {
  type Contains,
  diffFacts,
  type EstablishmentAfter,
  type FindContactMobile,
  toNewEstablishment,
} from "./diff-facts.js";
import type { Establishment } from "./establishment.schema.js";
import { createIdentityIndex, type Identity, type IdentityIndex } from "./find-identity.js";
import { findRepeats } from "./find-repeats.js";
import type { ImportOutcome } from "./import.schema.js";
import type { RegisterRow, RowFacts, RowProblem } from "./row-facts.js";

/** How a held row may be decided. */
export type DecisionKind = "create" | "update" | "refuse";

/** A row that was refused, with every reason. */
export type RefusedRow = { readonly row: number; readonly problems: readonly RowProblem[] };

/** A row of the file, read or refused. */
export type ReadRow = RegisterRow | RefusedRow;

/**
 * What becomes of a row. `target` is the establishment it means, `after` what an update leaves behind; what a created
 * row founds is left to `findAfter`, since a preview of a hundred thousand rows never asks.
 */
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
  /** Asked only of establishments for which a row gives a number. */
  readonly findContactMobile?: FindContactMobile | undefined;
};

const NOTHING: readonly never[] = [];
const NEW: Identity = { kind: "new" };
const MOST_CANDIDATES = 20;

const isPrefixOf: Contains = (ancestor, place) => place.startsWith(ancestor);

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
  scope: { importedOn, contains = isPrefixOf, findContactMobile },
}: Pick<MergedRow, "row" | "notices" | "target"> & {
  readonly facts: RowFacts;
  readonly scope: Omit<MergeScope, "register">;
}): MergedRow {
  const after =
    target === null
      ? null
      : diffFacts({ before: target, given: facts, contains, importedOn, findContactMobile });
  const isUnchanged = after !== null && after.changes.length === 0;
  return {
    row,
    outcome: after === null ? "created" : isUnchanged ? "unchanged" : "updated",
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

const isRead = (row: ReadRow): row is RegisterRow => "facts" in row;

function countByCode(rows: readonly RegisterRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of rows) {
    const code = facts.creditCode;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/**
 * What becomes of every row, in the order given. Refused rows take no part in the search for repeats: a mended one comes
 * in later. Ids and versions are the writer's. Linear in rows and register.
 *
 * @example
 * const facts = { name: "面馆", creditCode: "91350100M000100Y43" };
 * const rows = [{ row: 2, facts, holds: [], notices: [] }, { row: 3, problems: [] }];
 * mergeImport({ rows, register: [], importedOn: "2026-11-24" }).map((row) => row.outcome); // => ["created", "refused"]
 */
export function mergeImport({
  rows,
  ...scope
}: MergeScope & { readonly rows: readonly ReadRow[] }): readonly MergedRow[] {
  const index = createIdentityIndex({ register: scope.register });
  const read = rows.filter(isRead);
  const counts = scope.register.length === 0 ? undefined : countByCode(read);
  const identities = read.map(({ facts }): Identity => {
    // Into an empty register every row is new; only other rows of the file can hold it.
    if (counts === undefined) return NEW;
    const code = facts.creditCode;
    return index.findIdentity(facts, code === undefined ? 0 : (counts.get(code) ?? 0));
  });
  const repeats = findRepeats({ rows: read, identities });

  let next = 0;
  return rows.map((row): MergedRow => {
    if (!isRead(row)) return refused(row.row, row.problems);
    const identity = identities[next] ?? NEW;
    next += 1;
    const holds = listStandingHolds(row, identity);
    const repeat = repeats.get(row.row);
    if (holds.length === 0 && repeat === undefined && identity.kind !== "open") {
      const target = identity.kind === "known" ? identity.establishment : null;
      return settleRow({ row: row.row, facts: row.facts, notices: row.notices, target, scope });
    }
    const problems = [...holds];
    if (identity.kind === "open") problems.push({ ...identity.reason, column: "" });
    if (repeat !== undefined) problems.push({ ...repeat, column: "" });
    return hold(row, identity, problems, index);
  });
}

/**
 * The establishment that a created or updated row leaves behind, with the changes of an update; `undefined` for every
 * other row.
 *
 * @example
 * const [row] = mergeImport({ rows: [{ row: 2, facts: { name: "面馆" }, holds: [], notices: [] }], register: [], importedOn: "2026-11-24" });
 * findAfter({ row, importedOn: "2026-11-24" }).stateSince; // => "2026-11-24"
 */
export function findAfter({
  row: { outcome, facts, after },
  importedOn,
}: {
  readonly row: MergedRow;
  readonly importedOn: PlainDate;
}): EstablishmentAfter | undefined {
  if (outcome === "created" && facts !== null) return toNewEstablishment({ given: facts, importedOn });
  return after ?? undefined;
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
