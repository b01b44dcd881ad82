// Decides what becomes of every row of a sheet of facts: entered as new, in the place of what stands, already there, or
// refused. One planner for every kind of fact; a kind says how its cells are read, what a fact is about, and when two say the same.
// Source: issue "Third" (facts entered, imported or computed; every row accounted for) (certain). Ours: of rows that say the
// same the first is taken and the others told; of rows that contradict each other none is, for a person must say.
import { type Problem, problem, type Result } from "../kernel/result.js";
import { CellReader } from "../registry/cell-reader.js";
import type { SheetRow } from "../registry/sheet-row.js";
import type { FactCells, FactField } from "./fact-columns.js";
import type { FactKind, FactOutcome } from "./fact-sheet.schema.js";
import type { FactProblem, FindMeant, Known } from "./find-meant.js";

/** A row whose cells could be read and whose establishment was found, or every reason why not. */
export type ReadFactRow<E extends Known, R> = {
  readonly row: number;
  /** The name as the register has it, else as the sheet wrote it. */
  readonly name: string;
  readonly establishment: E | null;
  readonly read: R | null;
  readonly problems: readonly FactProblem[];
};

/** A fact that may stand for an establishment, what it is about, and what stands about that now. */
export type SettledFact<F> = { readonly subject: string; readonly fact: F; readonly standing: F | null };

/** One row of the plan. */
export type PlannedFact<E extends Known, F> = {
  readonly row: number;
  readonly name: string;
  readonly outcome: FactOutcome;
  readonly establishment: E | null;
  readonly subject: string | null;
  readonly fact: F | null;
  /** What stands now about the same. */
  readonly standing: F | null;
  readonly problems: readonly FactProblem[];
};

/** The cells of a row by field; what stands for a blank is left out. */
function toCells<K extends FactKind>(
  headers: readonly string[],
  columns: readonly (FactField<K> | null)[],
  row: SheetRow,
): FactCells<K> {
  const reader = new CellReader(headers, row.cells);
  const entries = columns.flatMap((field, at) => {
    const text = field === null ? "" : reader.cell(at);
    return field === null || text === "" ? [] : [[field, text] as const];
  });
  return Object.fromEntries(entries) as FactCells<K>;
}

/**
 * Reads every row of a sheet, in order: its cells by the kind's own rule, and whom it means. A row keeps every reason
 * against it.
 *
 * @example
 * const rows = readFactRows({
 *   headers: ["店名", "等级"], columns: ["name", "grade"],
 *   rows: [{ row: 2, cells: ["面馆", "B"], kinds: null }],
 *   read: ({ grade }) => ({ ok: true, value: grade }),
 *   findMeant: () => ({ ok: false, problems: [{ code: "fact-sheet/unknown", params: {} }] }),
 * });
 * rows[0].problems.map(({ code }) => code); // => ["fact-sheet/unknown"]
 */
export function readFactRows<K extends FactKind, E extends Known, R>(input: {
  readonly headers: readonly string[];
  readonly columns: readonly (FactField<K> | null)[];
  readonly rows: readonly SheetRow[];
  readonly read: (cells: FactCells<K>) => Result<R, FactProblem>;
  readonly findMeant: FindMeant<E>;
}): readonly ReadFactRow<E, R>[] {
  return input.rows.map((row) => {
    const cells = toCells(input.headers, input.columns, row);
    const meant = input.findMeant(cells);
    const read = input.read(cells);
    const problems = [...(meant.ok ? [] : meant.problems), ...(read.ok ? [] : read.problems)];
    return {
      row: row.row,
      name: (meant.ok ? meant.value.name : undefined) ?? cells.name ?? "",
      establishment: meant.ok ? meant.value : null,
      read: read.ok ? read.value : null,
      problems,
    };
  });
}

type Settled<E extends Known, F> = ReadFactRow<E, unknown> & { readonly settled: SettledFact<F> | null };

const keyOf = (establishment: Known, subject: string): string => `${establishment.id}\n${subject}`;
const MOST_NAMED = 5;

/** Why a row cannot be taken beside the others about the same; undefined where it can. */
function judgeBeside<E extends Known, F>(
  own: Settled<E, F>,
  group: readonly Settled<E, F>[],
  isSame: (a: F, b: F) => boolean,
): Problem | undefined {
  const [first] = group;
  const fact = own.settled?.fact;
  if (fact === undefined || first === undefined || group.length === 1) return undefined;
  const isUnanimous = group.every(({ settled }) => settled !== null && isSame(settled.fact, fact));
  if (isUnanimous) return first.row === own.row ? undefined : problem("fact-sheet/twice", { row: first.row });
  const others = group.filter(({ row }) => row !== own.row).map(({ row }) => row);
  const named = others.slice(0, MOST_NAMED).join("、");
  return problem("fact-sheet/contradicts", { rows: others.length > MOST_NAMED ? `${named}…` : named });
}

/**
 * The plan of a sheet that was read: one answer for each row, in the order of the sheet. `settle` holds a fact against what
 * is known of its establishment; `isSame` compares two facts about the same.
 *
 * @example
 * const shop = { id: "e1", name: "面馆", creditCode: null, licenceNumber: null, furtherLicences: [], address: null };
 * const row = (row, read) => ({ row, name: "面馆", establishment: shop, read, problems: [] });
 * const settle = (_, fact) => ({ ok: true, value: { subject: "grade", fact, standing: null } });
 * const isSame = (a, b) => a === b;
 * planFactSheet({ rows: [row(2, "A"), row(3, "A")], settle, isSame }).map(({ outcome }) => outcome); // => ["new", "refused"]
 * planFactSheet({ rows: [row(2, "A"), row(3, "B")], settle, isSame }).map(({ outcome }) => outcome); // => ["refused", "refused"]
 */
export function planFactSheet<E extends Known, R, F>(input: {
  readonly rows: readonly ReadFactRow<E, R>[];
  readonly settle: (establishment: E, read: R, row: number) => Result<SettledFact<F>, FactProblem>;
  readonly isSame: (a: F, b: F) => boolean;
}): readonly PlannedFact<E, F>[] {
  const rows = input.rows.map((row): Settled<E, F> => {
    if (row.problems.length > 0 || row.establishment === null || row.read === null)
      return { ...row, settled: null };
    const settled = input.settle(row.establishment, row.read, row.row);
    return settled.ok
      ? { ...row, settled: settled.value }
      : { ...row, settled: null, problems: settled.problems };
  });
  const groups = new Map<string, Settled<E, F>[]>();
  for (const row of rows) {
    if (row.settled === null || row.establishment === null) continue;
    const key = keyOf(row.establishment, row.settled.subject);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return rows.map((row) => {
    const { settled, establishment, name } = row;
    const refused = (problems: readonly FactProblem[]): PlannedFact<E, F> => ({
      row: row.row,
      name,
      outcome: "refused",
      establishment,
      subject: null,
      fact: settled?.fact ?? null,
      standing: settled?.standing ?? null,
      problems,
    });
    if (settled === null || establishment === null) return refused(row.problems);
    const beside = judgeBeside(row, groups.get(keyOf(establishment, settled.subject)) ?? [], input.isSame);
    if (beside !== undefined) return refused([beside]);
    const { subject, fact, standing } = settled;
    const outcome = standing === null ? "new" : input.isSame(fact, standing) ? "same" : "replaces";
    return { row: row.row, name, outcome, establishment, subject, fact, standing, problems: [] };
  });
}

/** How many rows there are of each outcome; together they are the rows of the sheet. */
export function countFactOutcomes(rows: readonly { readonly outcome: FactOutcome }[]): {
  readonly [O in FactOutcome]: number;
} {
  const counts = { new: 0, replaces: 0, same: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
