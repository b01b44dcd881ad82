// A server that was stopped in the middle of an import takes it up again at the next start.
import { composeCreditCode } from "@shian/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { attachJobRunner } from "../job/attach-job-runner.js";
import { resumeImports } from "./import.service.js";
import { findRun, updateRun } from "./import-run.repo.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

async function preview(): Promise<string> {
  const codes = ["91320200MA1MGN8MX", "92320200MA1MGN8MX"].map(composeCreditCode);
  const text = `主体名称,统一社会信用代码\n老槐树面馆,${codes[0]}\n望澜小吃,${codes[1]}\n`;
  const { fileId } = await uploadFile(test.clientOptions, {
    name: "名册.csv",
    content: new TextEncoder().encode(text),
  });
  const { runId } = await test.client.import.preview.mutate({
    txId: test.newTxId(),
    fileId,
    kind: "registry",
  });
  await test.deps.jobs.idle();
  return runId;
}

const readRun = (runId: string) => findRun(test.database.db, runId);
const countRegister = async () => (await test.client.office.status.query({})).counts.establishments;

it("reads on, and applies once however many servers take it up", async () => {
  const runId = await preview();
  const previewed = await readRun(runId);
  expect(previewed).toMatchObject({ status: "previewed", answer: { rows: 2 } });

  // As a server leaves it that dies while it reads.
  await updateRun(test.database.db, runId, { status: "reading", answer: null });
  await resumeImports(test.deps);
  await test.deps.jobs.idle();
  expect(await readRun(runId)).toMatchObject({ status: "previewed", answer: previewed?.answer ?? {} });
  expect(await countRegister()).toBe(0);

  // As a server leaves it that dies while it applies: the writing is one transaction with the new status.
  await updateRun(test.database.db, runId, { status: "applying" });
  await Promise.all([resumeImports(test.deps), resumeImports(test.deps)]);
  await test.deps.jobs.idle();
  expect(await readRun(runId)).toMatchObject({ status: "applied", failure: null });
  expect(await countRegister()).toBe(previewed?.answer?.created);
  expect(previewed?.answer?.created).toBeGreaterThan(0);

  await resumeImports(test.deps);
  await test.deps.jobs.idle();
  expect(await countRegister()).toBe(previewed?.answer?.created);
});

it.each([
  [
    "disabled",
    (id: string) => `update person set state = 'disabled' where id = '${id}'`,
    "access/signed-out",
  ],
  [
    "without their grant",
    (id: string) => `update access_grant set valid_to = '2026-11-01' where person_id = '${id}'`,
    "access/grant-ended",
  ],
])("does nothing for an asker who is %s by the time", async (_, takeAway, reason) => {
  const asker = await test.clientAs({ role: "office", territory: "CN" });
  const code = composeCreditCode(reason === "access/grant-ended" ? "91320200MA1MGN8MY" : "92320200MA1MGN8MY");
  const { fileId } = await uploadFile(asker.options, {
    name: "名册.csv",
    content: new TextEncoder().encode(`主体名称,统一社会信用代码\n迟到的店,${code}\n`),
  });
  const { runId } = await asker.client.import.preview.mutate({
    txId: test.newTxId(),
    fileId,
    kind: "registry",
  });
  await test.deps.jobs.idle();
  expect(await readRun(runId)).toMatchObject({ status: "previewed" });
  const before = await countRegister();
  // Nobody takes up the job before the right is gone.
  test.deps.jobs.attach({ wake: () => undefined, stop: async () => undefined });
  await asker.client.import.apply.mutate({ txId: test.newTxId(), runId });
  await test.database.exec(takeAway(asker.personId));
  const runner = attachJobRunner(test.deps, { poll: false });
  test.deps.jobs.attach(runner);
  runner.wake();
  await test.deps.jobs.idle();
  expect(await readRun(runId)).toMatchObject({ status: "failed", failure: { code: reason } });
  expect(await countRegister()).toBe(before);
});
