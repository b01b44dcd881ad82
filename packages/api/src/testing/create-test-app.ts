// A whole application on a database of its own in memory, and the real client over it.
import { toPlainDate } from "@shian/domain";
import type { Hono } from "hono";
import { createApp } from "../app.js";
import { type ClientOptions, createClient, type ShianClient } from "../client/index.js";
import type { Deps } from "../deps.js";
import { createJobs } from "../jobs.js";
import { createLog } from "../log.js";
import type { Database } from "../storage/database.js";
import { openTestDatabase } from "./open-test-database.js";

export type TestApp = {
  readonly app: Hono;
  readonly client: ShianClient;
  /** For `uploadFile` and clients in another language. */
  readonly clientOptions: ClientOptions;
  readonly deps: Deps;
  readonly database: Database;
  /** Lines that the server logged. */
  readonly logged: string[];
  /** Sets the clock to noon (office time) of a day. */
  setToday(day: string): void;
  /** A fresh id of a write. */
  newTxId(): string;
  close(): Promise<void>;
};

/** An empty office on 2026-11-24 with a fixed clock. */
export async function createTestApp(options: { readonly today?: string } = {}): Promise<TestApp> {
  const toNoon = (day: string) => new Date(`${toPlainDate(day)}T12:00:00+08:00`);
  let now = toNoon(options.today ?? "2026-11-24");
  let lastId = 0;
  const logged: string[] = [];
  const log = createLog(
    (line) => logged.push(line),
    () => now,
  );
  const database = await openTestDatabase();
  const deps: Deps = {
    database,
    clock: () => now,
    newId: () => `00000000-0000-4000-8000-${String(++lastId).padStart(12, "0")}`,
    log,
    jobs: createJobs(log),
    mode: "office",
    version: "0.0.0-test",
  };
  const app = createApp({ deps });
  const clientOptions: ClientOptions = {
    url: "http://localhost",
    locale: "zh-CN",
    fetch: async (input, init) => app.request(input instanceof URL ? input.href : input, init),
  };
  let lastTx = 0;
  return {
    app,
    client: createClient(clientOptions),
    clientOptions,
    deps,
    database,
    logged,
    setToday: (day) => {
      now = toNoon(day);
    },
    newTxId: () => `test-transaction-${String(++lastTx).padStart(6, "0")}`,
    async close() {
      await deps.jobs.idle();
      await database.close();
    },
  };
}
