// Jobs as people see them, through the real client on both engines; and imports as jobs.
import { composeCreditCode, type JobRow } from "@shian/domain";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { type Database, executeRows } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";
import { findRun, updateRun } from "../import/import-run.repo.js";
import { attachJobRunner } from "./attach-job-runner.js";
import { claimJob, endJob, findJob, insertJob } from "./job.repo.js";

const at = "2026-11-24T04:00:00.000Z";

describe.each(bothEngines)("jobs of people on $name", (engine) => {
  let database: Database;
  let test: TestApp;
  let liaison: SignedIn;
  let system: SignedIn;
  beforeEach(async () => {
    database = await engine.open();
    test = await createTestApp({ database });
    attachJobRunner(test.deps, { poll: false });
    liaison = await test.clientAs({ role: "liaison", territory: "990106", name: "李联络" });
    system = await test.clientAs({ role: "system", name: "王系统" });
  });
  afterEach(async () => {
    await test.close();
    await database.close();
  });

  const queue = async (id: string, owner: SignedIn | null, createdAt = at, runAt = at) => {
    await insertJob(database.db, {
      id,
      kind: "tidy",
      input: {},
      uniqueKey: null,
      mostAttempts: 5,
      runAt,
      personId: owner?.personId ?? null,
      personName: owner === null ? "" : "李联络",
      createdAt,
    });
    return id;
  };
  /** A job that a rule refused with a reason that names something. */
  const queueRefused = async (owner: SignedIn) => {
    const id = await queue("refused", owner);
    const taken = await claimJob(database.db, {
      worker: "w",
      kinds: ["tidy"],
      except: [],
      now: at,
      leaseUntil: at,
    });
    await endJob(
      database.db,
      { id, worker: "w", attempts: taken?.attempts ?? 0 },
      { state: "failed", now: at, problem: { code: "import/unknown-header", params: { header: "秘密" } } },
    );
    return id;
  };
  const codesOf = async (question: Promise<unknown>) => {
    const error: unknown = await question.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof Error ? error.message : undefined;
  };
  const change = (id: string) => ({ txId: test.newTxId(), id });

  it("are their own; the system administrator sees all, without what they are about", async () => {
    const id = await queueRefused(liaison);
    const own = await liaison.client.job.list.query({});
    expect(own).toMatchObject({
      total: 1,
      rows: [{ id, own: true, state: "failed", problem: { params: { header: "秘密" } } }],
    });
    expect((await test.client.job.list.query({})).rows).toEqual([]);
    expect((await system.client.job.list.query({})).rows).toEqual([]);
    const all = await system.client.job.list.query({ everyone: true });
    expect(all.rows).toMatchObject([
      { id, own: false, personName: "李联络", problem: { code: "job/refused" } },
    ]);
    expect(JSON.stringify(all)).not.toContain("秘密");
    expect(JSON.stringify(await system.client.job.get.query({ id }))).not.toContain("秘密");
    for (const one of [test.client, liaison.client])
      expect(await codesOf(one.job.list.query({ everyone: true }))).toBe("access/no-role");
    expect(await codesOf(test.anonymous.job.list.query({}))).toBe("access/signed-out");
  });

  it("look absent to others, also to be cancelled or retried", async () => {
    const id = await queueRefused(liaison);
    const { client } = test;
    expect(await codesOf(client.job.get.query({ id }))).toBe("request/not-found");
    expect(await codesOf(client.job.cancel.mutate(change(id)))).toBe("request/not-found");
    expect(await codesOf(client.job.retry.mutate(change(id)))).toBe("request/not-found");
    expect(await codesOf(client.job.schedules.query({}))).toBe("access/no-role");
  });

  it("are retried when they failed, and only then", async () => {
    const id = await queueRefused(liaison);
    expect(await codesOf(liaison.client.job.cancel.mutate(change(id)))).toBe("job/over");
    await liaison.client.job.retry.mutate(change(id));
    await test.deps.jobs.idle();
    expect(await liaison.client.job.get.query({ id })).toMatchObject({
      state: "done",
      attempts: 1,
      problem: null,
      result: { jobs: 0 },
    });
    expect(await codesOf(liaison.client.job.retry.mutate(change(id)))).toBe("job/not-over");
  });

  it("are cancelled while they wait, by their person or the system administrator", async () => {
    const later = "2026-12-24T04:00:00.000Z";
    for (const who of [liaison, system]) {
      const id = await queue(`waits-${who.personId}`, liaison, at, later);
      expect(await who.client.job.cancel.mutate(change(id))).toMatchObject({ cancelRequested: true });
      await test.deps.jobs.idle();
      expect(await who.client.job.get.query({ id })).toMatchObject({
        state: "cancelled",
        problem: { code: "job/cancelled" },
      });
    }
  });

  it("come in pages without repeats or gaps, also where many began in one instant", async () => {
    for (let index = 0; index < 25; index += 1)
      await queue(
        `job-${String(index).padStart(2, "0")}`,
        liaison,
        index < 12 ? at : "2026-11-24T05:00:00.000Z",
      );
    const seen: JobRow[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await liaison.client.job.list.query({
        limit: 7,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(page.total).toBe(25);
      seen.push(...page.rows);
      cursor = page.next;
    }
    expect(seen.map(({ id }) => id)).toEqual(
      [...seen].sort((a, b) => (b.createdAt + b.id < a.createdAt + a.id ? -1 : 1)).map(({ id }) => id),
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
    expect((await liaison.client.job.list.query({ states: ["done"] })).total).toBe(0);
  });

  it.each([
    ["0000-01-01T00:00:00Z", "x"],
    ["2026-11-24T04:00:00.000Z", "\u0000"],
    ["x", "x"],
  ])("refuse the page position %s %j", async (...key) => {
    const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
    expect(await codesOf(liaison.client.job.list.query({ cursor }))).toBe("request/cursor");
  });

  it("have schedules that the system administrator sees", async () => {
    test.deps.jobs.wake();
    await test.deps.jobs.idle();
    expect((await system.client.job.schedules.query({})).rows).toContainEqual({
      name: "tidy",
      kind: "tidy",
      pattern: "40 3 * * *",
      lastRunAt: null,
      nextRunAt: "2026-11-24T19:40:00.000Z",
    });
  });

  describe("that import", () => {
    const upload = async () => {
      const codes = ["91320200MA1MGN8MX", "92320200MA1MGN8MX"].map(composeCreditCode);
      const text = `主体名称,统一社会信用代码\n老槐树面馆,${codes[0]}\n望澜小吃,${codes[1]}\n`;
      const { fileId } = await uploadFile(test.clientOptions, {
        name: "名册.csv",
        content: new TextEncoder().encode(text),
      });
      return fileId;
    };
    const preview = async () => {
      const fileId = await upload();
      const { runId } = await test.client.import.preview.mutate({
        txId: test.newTxId(),
        fileId,
        kind: "registry",
      });
      await test.deps.jobs.idle();
      return runId;
    };
    const countRegister = async () => (await test.client.office.status.query({})).counts.establishments;

    it("are listed with their steps, and say in the record who imported", async () => {
      const runId = await preview();
      await test.client.import.apply.mutate({ txId: test.newTxId(), runId });
      await test.deps.jobs.idle();
      const { rows } = await test.client.job.list.query({});
      expect(rows.map(({ kind, state, personName }) => ({ kind, state, personName }))).toEqual(
        ["import-apply", "import-preview"].map((kind) => ({ kind, state: "done", personName: "张工" })),
      );
      expect(rows.every(({ progress }) => progress.done === 2 && progress.of === 2)).toBe(true);
      const [recorded] = await executeRows(
        database.db,
        sql`select count(*) as count from audit_change join audit_entry using (seq)
          where operation = 'import.apply' and audit_entry.name = '张工' and object_kind = 'establishment'`,
      );
      expect(Number(recorded?.count)).toBeGreaterThanOrEqual(2);
      expect(await countRegister()).toBe(2);
    });

    it("are taken over when their process died as it wrote: applied once", async () => {
      const runId = await preview();
      await test.deps.jobs.stop(0);
      await test.client.import.apply.mutate({ txId: test.newTxId(), runId });
      await test.deps.jobs.idle();
      // As a process leaves it that is killed before its one transaction is committed.
      const job = await claimJob(database.db, {
        worker: "killed",
        kinds: ["import-apply"],
        except: [],
        now: at,
        leaseUntil: at,
      });
      if (job === undefined) throw new Error("no job was queued");
      const next = await createTestApp({ database });
      attachJobRunner(next.deps, { poll: false }).wake();
      await next.deps.jobs.idle();
      expect(await findJob(database.db, job.id)).toMatchObject({ state: "done", attempts: 2 });
      expect(await findRun(database.db, runId)).toMatchObject({ status: "applied", failure: null });
      expect(await countRegister()).toBe(2);
      await next.close();
    });

    it("that were cancelled say so in their run and have written nothing", async () => {
      const runId = await preview();
      await updateRun(database.db, runId, { status: "applying" });
      await test.deps.jobs.stop(0);
      const [done] = (await test.client.job.list.query({})).rows;
      const input = (await findJob(database.db, done?.id ?? ""))?.input;
      const id = "apply-later";
      await insertJob(database.db, {
        id,
        kind: "import-apply",
        input,
        uniqueKey: null,
        mostAttempts: 3,
        runAt: "2026-12-24T04:00:00.000Z",
        personId: system.personId,
        personName: "",
        createdAt: at,
      });
      await system.client.job.cancel.mutate(change(id));
      const next = await createTestApp({ database });
      attachJobRunner(next.deps, { poll: false }).wake();
      await next.deps.jobs.idle();
      expect(await findRun(database.db, runId)).toMatchObject({
        status: "failed",
        failure: { code: "job/cancelled" },
      });
      expect(await countRegister()).toBe(0);
      // Tried again, it goes on where it was.
      await system.client.job.retry.mutate(change(id));
      next.deps.jobs.wake();
      await next.deps.jobs.idle();
      expect(await findRun(database.db, runId)).toMatchObject({ status: "applied", failure: null });
      expect(await countRegister()).toBe(2);
      await next.close();
    });
  });
});
