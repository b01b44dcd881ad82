import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeServerDatabase, testServerUrl } from "../testing/test-engines.js";
import { connect } from "./connect.js";
import { executeRows } from "./database.js";
import { readAddress } from "./pooler.js";

describe("an address", () => {
  it.each([
    ["postgres://a@h/d?pgbouncer=true", "postgres://a@h/d", true],
    ["postgres://a@h/d?sslmode=require&pgbouncer=true", "postgres://a@h/d?sslmode=require", true],
    ["postgres://a@h/d?pgbouncer=true&sslmode=require", "postgres://a@h/d?sslmode=require", true],
    ["postgres://a@h/d?pgbouncer=truely", "postgres://a@h/d?pgbouncer=truely", false],
    ["postgres://a@h/d", "postgres://a@h/d", false],
  ])("%s", (given, address, isPooler) => {
    expect(readAddress(given)).toEqual({ address, isPooler });
  });
});

const listNames = async (url: string): Promise<readonly unknown[]> => {
  const database = await connect({ folder: "", databaseUrl: url, requireDurable: false, now: new Date() });
  try {
    // In one transaction, so on one connection.
    return await database.transaction(async (tx) => {
      const question = tx.select({ one: sql<number>`1` }).from(sql`(values (1)) as one`);
      expect(await question.prepare("ask_one").execute()).toEqual([{ one: 1 }]);
      const rows = await executeRows(tx, sql`select name from pg_prepared_statements where name = 'ask_one'`);
      return rows.map(({ name }) => name);
    });
  } finally {
    await database.close();
  }
};

if (testServerUrl !== undefined) {
  const adminUrl = testServerUrl;
  it("statements have names on a server, and none behind a pooler", async () => {
    const { url, drop } = await makeServerDatabase(adminUrl);
    expect(await listNames(url)).toEqual(["ask_one"]);
    expect(await listNames(`${url}?pgbouncer=true`)).toEqual([]);
    await drop();
  });
}
