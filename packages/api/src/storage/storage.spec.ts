// One spec, every engine: what a repository may rely on, whichever database stands behind it.
import { sql } from "drizzle-orm";
import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyEngine } from "../testing/test-engines.js";
import { bulkInsert } from "./bulk-write.js";
import { bytes, instant, key } from "./columns.js";
import { type Database, executeRows, findSqlState } from "./database.js";

const sample = pgTable("sample", {
  id: key("id").primaryKey(),
  day: date("day"),
  at: instant("at"),
  whole: integer("whole"),
  large: bigint("large", { mode: "number" }),
  real: doublePrecision("real"),
  yes: boolean("yes"),
  document: jsonb("document"),
  words: text("words").array(),
  content: bytes("content"),
});

function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe.each(everyEngine)("$name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.exec(`create table sample (id text collate "C" primary key, day date, at timestamp (3) with time zone,
      whole integer, large bigint, real double precision, yes boolean, document jsonb, words text[], content bytea);
      create table counter (n integer not null);`);
  });
  beforeEach(() => database.exec("truncate sample; truncate counter; insert into counter values (0);"));
  afterAll(() => database.close());

  it("gives back every kind of value as it was given", async () => {
    const row = {
      id: "一",
      day: "2026-02-28",
      at: "2026-11-24T04:05:06.789Z",
      whole: -7,
      large: 9_007_199_254_740_991,
      real: 0.1,
      yes: false,
      document: { text: "320106", list: [1, null, "甲"], nested: { "a.b": true }, none: null },
      words: ["甲，乙", 'with "quotes"', "comma, {brace}", "", "back\\slash", "null"],
      content: Uint8Array.from({ length: 256 }, (_, index) => index),
    };
    await database.db.insert(sample).values(row);
    expect(await database.db.select().from(sample)).toEqual([row]);
  });

  it("gives back null where nothing was given, and empty lists as empty", async () => {
    const empty = {
      day: null,
      at: null,
      whole: null,
      large: null,
      real: null,
      yes: null,
      document: null,
      content: null,
    };
    await database.db.insert(sample).values({ id: "1", ...empty, words: [] });
    expect(await database.db.select().from(sample)).toEqual([{ id: "1", ...empty, words: [] }]);
  });

  it("takes parameters of every kind in raw statements", async () => {
    const [row] = await executeRows(
      database.db,
      sql`select ${"甲"}::text as word, ${7}::int as whole, ${true}::bool as yes, ${"2026-01-01"}::date as day,
        ${sql.param(["a", "b"])}::text[] as words, ${JSON.stringify({ a: 1 })}::jsonb as document, ${null}::text as none`,
    );
    expect(row).toEqual({
      word: "甲",
      whole: 7,
      yes: true,
      day: "2026-01-01",
      words: ["a", "b"],
      document: { a: 1 },
      none: null,
    });
  });

  it("sorts keys by code point, whatever the server's language", async () => {
    const ids = ["b", "B", "a", "A1", "中", "乙", "-", "10", "9"];
    await database.db.insert(sample).values(ids.map((id) => ({ id })));
    const rows = await database.db.select({ id: sample.id }).from(sample).orderBy(sample.id);
    expect(rows.map(({ id }) => id)).toEqual([...ids].sort());
  });

  it("commits what a transaction wrote", async () => {
    const answer = await database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: "kept" });
      return "done";
    });
    expect(answer).toBe("done");
    expect(await database.db.$count(sample)).toBe(1);
  });

  it("undoes everything when the work fails", async () => {
    const work = database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: "lost" });
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await database.db.$count(sample)).toBe(0);
  });

  it("undoes an inner transaction alone", async () => {
    await database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: "outer" });
      await tx
        .transaction(async (inner) => {
          await inner.insert(sample).values({ id: "inner" });
          throw new Error("inner");
        })
        .catch(() => undefined);
    });
    expect(await database.db.select({ id: sample.id }).from(sample)).toEqual([{ id: "outer" }]);
  });

  it("does not acknowledge a transaction whose failed statement was swallowed", async () => {
    const work = database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: "1" });
      await tx
        .insert(sample)
        .values({ id: "1" })
        .catch(() => undefined);
      return "as if it were done";
    });
    await expect(work).rejects.toThrow();
    expect(await database.db.$count(sample)).toBe(0);
  });

  it("names a broken constraint by its SQLSTATE, also inside a transaction", async () => {
    await database.db.insert(sample).values({ id: "1" });
    const alone: unknown = await database.db
      .insert(sample)
      .values({ id: "1" })
      .catch((error) => error);
    const inside: unknown = await database
      .transaction((tx) => tx.insert(sample).values({ id: "1" }))
      .catch((error) => error);
    expect([findSqlState(alone), findSqlState(inside), findSqlState(new Error("other"))]).toEqual([
      "23505",
      "23505",
      undefined,
    ]);
  });

  it("keeps concurrent transactions apart", async () => {
    const raise = () =>
      database.transaction(async (tx) => {
        const [row] = await executeRows(tx, sql`select n from counter for update`);
        await tx.execute(sql`update counter set n = ${Number(row?.n) + 1}`);
      });
    await Promise.all(Array.from({ length: 25 }, raise));
    expect(await executeRows(database.db, sql`select n from counter`)).toEqual([{ n: 25 }]);
  });

  it("lets statements outside a running transaction see nothing of it", async () => {
    const started = createGate();
    const mayEnd = createGate();
    const changing = database
      .transaction(async (tx) => {
        await tx.insert(sample).values({ id: "1" });
        started.open();
        await mayEnd.opened;
        throw new Error("undone");
      })
      .catch(() => undefined);
    await started.opened;
    // Started here and not merely prepared: a count runs when it is waited for.
    const reading = database.db.$count(sample).then((count) => count);
    mayEnd.open();
    expect(await reading).toBe(0);
    await changing;
  });

  it("writes rows in bulk as it writes them one by one", async () => {
    const rows = Array.from({ length: 2345 }, (_, index) => ({
      id: `r${index}`,
      day: index % 2 === 0 ? "2026-02-28" : null,
      at: "2026-11-24T04:05:06.789Z",
      whole: index,
      large: 9_007_199_254_740_991,
      real: index / 10,
      yes: index % 3 === 0,
      document: index % 5 === 0 ? null : { text: '"甲"', list: [index, null], "": "\\" },
      words: index % 7 === 0 ? [] : ["甲，乙", 'with "quotes"', "comma, {brace}", "null", "\\"],
    }));
    await bulkInsert(database.db, sample, rows);
    const written = await database.db.select().from(sample).orderBy(sample.whole);
    expect(written).toEqual(rows.map((row) => ({ ...row, content: null })));
    await bulkInsert(database.db, sample, []);
    expect(await database.db.$count(sample)).toBe(2345);
  });

  it("writes 1,000 rows in one statement", async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      id: `r${index}`,
      words: ["x"],
      whole: index,
    }));
    await database.db.insert(sample).values(rows);
    expect(await database.db.$count(sample)).toBe(1000);
  });
});

describe.each(everyEngine.filter(({ name }) => name.startsWith("PGlite")))("$name", ({ open }) => {
  it("refuses a statement past the transaction from inside it, instead of waiting for ever", async () => {
    const database = await open();
    const work = database.transaction(() => database.db.execute(sql`select 1`));
    await expect(work).rejects.toThrow(/Failed query|outside the running transaction/);
    expect(await executeRows(database.db, sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await database.close();
  });
});
