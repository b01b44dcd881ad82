// What the reading thread and the server say to each other.
import type { Problem, SpreadsheetProblemCode } from "@shian/domain";

/** From the thread. `json` holds a `SpreadsheetHeads`, then batches of `SheetRow`. */
export type WorkerMessage =
  | { readonly kind: "heads"; readonly json: string }
  | { readonly kind: "rows"; readonly json: string }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly problems: readonly Problem<SpreadsheetProblemCode>[] };

/** To the thread: which rows to read, or that one more batch may come. */
export type WorkerCommand =
  | { readonly kind: "read"; readonly sheet: string; readonly headerRow: number }
  | { readonly kind: "more" };
