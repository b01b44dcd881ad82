// R7 in small: every released schema, with its rows, becomes the newest one and loses nothing.
import { beforeAll, describe, expect, it } from "vitest";
import { describeSchema, digestRows } from "../testing/describe-schema.js";
import { emptyEngines } from "../testing/empty-engines.js";
import { digestMigration, listKeptColumns, listReleases, openRelease } from "../testing/released-schemas.js";
import { listMigrations, migrate } from "./migrate.js";

const releases = listReleases();

it("knows the releases", () => expect(releases.map(({ tag }) => tag)).toContain("0000_schema"));

it.each(releases)("$tag has the migrations that were released", ({ digests }) => {
  const now = new Map(listMigrations().map((migration) => [migration.tag, digestMigration(migration)]));
  for (const [tag, digest] of digests) expect([tag, now.get(tag)]).toEqual([tag, digest]);
});

describe.each(emptyEngines)("$name", { timeout: 300_000 }, ({ open }) => {
  let fresh: readonly string[] = [];
  beforeAll(async () => {
    const database = await open();
    await migrate(database);
    fresh = await describeSchema(database.db);
    await database.close();
  }, 300_000);

  it.each(releases)("$tag becomes the newest schema and keeps every value", async (release) => {
    const database = await open();
    await openRelease(database, release);
    const kept = await listKeptColumns(database.db);
    const before = await digestRows(
      database.db,
      kept.map((columns) => columns.before),
    );
    expect(before.filter((digest) => digest.startsWith("0 "))).toEqual([]);
    expect(await describeSchema(database.db)).not.toEqual(fresh);

    await migrate(database);
    expect(await describeSchema(database.db)).toEqual(fresh);
    const after = await digestRows(
      database.db,
      kept.map((columns) => columns.after),
    );
    expect(after).toEqual(before);
    await database.close();
  });
});
