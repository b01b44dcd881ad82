// What repositories see of the storage: one drizzle dialect, whichever engine stands behind it.
import { type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A handle to run statements on: the database itself or a transaction of it. Repositories take this and only this. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** A statement that is put together with others before it is run; only repositories make one. */
export type Statement = SQL;

/** Settings of a transaction by name, as `toRowSettings` makes them. */
export type RowSettings = Readonly<Record<string, string>>;

/** Which PostgreSQL stands behind a `Database`. */
export type EngineName = "pglite" | "postgres";

/** An open database. */
export type Database = {
  readonly engine: EngineName;
  /** An acknowledged write is on the disk: checked against the engine's own settings when it was opened. */
  readonly durable: boolean;
  /** Whether transactions of persons run under the database role `shian_person` besides their settings. */
  readonly canSwitchRole: boolean;
  /** For reads outside a transaction. Never use it inside a `transaction` callback: the embedded engine has one
   * connection, so it refuses that at once instead of waiting for itself for ever. */
  readonly db: Db;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** A handle for reads whose every statement sees only what the settings let it see (see `row-security.ts`). */
  as(settings: RowSettings): Db;
  /** Runs several statements without parameters, as migrations need it. */
  exec(script: string): Promise<void>;
  /** Connections of a server's pool; absent on the embedded engine, which has one. */
  readonly countPool?: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  /** Waits for running statements, then lets the engine go. */
  close(): Promise<void>;
};

/** The rows of a raw statement; both drivers answer with an object that holds them. */
export async function executeRows(db: Db, statement: SQL): Promise<readonly Record<string, unknown>[]> {
  const result: unknown = await db.execute(statement);
  if (typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows))
    return result.rows;
  throw new TypeError("The driver answered without rows.");
}

/** The SQLSTATE of a failed statement (`23505`: unique violation), looked up through drizzle's wrapping. */
export function findSqlState(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code))
      return cause.code;
  }
  return undefined;
}

/**
 * Runs `work` and then asks the transaction whether it still stands. Without that question a `work` that swallowed a
 * failed statement would be "committed" by a silent rollback, and its writes acknowledged but lost.
 */
export async function runWhole<T>(tx: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const result = await work(tx);
  await tx.execute(sql`select 1`);
  return result;
}
