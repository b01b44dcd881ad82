// Backups through the real client: made as a job, listed, verified, taken away, removed; the number kept.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCall } from "../../deps.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { attachJobRunner } from "../job/attach-job-runner.js";
import { downloadBackup } from "./backup.service.js";
import { listBackups, pruneBackups, toBackupFolder, toBackupKeyFile, toBackupName } from "./backup-folder.js";

const SLOW = 300_000;
let test: TestApp;
let system: SignedIn;
beforeEach(async () => {
  test = await createTestApp();
  attachJobRunner(test.deps, { poll: false });
  system = await test.clientAs({ role: "system", name: "王系统" });
}, SLOW);
afterEach(() => test.close(), SLOW);

const create = async (encrypted: boolean) => {
  const { jobId } = await system.client.backup.create.mutate({ txId: test.newTxId(), encrypted });
  await test.deps.jobs.idle();
  const job = await system.client.job.get.query({ id: jobId });
  expect(job).toMatchObject({ state: "done", problem: null });
};

it("is made, listed, verified, taken away and removed", { timeout: SLOW }, async () => {
  await create(false);
  const { rows, canEncrypt } = await system.client.backup.list.query({});
  expect(canEncrypt).toBe(false);
  expect(rows).toMatchObject([{ encrypted: false, version: "0.0.0-test" }]);
  const name = rows[0]?.name ?? "";
  const summary = await system.client.backup.check.query({ name });
  expect(summary.rows).toBeGreaterThan(0);
  expect(summary.migrations[0]).toBe("0000_schema");

  const call = createCall(test.deps, test.database.db, "zh-CN");
  const download = await downloadBackup(call, name);
  if (!download.ok) throw new Error("refused");
  const bytes = new Uint8Array(await new Response(download.value.content).arrayBuffer());
  expect(bytes.length).toBe(rows[0]?.bytes);
  expect(await downloadBackup(call, "../keys.json")).toMatchObject({ ok: false });

  await system.client.backup.remove.mutate({ txId: test.newTxId(), name });
  await test.deps.jobs.idle();
  expect((await system.client.backup.list.query({})).rows).toEqual([]);
  await expect(system.client.backup.check.query({ name })).rejects.toThrow("backup/not-found");
});

it("is encrypted only with a key, and damage is told", { timeout: SLOW }, async () => {
  const refused = system.client.backup.create.mutate({ txId: test.newTxId(), encrypted: true });
  await expect(refused).rejects.toThrow("backup/no-key");
  writeFileSync(toBackupKeyFile(test.deps.folder), "0".repeat(48));
  await create(true);
  const [row] = (await system.client.backup.list.query({})).rows;
  expect(row).toMatchObject({ encrypted: true });
  const name = row?.name ?? "";
  expect((await system.client.backup.check.query({ name })).encrypted).toBe(true);
  writeFileSync(toBackupKeyFile(test.deps.folder), "1".repeat(48));
  await expect(system.client.backup.check.query({ name })).rejects.toThrow("backup/wrong-key");
});

it("is for the system administrator alone", { timeout: SLOW }, async () => {
  await expect(test.client.backup.list.query({})).rejects.toThrow(/access\//);
  await expect(test.client.backup.create.mutate({ txId: test.newTxId(), encrypted: false })).rejects.toThrow(
    /access\//,
  );
});

it("keeps the newest and removes what a death left half-made", { timeout: SLOW }, async () => {
  const folder = toBackupFolder(test.deps.folder);
  mkdirSync(folder, { recursive: true });
  const names = [1, 2, 3, 4].map((day) => toBackupName(`2026-11-0${day}T02:10:00.000Z`));
  for (const name of names) writeFileSync(join(folder, name), "not a backup");
  writeFileSync(join(folder, `${names[3] ?? ""}.part`), "half");
  expect(await pruneBackups(test.deps.folder, 2)).toHaveLength(3);
  expect(readdirSync(folder).sort()).toEqual(names.slice(2));
  // A file that is none is not offered.
  expect(await listBackups(test.deps.folder)).toEqual([]);
});
