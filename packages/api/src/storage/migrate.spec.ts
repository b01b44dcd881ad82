import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bothEngines } from "../testing/test-engines.js";
import { executeRows } from "./database.js";
import { listMigrations, migrate } from "./migrate.js";
import { StorageRefusal } from "./storage.problem.js";

const ours = listMigrations();
const extra = (tag: string, script: string) => [...ours, { tag, script }];

describe.each(bothEngines)("$name", ({ open }) => {
  it("applies each migration once", async () => {
    const database = await open();
    expect(await migrate(database)).toEqual([]);
    const more = extra(
      "9998_more",
      "create table more (n int);\n--> statement-breakpoint\ninsert into more values (1);",
    );
    expect(await migrate(database, more)).toEqual(["9998_more"]);
    expect(await migrate(database, more)).toEqual([]);
    expect(await executeRows(database.db, sql`select n from more`)).toEqual([{ n: 1 }]);
    await database.close();
  });

  it("leaves nothing behind of a migration that fails half-way", async () => {
    const database = await open();
    const broken = extra(
      "9998_broken",
      "create table half (n int);\n--> statement-breakpoint\nselect no_such_column;",
    );
    await expect(migrate(database, broken)).rejects.toThrow();
    const [row] = await executeRows(
      database.db,
      sql`select to_regclass('half')::text as half, (select count(*)::int from schema_migration) as applied`,
    );
    expect(row).toEqual({ half: null, applied: ours.length });
    await database.close();
  });

  it("refuses a database of a newer version untouched", async () => {
    const database = await open();
    await migrate(database, extra("9999_future", "create table future (n int);"));
    const refusal: unknown = await migrate(database).catch((error) => error);
    expect(refusal).toBeInstanceOf(StorageRefusal);
    expect((refusal as StorageRefusal).problem).toEqual({
      code: "storage/schema-newer",
      params: { migration: "9999_future" },
    });
    await database.close();
  });

  it("lets several servers start at once", async () => {
    const database = await open();
    const more = extra("9998_more", "create table more (n int);");
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database, more)));
    expect(applied.flat()).toEqual(["9998_more"]);
    await database.close();
  });
});
