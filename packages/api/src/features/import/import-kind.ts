// What the imports of a register, of territories and of officials have in common, so that reading, previewing,
// applying and the error file are written once.
import type {
  ComparedFact,
  ImportOptions,
  ImportOutcome,
  ImportRow,
  ImportRun,
  PresentObject,
  Problem,
  Result,
  SheetRow,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";

/** A file as it was read, with how its columns are taken. */
export type ReadFile = {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly mapping: ImportRun["mapping"];
  readonly options: ImportOptions;
};

export type CellProblem = Problem & { readonly column: string };

/** What becomes of a row, as the domain planned it. */
export type PlannedRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly name: string;
  readonly problems: readonly CellProblem[];
  readonly notices: readonly CellProblem[];
  readonly changes: ImportRow["changes"];
  readonly candidates: ImportRow["candidates"];
  readonly decisions: ImportRow["decisions"];
  readonly decided: ImportRow["decided"];
  /** The one that the row updates or leaves as it is, where it means one. */
  readonly target: string | null;
};

/** A decision that was taken about a held row before the file was applied. */
export type TakenDecision = { readonly row: number; readonly decision: RowDecision };
export type RowDecision =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly target: string }
  | { readonly kind: "refuse" };

/** What applying a row wrote, kept so that it can be taken back. */
export type WrittenRow = {
  readonly row: number;
  readonly id: string;
  readonly what: "created" | "updated";
  readonly version: number;
  readonly before: unknown;
  /** The contact's number before, in clear; absent where the row did not change it. */
  readonly contact?: string | null;
};

/** What applying a file brought. */
export type WriteOutcome = {
  readonly graded: ImportRun["graded"];
  readonly written: readonly WrittenRow[];
};

/** A plan of a whole file: its rows for people, and `write`, which carries it out in a running transaction. */
export type ImportPlan = {
  readonly rows: readonly PlannedRow[];
  readonly write: (call: ChangeCall) => Promise<WriteOutcome>;
};

/** How what a file of the kind wrote is taken back. */
export type TakeBack = {
  readonly objectKind: "establishment" | "duty" | "liaison-group";
  /** What the record says of one that the file founded, and of one that it changed. */
  readonly recorded: { readonly created: string; readonly updated: string };
  /** How each stands now; undefined for one that is gone. */
  readonly findPresent: (
    call: Call,
    ids: readonly string[],
  ) => Promise<(id: string) => PresentObject | undefined>;
  /** Gives the ids that somebody changed in this very moment. */
  readonly takeBack: (call: ChangeCall, writings: readonly StoredWriting[]) => Promise<readonly string[]>;
};

/** What applying a row wrote, as it is kept; the contact's former number is sealed. */
export type StoredWriting = Omit<WrittenRow, "row" | "contact"> & {
  readonly at: string;
  readonly contact?: string | null | undefined;
};

export type ImportKindHandler = {
  readonly fields: readonly string[];
  readonly recognise: (header: string) => boolean;
  readonly guess: (input: {
    readonly headers: readonly string[];
    readonly sample: readonly (readonly string[])[];
  }) => readonly { readonly field: string | null; readonly sure: boolean }[];
  readonly plan: (
    call: Call,
    file: ReadFile,
    decisions: readonly TakenDecision[],
  ) => Promise<Result<ImportPlan>>;
  /** Absent: what a file wrote is mended by another file. */
  readonly undo?: TakeBack;
  /** One row beside the establishments that it may mean, where the kind has such. */
  readonly compare?: (
    call: Call,
    file: ReadFile,
    candidates: readonly string[],
  ) => Promise<Result<{ candidates: { id: string; name: string }[]; fields: ComparedFact[] }>>;
};

/** The cells of a row by the fields that the mapping gives their columns. */
export function readCells<F extends string>(
  { headers, mapping }: ReadFile,
  row: SheetRow,
  isField: (text: string) => text is F,
): { readonly [Field in F]?: string } {
  const cells: { [Field in F]?: string } = {};
  headers.forEach((header, column) => {
    const field = Object.hasOwn(mapping, header) ? mapping[header] : undefined;
    if (field !== null && field !== undefined && isField(field)) cells[field] = row.cells[column] ?? "";
  });
  return cells;
}

/** The file's header of a field, for telling people which column a reason is about. */
export const findHeaderOf = ({ headers, mapping }: ReadFile, field: string): string =>
  headers.find((header) => Object.hasOwn(mapping, header) && mapping[header] === field) ?? "";
