// Whether the server lives and whether it should be sent work, for a supervisor or a load balancer. Neither says more
// than a stranger may know.
import { Hono } from "hono";
import type { Log } from "./log.js";
import type { Database } from "./storage/database.js";
import { probe } from "./storage/probe.js";
import { listPendingMigrations } from "./storage/schema-state.js";

/** Longest that a question to the database may take before it counts as unanswered. */
const PATIENCE_MS = 2000;

export type HealthDeps = {
  readonly database: Database;
  readonly log: Log;
  /** Whether this process takes up jobs; undefined where none is meant to. */
  readonly isRunnerAlive?: (() => boolean) | undefined;
  /** True from the moment that the server was told to stop. */
  readonly isStopping?: (() => boolean) | undefined;
  readonly patienceMs?: number;
};

/** `work`, or a rejection when it takes longer. */
async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `GET /health`: the process answers and so does its database, with engine and durability. `GET /ready`: besides, its
 * schema is this version's, its job runner lives and it is not stopping; each with its own yes or no. 503 for a no.
 */
export function createHealth(deps: HealthDeps): Hono {
  const { database, log, patienceMs = PATIENCE_MS } = deps;
  const ask = async (what: string, question: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await inTime(question(), patienceMs);
    } catch (error) {
      log.error(`${what} does not answer`, error);
      return false;
    }
  };
  const answers = () =>
    ask("the database", async () => {
      await probe(database);
      return true;
    });
  // A schema does not go back to an older one while the server runs.
  let isCurrent = false;
  const checkSchema = async (): Promise<boolean> => {
    isCurrent ||= await ask(
      "the schema",
      async () => (await listPendingMigrations(database.db)).length === 0,
    );
    return isCurrent;
  };
  const app = new Hono();
  app.get("/health", async (context) =>
    (await answers())
      ? context.json({ ok: true, engine: database.engine, durable: database.durable })
      : context.json({ ok: false }, 503),
  );
  app.get("/ready", async (context) => {
    const hasDatabase = await answers();
    const checks = {
      database: hasDatabase,
      schema: hasDatabase && (await checkSchema()),
      jobs: deps.isRunnerAlive?.() ?? true,
      serving: deps.isStopping?.() !== true,
    };
    const ok = Object.values(checks).every(Boolean);
    return context.json({ ok, ...checks }, ok ? 200 : 503);
  });
  return app;
}
