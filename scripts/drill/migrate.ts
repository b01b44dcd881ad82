// Bar R7: upgrades are safe. The schema of every release, with rows in every table, is migrated to the newest while it is
// broken off before each statement, and by killing the process; each time nothing has changed, and the run that is left
// alone ends with the schema of a fresh database and every value. On both engines.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { connect } from "../../packages/api/src/storage/connect.js";
import type { Database } from "../../packages/api/src/storage/database.js";
import { listMigrations, migrate } from "../../packages/api/src/storage/migrate.js";
import { describeSchema, digestRows } from "../../packages/api/src/testing/describe-schema.js";
import { emptyEngines, makeFolder } from "../../packages/api/src/testing/empty-engines.js";
import {
  listKeptColumns,
  listReleases,
  openRelease,
  type Release,
} from "../../packages/api/src/testing/released-schemas.js";
import { makeServerDatabase, testServerUrl } from "../../packages/api/src/testing/test-engines.js";
import { Interruption, interruptAt } from "./migrate-interrupted.js";

const child = fileURLToPath(new URL("./migrate-child.ts", import.meta.url));

const hash = (lines: readonly string[]) => createHash("sha256").update(lines.join("\n")).digest("hex");
const describeHash = async (database: Database) => hash(await describeSchema(database.db));

/** The schema of a fresh database of the engine. */
async function describeFresh(open: () => Promise<Database>): Promise<string> {
  const database = await open();
  await migrate(database);
  const fresh = await describeHash(database);
  await database.close();
  return fresh;
}

/** What must be the same afterwards; asked before a migration, answered by a later question. */
async function watchRows(database: Database): Promise<() => Promise<boolean>> {
  const kept = await listKeptColumns(database.db);
  const before = await digestRows(
    database.db,
    kept.map((columns) => columns.before),
  );
  return async () => {
    const after = await digestRows(
      database.db,
      kept.map((columns) => columns.after),
    );
    return after.join("\n") === before.join("\n");
  };
}

/** Breaks the migration off before each statement; gives how many ends were not clean, of how many. */
async function breakOffEverywhere(database: Database, release: Release, fresh: string) {
  await openRelease(database, release);
  const areRowsKept = await watchRows(database);
  const old = await describeHash(database);
  let unclean = 0;
  let breaks = 0;
  for (let at = 1; ; at += 1) {
    const interrupt = () => {
      throw new Interruption();
    };
    const error: unknown = await migrate(interruptAt(database, at, interrupt)).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof Interruption)) break;
    breaks += 1;
    if ((await describeHash(database)) !== old) unclean += 1;
  }
  const isWhole = (await describeHash(database)) === fresh && (await areRowsKept());
  return { breaks, unclean, isWhole };
}

function runChild(target: string, at: number): Promise<{ found: string; isKilled: boolean }> {
  const process_ = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=@shian/source", child, target, String(at)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let told = "";
  process_.stdout.on("data", (chunk) => {
    told += chunk;
  });
  return new Promise((resolve) => {
    process_.once("close", (_code, signal) =>
      resolve({ found: told.split("\n")[0] ?? "", isKilled: signal === "SIGKILL" }),
    );
  });
}

type Target = { readonly target: string; readonly url: string | undefined; drop(): Promise<void> };

async function makeTarget(engine: string): Promise<Target> {
  const { folder, remove } = makeFolder();
  if (engine === "PGlite") return { target: folder, url: undefined, drop: async () => remove() };
  const { url, drop } = await makeServerDatabase(testServerUrl ?? "");
  return { target: url, url, drop };
}

/** Kills migrating processes at statements spread over the whole; the same database each time. */
async function killEverywhere(
  engine: string,
  release: Release,
  statements: number,
  kills: number,
  fresh: string,
) {
  const { target, url, drop } = await makeTarget(engine);
  const open = () => connect({ folder: target, databaseUrl: url, requireDurable: false, now: new Date() });
  let database = await open();
  await openRelease(database, release);
  const kept = await listKeptColumns(database.db);
  const before = await digestRows(
    database.db,
    kept.map((columns) => columns.before),
  );
  const old = await describeHash(database);
  await database.close();
  let clean = 0;
  for (let n = 0; n < kills; n += 1) {
    const at = kills === 1 ? statements : 1 + Math.round((n * (statements - 1)) / (kills - 1));
    const { found, isKilled } = await runChild(target, at);
    if (isKilled && found === old) clean += 1;
  }
  database = await open();
  await migrate(database);
  const after = await digestRows(
    database.db,
    kept.map((columns) => columns.after),
  );
  const isWhole = (await describeHash(database)) === fresh && after.join("\n") === before.join("\n");
  await database.close();
  await drop();
  return { clean, isWhole };
}

/** The drill can fail: a migration that is no transaction, and one that loses rows, must be found. */
async function findPlanted(open: () => Promise<Database>, release: Release, fresh: string): Promise<number> {
  let found = 0;
  const torn = await open();
  await openRelease(torn, release);
  const [, next] = listMigrations();
  const statements = next?.script.split("--> statement-breakpoint") ?? [];
  for (const statement of statements.slice(0, 5)) await torn.exec(statement);
  const isRefused = await migrate(torn).then(
    () => false,
    () => true,
  );
  if (isRefused || (await describeHash(torn)) !== fresh) found += 1;
  await torn.close();

  const losing = await open();
  await openRelease(losing, release);
  const areRowsKept = await watchRows(losing);
  const script = "delete from visit where id = (select min(id) from visit);";
  await migrate(losing, [...listMigrations(), { tag: "9999_losing", script }]);
  if (!(await areRowsKept())) found += 1;
  await losing.close();
  return found;
}

/** Runs the drill; true when every interrupted migration left everything as it was and every last one arrived. */
export async function drillMigrate({ kills }: { readonly kills: number }): Promise<boolean> {
  const started = performance.now();
  if (testServerUrl === undefined) console.log("TEST_DATABASE_URL is not set: PGlite alone.");
  const releases = listReleases();
  let held = true;
  let planted = -1;
  let breaks = 0;
  let killed = 0;
  let wanted = 0;
  for (const { name, open } of emptyEngines) {
    const fresh = await describeFresh(open);
    for (const release of releases) {
      if (planted < 0) planted = await findPlanted(open, release, fresh);
      const database = await open();
      const broken = await breakOffEverywhere(database, release, fresh);
      await database.close();
      const ended = await killEverywhere(name, release, broken.breaks, kills, fresh);
      breaks += broken.breaks;
      killed += ended.clean;
      wanted += kills;
      held &&= broken.breaks > 20 && broken.unclean === 0 && broken.isWhole && ended.isWhole;
      console.log(
        `${release.tag} on ${name}: broken off before each of ${broken.breaks} statements, ${broken.unclean} not clean, ` +
          `${broken.isWhole ? "then whole" : "then NOT WHOLE"}; killed ${ended.clean}/${kills}, ${ended.isWhole ? "then whole" : "then NOT WHOLE"}`,
      );
    }
  }
  held &&= planted === 2 && killed === wanted;
  console.log(
    `migrate: ${held ? "held" : "MISSED"}; ${releases.length} released schemas on ${emptyEngines.length} engines, ` +
      `${breaks} statements broken off, ${killed}/${wanted} kills, nothing lost; planted found ${planted}/2; ` +
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return held;
}
