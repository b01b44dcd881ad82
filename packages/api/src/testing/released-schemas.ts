// Schemas as releases had them, each with rows in every table: what an office may bring to a newer version. A release is
// a file of `storage/fixtures/` named after its last migration; it names the digests that its migrations had.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listStoredTables } from "../storage/backup-tables.js";
import type { Database, Db } from "../storage/database.js";
import { listMigrations, type Migration, migrate } from "../storage/migrate.js";
import { composeRows } from "./fill-tables.js";

const folder = fileURLToPath(new URL("../storage/fixtures/", import.meta.url));

export type Release = {
  /** Name of its last migration. */
  readonly tag: string;
  /** Digest of each of its migrations as released, which must never change. */
  readonly digests: ReadonlyMap<string, string>;
  /** Statements that fill its tables. */
  readonly rows: string;
  /** A backup that it made. */
  readonly backup: string;
};

/** SHA-256 of a migration's text. */
export const digestMigration = ({ script }: Migration): string =>
  createHash("sha256").update(script).digest("hex");

/** The migrations up to and with that one. */
export function listMigrationsUpTo(tag: string): readonly Migration[] {
  const all = listMigrations();
  const last = all.findIndex((migration) => migration.tag === tag);
  if (last < 0) throw new Error(`There is no migration ${tag}.`);
  return all.slice(0, last + 1);
}

/** Every release that has a fixture, oldest first. */
export function listReleases(): readonly Release[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const rows = readFileSync(`${folder}${name}`, "utf8");
      const tag = name.slice(0, -".sql".length);
      const told = [...rows.matchAll(/^-- (\w+) ([0-9a-f]{64})$/gm)];
      return {
        tag,
        digests: new Map(told.map((match) => [match[1] ?? "", match[2] ?? ""])),
        rows,
        backup: `${folder}${tag}.backup`,
      };
    });
}

/** Where the fixture of a release stands, for its maker. */
export const toFixturePath = (tag: string, kind: "sql" | "backup"): string => `${folder}${tag}.${kind}`;

/** Makes the text of a fixture from an empty database, which then has the schema and the rows of the release. */
export async function composeRelease(database: Database, tag: string): Promise<string> {
  const migrations = listMigrationsUpTo(tag);
  await migrate(database, migrations);
  const rows = await composeRows(database.db);
  await database.exec(rows.join("\n"));
  const digests = migrations.map((migration) => `-- ${migration.tag} ${digestMigration(migration)}`);
  return [
    `-- Rows in every table of the schema as released with ${tag}, after its migrations:`,
    ...digests,
    ...rows,
    "",
  ].join("\n");
}

/** Brings an empty database to the release, with its rows. */
export async function openRelease(database: Database, release: Release): Promise<void> {
  await migrate(database, listMigrationsUpTo(release.tag));
  await database.exec(release.rows);
}

/** Where a later version keeps what a table of an earlier one held: its new table, and the new name of each column. */
const moved: Readonly<
  Record<string, { readonly table: string; readonly columns: ReadonlyMap<string, string> }>
> = {
  change_log: {
    table: "audit_change",
    columns: new Map([
      ["at", "at"],
      ["who", "name"],
      ["county_code", "county_code"],
      ["object_kind", "object_kind"],
      ["object_id", "object_id"],
      ["what", "what"],
      ["fields", "fields"],
    ]),
  },
};

type Columns = { readonly table: string; readonly columns: readonly string[] };

/** Which columns must have the same values before and after a migration to the newest version. */
export async function listKeptColumns(
  db: Db,
): Promise<readonly { readonly before: Columns; readonly after: Columns }[]> {
  const tables = (await listStoredTables(db)).filter(({ name }) => name !== "schema_migration");
  return tables.map(({ name, columns }) => {
    const to = moved[name];
    const own = { table: name, columns: columns.map((column) => column.name) };
    return to === undefined
      ? { before: own, after: own }
      : {
          before: { table: name, columns: [...to.columns.keys()] },
          after: { table: to.table, columns: [...to.columns.values()] },
        };
  });
}
