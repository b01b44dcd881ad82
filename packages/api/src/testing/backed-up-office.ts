// The office that the restore drill backs up: the demonstration city, rows in every other table, a real record with its
// root outside, and files.
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toPlainDate } from "@shian/domain";
import { createFixtureCity } from "@shian/domain/fixture-city";
import { sql } from "drizzle-orm";
import type { Call, Deps } from "../deps.js";
import { appendEntry } from "../features/audit/append-entry.service.js";
import { checkRecord } from "../features/audit/check-record.service.js";
import { writeDailyRoot } from "../features/audit/daily-root.service.js";
import { insertHistory } from "../features/demonstration/demonstration.repo.js";
import { connect } from "../storage/connect.js";
import { type Database, executeRows } from "../storage/database.js";
import { migrate } from "../storage/migrate.js";
import { makeFolder } from "./empty-engines.js";
import { composeRows } from "./fill-tables.js";
import { makeServerDatabase, testServerUrl } from "./test-engines.js";

const ENTRIES = 100;
const UPLOADS = 20;
const DAY_MS = 86_400_000;

/** A database in or beside a folder of its own. */
export type Site = {
  readonly engine: string;
  readonly folder: string;
  readonly database: Database;
  destroy(): Promise<void>;
};

async function openSite(
  engine: string,
  databaseUrl: string | undefined,
  drop: () => Promise<void>,
): Promise<Site> {
  const { folder, remove } = makeFolder();
  const database = await connect({ folder, databaseUrl, requireDurable: false, now: new Date() });
  return {
    engine,
    folder,
    database,
    async destroy() {
      await database.close();
      await drop();
      remove();
    },
  };
}

/** Ways to an empty site: the embedded database, and a server's where the drill was given one. */
export const siteKinds: readonly (() => Promise<Site>)[] = [
  () => openSite("PGlite", undefined, async () => undefined),
  ...(testServerUrl === undefined
    ? []
    : [
        async () => {
          const { url, drop } = await makeServerDatabase(testServerUrl ?? "");
          return openSite("PostgreSQL", url, drop);
        },
      ]),
];

/** One acknowledged write: a row and its entry in the record. */
export async function writeOnce(database: Database, txId: string): Promise<void> {
  const at = new Date().toISOString();
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into transaction_log values (${txId}, 'drill.write', '', '{}', ${at})`);
    await appendEntry(tx, {
      at,
      personId: null,
      name: "",
      role: "",
      address: "-",
      operation: "drill.write",
      txId,
      changes: [{ objectKind: "drill", objectId: txId, what: "written", fields: [] }],
    });
  });
}

/** Fills an empty site. */
export async function fillSite({ database, folder }: Site): Promise<void> {
  await migrate(database);
  const rows = (await composeRows(database.db)).filter((text) => !text.startsWith('insert into "audit_'));
  await database.exec(rows.join("\n"));
  const city = createFixtureCity({ seed: "shian", anchor: toPlainDate("2026-11-26") });
  await database.transaction((tx) => insertHistory(tx, city, "2026-11-26T04:00:00.000Z"));
  for (let n = 0; n < ENTRIES; n += 1) await writeOnce(database, `filled-${n}`);
  mkdirSync(join(folder, "uploads", "2026"), { recursive: true });
  for (let n = 0; n < UPLOADS; n += 1)
    writeFileSync(join(folder, "uploads", "2026", `${n}.jpg`), randomBytes(n * 4_000));
  writeFileSync(join(folder, "keys.json"), '{"keys":[]}\n');
  // Tomorrow, so that today's entries have a root outside.
  const clock = () => new Date(Date.now() + DAY_MS);
  await writeDailyRoot({ database, folder, clock } as unknown as Deps);
}

/** What the record says of itself, against the root outside. */
export async function readVerdict({ database, folder }: Site) {
  const verdict = await checkRecord({ db: database.db, deps: { folder } } as unknown as Call);
  if (!verdict.ok) throw new Error("The record could not be checked.");
  return verdict.value;
}

/** Whether every write is there with its entry, none alone; how many. */
export async function countWrites({ database }: Site): Promise<{ rows: number; entries: number }> {
  const [row] = await executeRows(
    database.db,
    sql`select (select count(*)::int from transaction_log where operation = 'drill.write') as rows,
      (select count(*)::int from audit_entry where operation = 'drill.write') as entries`,
  );
  return { rows: Number(row?.rows), entries: Number(row?.entries) };
}

/** Digests of the uploaded files, by name. */
export function digestUploads(folder: string): string {
  const at = join(folder, "uploads", "2026");
  return readdirSync(at)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(at, name)))
          .digest("hex")}`,
    )
    .join("\n");
}

/** Rows of a table. */
export async function countRows({ database }: Site, table: string): Promise<number> {
  const [row] = await executeRows(
    database.db,
    sql`select count(*)::int as rows from ${sql.identifier(table)}`,
  );
  return Number(row?.rows);
}
