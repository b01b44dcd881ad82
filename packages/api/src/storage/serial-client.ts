// The client that drizzle's PGlite driver expects, over one connection: statements wait for a running transaction.
import { AsyncLocalStorage } from "node:async_hooks";
import type { PGlite } from "@electric-sql/pglite";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pglite";
import { type Database, type Db, type RowSettings, runWhole } from "./database.js";
import type { EmbeddedEngine, StatementResult } from "./embedded-engine.js";
import { bindStatement } from "./row-security.js";

const dialect = new PgDialect();

type QueryOptions = { readonly rowMode?: "array" | "object" };
type Statements = {
  query(statement: string, parameters?: readonly unknown[], options?: QueryOptions): Promise<StatementResult>;
};

/** Runs tasks one after the other; a failed one does not stop the next. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

/** A `Database` over one embedded connection; `durable` is what the opener proved about it. */
export function createEmbeddedDatabase(engine: EmbeddedEngine, durable: boolean): Database {
  const enqueue = createQueue();
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const statements: Statements = {
    query: (statement, parameters = [], options = {}) =>
      engine.query(statement, parameters, options.rowMode ?? "object"),
  };

  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.open === true)
      return Promise.reject(
        new Error(
          "A statement outside the running transaction was made from inside it: pass the transaction on.",
        ),
      );
    return enqueue(task);
  };

  async function runTransaction<T>(work: (tx: Statements) => Promise<T>): Promise<T> {
    const running = { open: true };
    await engine.exec("begin");
    try {
      const result = await inside.run(running, () => work(statements));
      await engine.exec("commit");
      return result;
    } catch (error) {
      // When the engine itself is gone there is nothing to roll back, and the first error is the one to tell.
      await engine.exec("rollback").catch(() => undefined);
      throw error;
    } finally {
      running.open = false;
    }
  }

  const client = {
    query: (...question: Parameters<Statements["query"]>) => alone(() => statements.query(...question)),
    transaction: <T>(work: (tx: Statements) => Promise<T>) => alone(() => runTransaction(work)),
  };
  // Drizzle's driver uses `query` and `transaction` of a PGlite and nothing else; the storage specs prove it.
  const db = drizzle(client as unknown as PGlite);

  /** Every statement in a transaction of its own, with the settings bound. */
  const as = (settings: RowSettings): Db => {
    const bind = dialect.sqlToQuery(bindStatement(settings, true));
    const bound = {
      query: (...question: Parameters<Statements["query"]>) =>
        alone(() =>
          runTransaction(async (tx) => {
            await tx.query(bind.sql, bind.params);
            return tx.query(...question);
          }),
        ),
    };
    return drizzle(bound as unknown as PGlite);
  };

  return {
    engine: "pglite",
    durable,
    db,
    canSwitchRole: true,
    as,
    transaction: (work) => db.transaction((tx) => runWhole(tx, work)),
    exec: (script) => alone(() => engine.exec(script)),
    close: () => alone(() => engine.close()),
  };
}
