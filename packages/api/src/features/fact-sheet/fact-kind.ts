// What the three kinds of sheets have in common, so that reading, previewing, entering and undoing are written once.
import type { FactKind, FactOutcome, FactProblem, SheetRow } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import type { Picture } from "../picture/picture.js";

/** A sheet as it was read, with how its columns are taken. */
export type ReadSheet = {
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly columns: readonly (string | null)[];
  readonly rows: readonly SheetRow[];
};

/** What becomes of a row, as the domain planned it, in the asker's words. */
export type ShownFact = {
  readonly row: number;
  readonly outcome: FactOutcome;
  readonly establishment: string | null;
  readonly name: string;
  readonly says: string | null;
  readonly before: string | null;
  readonly problems: readonly FactProblem[];
};

/** What was entered about one establishment: `before` and `after` are the kind's own. */
export type Entry = {
  readonly establishmentId: string;
  readonly rows: number;
  readonly before: unknown;
  readonly after: unknown;
};

export type FactPlan = {
  readonly rows: readonly ShownFact[];
  /** Enters what is new or replaces, in the running transaction. */
  readonly enter: (call: ChangeCall) => Promise<readonly Entry[]>;
};

export type FactKindHandler = {
  readonly plan: (call: Call, picture: Picture, sheet: ReadSheet) => Promise<FactPlan>;
  /** Takes entries back that still are as the sheet left them; gives those. */
  readonly takeBack: <E extends Entry>(call: ChangeCall, entries: readonly E[]) => Promise<readonly E[]>;
};

export type FactHandlers = { readonly [K in FactKind]: FactKindHandler };
