// Backups at the server's own machine: what the commands print, and that a restored folder opens.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseEnv } from "./env.js";
import { runBackup } from "./run-backup.js";
import { connect } from "./storage/connect.js";
import { executeRows } from "./storage/database.js";
import { makeFolder } from "./testing/empty-engines.js";
import { listReleases } from "./testing/released-schemas.js";

const SLOW = 300_000;
let home: ReturnType<typeof makeFolder>;
beforeEach(() => {
  home = makeFolder();
});
afterEach(() => home.remove());

/** Runs a command for the data folder of that name. */
async function run(folder: string, ...args: readonly string[]) {
  let printed = "";
  const env = parseEnv({ SHIAN_DATA: folder }, home.folder);
  const code = await runBackup(args, env, (text) => {
    printed += text;
  });
  return { code, printed };
}

it("restores into an empty folder only, backs up again, and ends every session", {
  timeout: SLOW,
}, async () => {
  const file = listReleases()[0]?.backup ?? "";
  const restored = await run("first", "restore", file);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.printed).toContain("brought up to date");
  expect(await run("first", "restore", file)).toMatchObject({ code: 3 });

  const secret = join(home.folder, "passphrase");
  writeFileSync(secret, "a passphrase for the test\n");
  const copy = join(home.folder, "copy.backup");
  const open = ["--passphrase-file", secret];
  expect(await run("first", "backup", "create", copy, "--offline", ...open)).toMatchObject({ code: 0 });
  expect(await run("first", "backup", "check", copy, "--offline")).toMatchObject({
    code: 3,
    printed: expect.stringContaining("encrypted"),
  });
  expect(await run("first", "backup", "check", copy, "--offline", ...open)).toMatchObject({ code: 0 });

  const damaged = readFileSync(copy);
  damaged.writeUInt8(damaged.readUInt8(900) ^ 4, 900);
  writeFileSync(`${copy}.damaged`, damaged);
  const refused = await run("second", "restore", `${copy}.damaged`, "--lang", "zh", ...open);
  expect(refused).toMatchObject({ code: 3, printed: expect.stringContaining("损坏") });
  expect(existsSync(join(home.folder, "second", "database"))).toBe(false);

  expect(await run("second", "restore", copy, ...open)).toMatchObject({ code: 0 });
  const folder = join(home.folder, "second");
  const database = await connect({ folder, requireDurable: true, now: new Date() });
  const [row] = await executeRows(
    database.db,
    sql`select (select count(*)::int from establishment) as establishments,
      (select count(*)::int from audit_entry where operation = 'backup.restore') as restores`,
  );
  expect(row).toEqual({ establishments: 4, restores: 2 });
  await database.close();
});

it("tells how it is used", async () => {
  expect(await run("first", "restore")).toMatchObject({
    code: 2,
    printed: expect.stringContaining("restore FILE"),
  });
  expect(await run("first", "backup", "eat")).toMatchObject({ code: 2 });
  expect(await run("first", "restore", "x", "--no-such")).toMatchObject({ code: 2 });
});
