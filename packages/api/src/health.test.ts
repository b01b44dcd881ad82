import { expect, it } from "vitest";
import { createHealth, type HealthDeps } from "./health.js";
import { createLog } from "./log.js";
import { openTestDatabase } from "./testing/open-test-database.js";

const silent = createLog(
  () => undefined,
  () => new Date(),
);

async function ask(path: string, change: (deps: HealthDeps) => HealthDeps = (deps) => deps) {
  const database = await openTestDatabase();
  const app = createHealth(change({ database, log: silent, patienceMs: 30_000 }));
  const response = await app.request(path);
  await database.close();
  return { status: response.status, body: await response.json() };
}

const hanging = ({ database, ...rest }: HealthDeps): HealthDeps => ({
  ...rest,
  patienceMs: 20,
  database: { ...database, db: { execute: () => new Promise(() => undefined) } as never },
});

it("lives with its database, and says nothing else", async () => {
  expect(await ask("/health")).toEqual({ status: 200, body: { ok: true, engine: "pglite", durable: false } });
  expect(await ask("/health", hanging)).toEqual({ status: 503, body: { ok: false } });
});

it.each<[string, (deps: HealthDeps) => HealthDeps, Record<string, boolean>]>([
  ["in order", (deps) => deps, {}],
  ["a database that does not answer", hanging, { database: false, schema: false }],
  ["a dead runner", (deps) => ({ ...deps, isRunnerAlive: () => false }), { jobs: false }],
  ["a server that stops", (deps) => ({ ...deps, isStopping: () => true }), { serving: false }],
])("ready: %s", async (_what, change, wrong) => {
  const { status, body } = await ask("/ready", change);
  const ok = Object.keys(wrong).length === 0;
  expect(status).toBe(ok ? 200 : 503);
  expect(body).toEqual({ ok, database: true, schema: true, jobs: true, serving: true, ...wrong });
});

it("is not ready on an older schema", async () => {
  const database = await openTestDatabase();
  await database.exec("delete from schema_migration where tag like '0001%'");
  const response = await createHealth({ database, log: silent }).request("/ready");
  await database.close();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ database: true, schema: false });
});
