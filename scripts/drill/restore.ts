// Bar R6: backup restores. Fill an office, back up while others write, destroy it, restore elsewhere on the same engine
// and on the other, plain and encrypted, and compare every table, file, number and the record; the backup of the previous
// release too; 100 random bit flips are all refused.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { restoreOffice } from "../../packages/api/src/features/backup/restore-office.service.js";
import type { BackupSecret } from "../../packages/api/src/storage/archive-key.js";
import { BackupRefusal } from "../../packages/api/src/storage/archive-problem.js";
import { readBackup } from "../../packages/api/src/storage/archive-read.js";
import { makeBackup } from "../../packages/api/src/storage/backup.js";
import type { Manifest } from "../../packages/api/src/storage/backup-manifest.js";
import {
  countRows,
  countWrites,
  digestUploads,
  fillSite,
  readVerdict,
  type Site,
  siteKinds,
  writeOnce,
} from "../../packages/api/src/testing/backed-up-office.js";
import { makeFolder } from "../../packages/api/src/testing/empty-engines.js";
import { listReleases } from "../../packages/api/src/testing/released-schemas.js";
import { seededNumbers } from "./restore-flips.js";

const BAR_SECONDS = 60;
/** What a restore changes on purpose: it ends sessions and adds its own entry to the record. */
const changed = new Set([
  "audit_entry",
  "audit_change",
  "session",
  "one_time_link",
  "device_code",
  "sign_in_challenge",
  "provider_flow",
]);
const secrets: readonly (BackupSecret | undefined)[] = [
  undefined,
  { kind: "key-file", secret: Buffer.alloc(48, 5) },
  { kind: "passphrase", passphrase: "a passphrase of the drill" },
];

const head = () => ({ version: "drill", createdAt: new Date().toISOString() });

/** Names of the parts that are not the same. */
function compareParts(made: Manifest, again: Manifest): readonly string[] {
  const sums = new Map(again.parts.map(({ part, name, sha256 }) => [`${part} ${name}`, sha256]));
  return made.parts
    .filter(({ part, name, sha256 }) => !changed.has(name) && sums.get(`${part} ${name}`) !== sha256)
    .map(({ name }) => name);
}

async function digestSite(site: Site): Promise<Manifest> {
  const target = join(site.folder, "again.backup");
  const secret: BackupSecret = { kind: "key-file", secret: Buffer.alloc(32, 1) };
  const { manifest } = await makeBackup(site.database, { target, folder: site.folder, head: head(), secret });
  rmSync(target);
  return manifest;
}

type Kept = { readonly file: string; readonly manifest: Manifest; readonly uploads: string };

/** Backs up while four writers go on; gives how many writes they made meanwhile. */
async function backUpWhileWriting(site: Site, file: string, secret: BackupSecret | undefined) {
  let isDone = false;
  let written = 0;
  const writers = [1, 2, 3, 4].map(async (writer) => {
    for (let n = 0; !isDone; n += 1) {
      await writeOnce(site.database, `while-${writer}-${n}-${file.slice(-12)}`);
      written += 1;
    }
  });
  const { manifest } = await makeBackup(site.database, {
    target: file,
    folder: site.folder,
    head: head(),
    secret,
  });
  isDone = true;
  await Promise.all(writers);
  const kept: Kept = { file, manifest, uploads: digestUploads(site.folder) };
  return { kept, written };
}

/** Restores into an empty site and lists everything that is not as it was. */
async function findDifferences(kept: Kept, secret: BackupSecret | undefined, site: Site) {
  const { database, folder, engine } = site;
  const now = new Date().toISOString();
  await restoreOffice({ file: kept.file, secret, database, folder, place: engine, now });
  const differences = [...compareParts(kept.manifest, await digestSite(site))];
  // Keys come along only where nobody else can read them.
  const known = secret === undefined ? ["keys.json"] : [];
  const verdict = await readVerdict(site);
  const { rows, entries } = await countWrites(site);
  if (rows !== entries) differences.push("a write without its entry");
  if (verdict.faults.length > 0) differences.push(`record: ${verdict.faults[0]?.code}`);
  if (verdict.roots < 1) differences.push("record: no root outside");
  if (verdict.last !== entries + 1) differences.push("record: does not go on");
  if (digestUploads(folder) !== kept.uploads) differences.push("uploads");
  return { differences: differences.filter((name) => !known.includes(name)), rows };
}

/** The drill can fail: a lost row, a changed value and a changed file must be found. */
async function findPlanted(kept: Kept, site: Site): Promise<number> {
  const plants = [
    () => site.database.exec("delete from risk_grade where id = (select min(id) from risk_grade)"),
    () =>
      site.database.exec(
        "update establishment set address = 'x' where id = (select max(id) from establishment)",
      ),
    async () => writeFileSync(join(site.folder, "uploads", "2026", "7.jpg"), "x"),
  ];
  let found = 0;
  let before = 0;
  for (const plant of plants) {
    await plant();
    const differences = compareParts(kept.manifest, await digestSite(site)).length;
    if (differences === before + 1) found += 1;
    before = differences;
  }
  return found;
}

async function isRefused(file: string, secret: BackupSecret | undefined): Promise<boolean> {
  const error: unknown = await readBackup(file, secret).catch((reason: unknown) => reason);
  return error instanceof BackupRefusal;
}

async function countRefusedFlips(kept: Kept, secret: BackupSecret | undefined, flips: number, seed: number) {
  const bytes = readFileSync(kept.file);
  const next = seededNumbers(seed);
  let refused = 0;
  for (let n = 0; n < flips; n += 1) {
    const at = next(bytes.length);
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << next(8)), at);
    const file = `${kept.file}.flipped`;
    writeFileSync(file, flipped);
    if (await isRefused(file, secret)) refused += 1;
    else console.log(`bit flip at byte ${at}: NOT REFUSED`);
  }
  return refused;
}

/** The backup of each earlier release on each engine; gives how many came back with every row. */
async function restoreReleases(): Promise<{ done: number; of: number }> {
  let done = 0;
  const releases = listReleases();
  for (const release of releases)
    for (const open of siteKinds) {
      const site = await open();
      const now = new Date().toISOString();
      const { database, folder, engine } = site;
      const { migrated } = await restoreOffice({
        file: release.backup,
        database,
        folder,
        place: engine,
        now,
      });
      if (migrated.length > 0 && (await countRows(site, "establishment")) === 4) done += 1;
      await site.destroy();
    }
  return { done, of: releases.length * siteKinds.length };
}

/** Runs the drill; true when everything came back, every plant was found and every flip refused, within the bar. */
export async function drillRestore({ flips, seed }: { readonly flips: number; readonly seed: number }) {
  if (siteKinds.length < 2) console.log("TEST_DATABASE_URL is not set: PGlite alone.");
  const safe = makeFolder();
  let held = true;
  let slowest = 0;
  let planted = -1;
  let refused = 0;
  let restores = 0;
  let meanwhile = 0;
  for (const [from, openSource] of siteKinds.entries()) {
    const source = await openSource();
    await fillSite(source);
    const kept: Kept[] = [];
    for (const [n, secret] of secrets.entries()) {
      const started = performance.now();
      const made = await backUpWhileWriting(source, join(safe.folder, `${from}-${n}.backup`), secret);
      meanwhile += made.written;
      kept.push(made.kept);
      console.log(
        `${source.engine}, ${secret?.kind ?? "plain"}: ${made.kept.manifest.parts.reduce((sum, { lines }) => sum + lines, 0)} lines, ` +
          `${Math.round(readFileSync(made.kept.file).length / 1024)} KiB, ${((performance.now() - started) / 1000).toFixed(1)} s, ${made.written} writes meanwhile`,
      );
    }
    await source.destroy();
    for (const [to, openTarget] of siteKinds.entries()) {
      // Each way once, the three kinds of secret over the ways.
      const n = (from * siteKinds.length + to) % secrets.length;
      const [one, secret] = [kept[n], secrets[n]];
      if (one === undefined) continue;
      const started = performance.now();
      const site = await openTarget();
      const { differences, rows } = await findDifferences(one, secret, site);
      const seconds = (performance.now() - started) / 1000;
      slowest = Math.max(slowest, seconds);
      restores += 1;
      held &&= differences.length === 0;
      console.log(
        `${source.engine} → ${site.engine}, ${secret?.kind ?? "plain"}: ${rows} writes with their entries, ` +
          `${differences.length === 0 ? "equal" : `DIFFERS: ${differences.join(", ")}`}, ${seconds.toFixed(1)} s`,
      );
      if (planted < 0 && secret === undefined) planted = await findPlanted(one, site);
      await site.destroy();
    }
    if (from === 0)
      for (const n of [0, 1]) {
        const one = kept[n];
        if (one !== undefined) refused += await countRefusedFlips(one, secrets[n], flips / 2, seed + n);
      }
  }
  safe.remove();
  const releases = await restoreReleases();
  held &&= planted === 3 && refused === flips && releases.done === releases.of && slowest < BAR_SECONDS;
  console.log(
    `restore: ${held ? "held" : "MISSED"}; ${restores} restores equal, slowest ${slowest.toFixed(1)} s (bar ${BAR_SECONDS}), ` +
      `${meanwhile} writes during backups, flips refused ${refused}/${flips}, earlier releases ${releases.done}/${releases.of}, planted found ${planted}/3; seed ${seed}`,
  );
  return held;
}
