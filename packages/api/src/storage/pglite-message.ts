// What the server's thread and the database's thread say to each other.
import type { StatementResult } from "./embedded-engine.js";

/** A database folder, opened before the first answer. */
export type WorkerStart = { readonly folder: string };

export type EngineRequest =
  | {
      readonly id: number;
      readonly kind: "query";
      readonly statement: string;
      readonly parameters: readonly unknown[];
      readonly rowMode: "array" | "object";
    }
  | { readonly id: number; readonly kind: "exec"; readonly script: string }
  | { readonly id: number; readonly kind: "syncs" }
  | { readonly id: number; readonly kind: "close" };

/** An error of PostgreSQL in parts that can be cloned between threads. */
export type EngineFailure = {
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number>>;
};

export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly result: StatementResult | number | null }
  | { readonly id: number; readonly ok: false; readonly failure: EngineFailure };

/** An error that the database gave, with PostgreSQL's own fields (`code`, `detail`, `constraint`, …). */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  constructor(failure: EngineFailure) {
    super(failure.message);
    Object.assign(this, failure.fields);
  }
}

/** The parts of an error that matter to the asking thread. */
export function toEngineFailure(error: unknown): EngineFailure {
  if (!(error instanceof Error)) return { message: String(error), fields: {} };
  const fields = Object.entries(error).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return {
    message: error.message,
    fields: Object.fromEntries(fields.filter(([key]) => !["message", "name", "query"].includes(key))),
  };
}
