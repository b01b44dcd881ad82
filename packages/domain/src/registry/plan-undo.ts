// Decides what of an applied import can be taken back: what it founded is taken out, what it changed is restored, row by
// row; a row whose establishment was changed by anybody since is left as it is, and the reason says by whom and when.
// Source: ours; issue "Third", undo of an import. Row by row, since one visited shop must not keep 4,999 others wrong.
import { type Problem, problem } from "../kernel/result.js";
import type { ImportProblemCode } from "./import.problem.js";

/** What an applied row wrote. */
export type WrittenRow = {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly what: "created" | "updated";
  /** Version of the establishment that the row left behind. */
  readonly version: number;
};

/** What a row wrote, as it is now. */
export type PresentObject = {
  readonly version: number;
  /** It was taken out or merged away. */
  readonly isOut: boolean;
  /** Why it cannot be taken out although nobody changed it. */
  readonly inUse?: Problem<ImportProblemCode> | null;
};

/** Something recorded about the establishment after the import. */
export type LaterChange = { readonly what: string; readonly who: string; readonly on: string };

/** What undoing does with one row. */
export type UndoneRow = {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly undo: "take-out" | "restore";
  readonly problem: Problem<ImportProblemCode> | null;
};

/**
 * One answer for each row written, in order; `problem` is null where it can be taken back. Of several rows that wrote one
 * establishment (a decision on a held row after the file) only the last could be, and all are refused instead, since
 * half of an undo would leave what neither the file nor the office ever said.
 *
 * @example
 * const written = [{ row: 2, id: "e1", name: "面馆", what: "created", version: 1 }, { row: 3, id: "e2", name: "粮油", what: "updated", version: 4 }];
 * const rows = planUndo({ written, findPresent: () => ({ version: 4, isOut: false }), findLater: (id) => id === "e2" ? { what: "visited", who: "晏清禾", on: "2026-11-24" } : undefined });
 * rows.map(({ undo, problem }) => [undo, problem?.code ?? null]); // => [["take-out", "import/undo-version"], ["restore", "import/undo-changed"]]
 */
export function planUndo({
  written,
  findPresent,
  findLater,
}: {
  readonly written: readonly WrittenRow[];
  readonly findPresent: (id: string) => PresentObject | undefined;
  readonly findLater: (id: string) => LaterChange | undefined;
}): readonly UndoneRow[] {
  const counts = new Map<string, number>();
  for (const { id } of written) counts.set(id, (counts.get(id) ?? 0) + 1);
  const findProblem = ({ id, version, name, what }: WrittenRow): Problem<ImportProblemCode> | null => {
    const present = findPresent(id);
    if (present === undefined) return problem("import/undo-gone", { name });
    if (present.isOut) return problem("import/undo-out", { name });
    const later = findLater(id);
    if (later !== undefined) return problem("import/undo-changed", { name, ...later });
    if ((counts.get(id) ?? 0) > 1) return problem("import/undo-twice", { name });
    if (present.version !== version) return problem("import/undo-version", { name });
    return what === "created" ? (present.inUse ?? null) : null;
  };
  return written.map((row) => ({
    row: row.row,
    id: row.id,
    name: row.name,
    undo: row.what === "created" ? "take-out" : "restore",
    problem: findProblem(row),
  }));
}
