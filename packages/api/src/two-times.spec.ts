// What was known stays known (rules §1 "Two times"), and the two things that must never rewrite a past quarter: a shop
// that closes and townships that merge. The long version is `npm run drill -- two-times`.
import { addDays, toPlainDate } from "@shian/domain";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "./storage/database.js";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "./testing/small-register.js";
import { bothEngines } from "./testing/test-engines.js";
import { bends } from "./testing/two-times/bends.js";
import { runTwoTimes } from "./testing/two-times/run-two-times.js";

const SEED = 20261127;
const RUNS = 15;

describe.each(bothEngines)("two times on $name", ({ open }) => {
  let database: Database;
  let test: TestApp | undefined;
  afterEach(async () => {
    await test?.close();
    test = undefined;
    await database?.close();
  });

  it("answers about known days for ever, whatever is entered later", async () => {
    database = await open();
    const outcome = await runTwoTimes({ database, runs: RUNS, seed: SEED });
    expect(outcome.fault).toBeUndefined();
    expect(outcome).toMatchObject({ runs: RUNS, asked: RUNS, askedAgain: 3 * RUNS });
    expect(Object.keys(outcome.entered).length).toBeGreaterThan(5);
  }, 300_000);

  it("sees a past that was overwritten", async () => {
    database = await open();
    const outcome = await runTwoTimes({ database, runs: RUNS, seed: SEED, bend: bends.assignments });
    expect(outcome.fault).toBeDefined();
  }, 300_000);

  const enter = async (shops: Parameters<typeof insertSmallRegister>[1]["shops"]) => {
    database = await open();
    test = await createTestApp({ database, today: "2026-11-24" });
    await insertSmallRegister(test, { shops, seats: [{ id: "o1", jurisdictions: [district] }] });
    return { test, client: (await test.clientAs({ role: "office", territory: district })).client };
  };
  const count = ({ due, done, notDone, waived }: Record<string, number>) => ({ due, done, notDone, waived });

  it("a closed shop never counts as a miss, from the day it closed", async () => {
    const { test: app, client } = await enter([
      { id: "e1", township: east, official: "o1" },
      { id: "e2", township: east, official: "o1" },
    ]);
    const ask = async () => (await client.coverage.measure.query({ period: "2026Q4" })).total.total;
    expect(await ask()).toMatchObject({ due: 2 });
    const { establishment } = await client.registry.get.query({ id: "e1" });
    await client.registry.correct.mutate({
      txId: app.newTxId(),
      id: "e1",
      version: establishment.version,
      changes: {},
      state: { state: "closed", from: toPlainDate("2026-11-20") },
    });
    expect(await ask()).toMatchObject({ due: 1 });
    // Not missed in the quarter that it closed in, nor overdue on any later day; the quarter before stays missed.
    const overdue = async (asOf: string) =>
      (
        await client.visit.duties.query({
          states: ["overdue"],
          period: "2026Q4",
          asOf: toPlainDate(asOf),
          limit: 50,
        })
      ).rows.map((row) => row.establishment);
    expect(await overdue("2027-01-05")).toEqual(["e2"]);
    expect((await client.coverage.measure.query({ period: "2026Q3" })).total.total).toMatchObject({ due: 2 });
  });

  it("a merger of townships does not rewrite last quarter", async () => {
    const { test: app, client } = await enter([
      { id: "e1", township: east, official: "o1" },
      { id: "e2", township: west, official: "o1" },
    ]);
    const lastQuarter = toPlainDate("2026-09-30");
    const ask = async () => {
      const { territories, total } = await client.coverage.measure.query({ period: "2026Q3" });
      return {
        rows: territories.map(({ key, name, total: sum }) => [key, name, count(sum as never)]),
        total,
      };
    };
    const [before, tree] = [await ask(), await client.chain.tree.query({ asOf: lastQuarter })];
    expect(before.rows.map(([key]) => key)).toEqual(expect.arrayContaining([east, west]));
    await client.territory.merge.mutate({
      txId: app.newTxId(),
      on: addDays(lastQuarter, 20),
      codes: [east, west],
      into: { code: "990106003", name: "合并街道" },
    });
    expect(await client.chain.tree.query({ asOf: lastQuarter })).toEqual(tree);
    expect(await ask()).toEqual(before);
    const now = await client.chain.tree.query({});
    expect(now.rows.map(({ code, establishments }) => [code, establishments])).toEqual([["990106003", 2]]);
  });
});
