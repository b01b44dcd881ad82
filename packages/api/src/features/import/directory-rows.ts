// What the imports of the directory and of its groups have in common: rows read one by one, outcomes shown, what was
// written kept with its row.
import type { DirectoryChange, Problem, Result } from "@shian/domain";
import { Refusal } from "../../refusal.js";
import {
  type CellProblem,
  findHeaderOf,
  type PlannedRow,
  type ReadFile,
  readCells,
  type WriteOutcome,
  type WrittenRow,
} from "./import-kind.js";

type FieldProblem = Problem & { readonly field: string };

/** What the domain says of a row that could be read. */
export type RowOutcome<W> = {
  readonly row: number;
  readonly outcome: "created" | "updated" | "unchanged" | "refused";
  readonly problems: readonly FieldProblem[];
  readonly notices: readonly FieldProblem[];
  readonly changes: readonly DirectoryChange[];
  readonly writing: W | null;
};

/** The rows of the file that could be read, and the others with their reasons. */
export function readDirectoryRows<F extends string, T>(
  file: ReadFile,
  {
    isField,
    name,
    parse,
  }: {
    readonly isField: (text: string) => text is F;
    readonly name: F;
    readonly parse: (cells: { readonly [K in F]?: string }) => Result<T, FieldProblem>;
  },
): { readonly read: readonly { readonly row: number; readonly facts: T }[]; readonly refused: PlannedRow[] } {
  const read: { readonly row: number; readonly facts: T }[] = [];
  const refused: PlannedRow[] = [];
  for (const row of file.rows) {
    const cells = readCells(file, row, isField);
    const parsed = parse(cells);
    if (parsed.ok) read.push({ row: row.row, facts: parsed.value });
    else {
      const { problems } = parsed;
      const outcome = { row: row.row, outcome: "refused", problems, notices: [], changes: [] } as const;
      refused.push(toPlannedRow(file, outcome, { name: cells[name] ?? "", target: null }));
    }
  }
  return { read, refused };
}

const toCellProblems = (file: ReadFile, problems: readonly FieldProblem[]): CellProblem[] =>
  problems.map(({ field, ...reason }) => ({ ...reason, column: findHeaderOf(file, field) }));

export const toPlannedRow = (
  file: ReadFile,
  { row, outcome, problems, notices, changes }: Omit<RowOutcome<unknown>, "writing">,
  { name, target }: { readonly name: string; readonly target: string | null },
): PlannedRow => ({
  ...{ row, outcome, name, target, candidates: [], decisions: [], decided: null },
  problems: toCellProblems(file, problems),
  notices: toCellProblems(file, notices),
  changes: changes.map((change) => ({ ...change })),
});

/** What was written, for undoing; refuses the whole file where somebody changed what it was planned against. */
export function toWriteOutcome(done: boolean, written: readonly Omit<WrittenRow, "before">[]): WriteOutcome {
  if (!done) throw new Refusal([{ code: "request/stale", params: {} }]);
  return { graded: null, written: written.map((row) => ({ ...row, before: null })) };
}
