// Two who change the office's list of attention flags at one moment: neither writes over the other, on both engines.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { type Database, executeRows } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";

describe.each(bothEngines)("attention flags on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  it("are saved by one of two who saw the same list", async () => {
    const { attention } = test.client;
    const { version } = await attention.list.query({});
    const save = (code: string, name: string) =>
      attention.save.mutate({
        ...{ txId: test.newTxId(), version },
        flag: { code, name: { "zh-CN": name, en: code }, note: "电话 13900131234", retired: false },
      });
    const saved = await Promise.allSettled([save("night-market", "夜市"), save("fair", "庙会")]);
    const refused = saved.flatMap((one) => (one.status === "rejected" ? toProblems(one.reason) : []));
    expect(refused).toMatchObject([{ code: "request/stale" }]);
    const { flags } = await attention.list.query({});
    expect(flags.filter(({ shipped }) => !shipped)).toHaveLength(1);
    const [recorded] = await executeRows(
      database.db,
      sql`select string_agg(audit_change::text, ' ') as told from audit_change`,
    );
    expect(recorded?.told).toContain("电话 139****1234");
  });
});
