// The runner on both engines: attempts and their times, leases, cancelling, stopping, and never twice.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.js";
import { type Database, executeRows } from "../../storage/database.js";
import { createJobHarness, type JobHarness } from "../../testing/job-harness.js";
import { bothEngines } from "../../testing/test-engines.js";
import { toBackOff } from "./back-off.js";
import { findJob, requestCancel } from "./job.repo.js";
import type { AnyJobKind, JobContext, JobResult } from "./job-kind.js";
import { LEASE_MS } from "./job-runner.js";

type Run = (context: JobContext, input: unknown) => Promise<JobResult>;
const makeKind = (run: Run, ended: AnyJobKind["ended"] = async () => undefined): AnyJobKind => ({
  name: "work",
  mostAttempts: 3,
  run,
  ended,
});

/** A gate that work waits at until a test opens it. */
function makeGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

describe("the time of the next attempt", () => {
  it.each([
    [1, 0, 5000],
    [2, 0, 10_000],
    [3, 0, 20_000],
    [7, 0, 320_000],
    [8, 0, 600_000],
    [40, 0, 600_000],
    [1, 1, 2500],
    [3, 0.5, 15_000],
  ])("after attempt %d with chance %d is %d ms later", (attempt, chance, ms) => {
    expect(toBackOff(attempt, chance)).toBe(ms);
  });
});

describe.each(bothEngines)("jobs on $name", (engine) => {
  let database: Database;
  let harness: JobHarness;
  beforeAll(async () => {
    database = await engine.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.exec("truncate job, job_schedule, outbox; drop table if exists effect");
    await database.exec("create table effect (job text not null, worker text not null)");
    harness = createJobHarness(database);
  });
  const read = (id: string) => findJob(database.db, id);
  const countEffects = async () =>
    Number((await executeRows(database.db, sql`select count(*) as count from effect`))[0]?.count);

  it("does the work once, with its progress and its result", async () => {
    const seen: unknown[] = [];
    const { deps, runner } = harness.startProcess("a", {
      kinds: [
        makeKind(async (context, input) => {
          seen.push(input);
          await context.progress(1, 2);
          // Half a second has not passed: noted, not written.
          seen.push(await context.progress(2, 2));
          seen.push((await read(context.jobId))?.done);
          return { rows: 2 };
        }),
      ],
    });
    const id = await harness.queue("work", { of: "甲" });
    runner.wake();
    await deps.jobs.idle();
    expect(seen).toEqual([{ of: "甲" }, false, 1]);
    expect(await read(id)).toMatchObject({
      state: "done",
      done: 2,
      total: 2,
      attempts: 1,
      result: { rows: 2 },
      worker: null,
      leaseUntil: null,
      endedAt: harness.now().toISOString(),
    });
    runner.wake();
    await deps.jobs.idle();
    expect(seen).toHaveLength(3);
  });

  it("tries failed work again later and later, then ends it with a reference and no inner text", async () => {
    const told: string[] = [];
    let attempts = 0;
    const { deps, runner } = harness.startProcess("a", {
      kinds: [
        makeKind(
          async () => {
            attempts += 1;
            throw new Error("secret detail");
          },
          async (_, input, reason) => {
            told.push(`${JSON.stringify(input)} ${reason.code}`);
          },
        ),
      ],
    });
    const id = await harness.queue("work");
    const look = async () => {
      runner.wake();
      await deps.jobs.idle();
      return attempts;
    };
    expect(await look()).toBe(1);
    harness.pass(4999);
    expect(await look()).toBe(1);
    harness.pass(1);
    expect(await look()).toBe(2);
    expect(await read(id)).toMatchObject({ state: "waiting", problem: { code: "request/internal" } });
    harness.pass(9999);
    expect(await look()).toBe(2);
    harness.pass(1);
    expect(await look()).toBe(3);
    harness.pass(3_600_000);
    expect(await look()).toBe(3);
    const job = await read(id);
    expect(job).toMatchObject({ state: "failed", problem: { code: "request/internal" } });
    expect(JSON.stringify(job)).not.toContain("secret");
    expect(harness.logged.join("")).toContain("secret detail");
    expect(told).toEqual(["{} request/internal"]);
  });

  it("takes a refusal as the answer", async () => {
    const { deps, runner } = harness.startProcess("a", {
      kinds: [
        makeKind(async () => {
          throw new Refusal([{ code: "request/not-found", params: { id: "x" } }]);
        }),
      ],
    });
    const id = await harness.queue("work");
    runner.wake();
    await deps.jobs.idle();
    expect(await read(id)).toMatchObject({
      state: "failed",
      attempts: 1,
      problem: { code: "request/not-found", params: { id: "x" } },
    });
  });

  it("ends a job whose own telling fails", async () => {
    const fail = async () => {
      throw new Refusal([{ code: "request/not-found", params: { id: "x" } }]);
    };
    const { deps, runner } = harness.startProcess("a", {
      kinds: [
        makeKind(fail, async () => {
          throw new Error("cannot tell");
        }),
      ],
    });
    const id = await harness.queue("work");
    runner.wake();
    await deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "failed" });
    expect(harness.logged.join("")).toContain("cannot tell");
  });

  it("takes over the job of a process that died, after its lease, and writes nothing twice", async () => {
    const gate = makeGate();
    const write = (context: JobContext, worker: string) =>
      context.commit(async (db) => {
        await db.execute(sql`insert into effect values (${context.jobId}, ${worker})`);
        return worker;
      });
    const stalled = harness.startProcess("stalled", {
      kinds: [
        makeKind(async (context) => {
          await gate.opened;
          return write(context, "stalled");
        }),
      ],
    });
    const other = harness.startProcess("other", { kinds: [makeKind((context) => write(context, "other"))] });
    // Whoever opens the embedded database declares every other lease dead, so it has looked before there is work.
    await other.runner.look();
    const id = await harness.queue("work");
    await stalled.runner.look();
    harness.pass(LEASE_MS - 1);
    other.runner.wake();
    await other.deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "running", worker: "stalled", attempts: 1 });
    harness.pass(1);
    other.runner.wake();
    await other.deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "done", attempts: 2, result: "other" });
    gate.open();
    await stalled.deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "done", attempts: 2, result: "other" });
    expect(await countEffects()).toBe(1);
  });

  it("keeps the lease of a living process for as long as the work takes", async () => {
    const gate = makeGate();
    const kind = (result: string) =>
      makeKind(async () => {
        await gate.opened;
        return result;
      });
    const one = harness.startProcess("one", { kinds: [kind("one")] });
    const two = harness.startProcess("two", { kinds: [kind("two")] });
    await two.runner.look();
    const id = await harness.queue("work");
    await one.runner.look();
    for (let step = 0; step < 5; step += 1) {
      harness.pass(LEASE_MS - 1);
      await one.runner.look();
      await two.runner.look();
    }
    gate.open();
    await one.deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "done", attempts: 1, result: "one" });
  });

  it("gives up a job that ends its process every time", async () => {
    const told: string[] = [];
    const id = await harness.queue("work", {}, 2);
    for (const worker of ["first", "second"]) {
      const { runner } = harness.startProcess(worker, {
        kinds: [makeKind(() => new Promise(() => undefined))],
      });
      await runner.look();
      harness.pass(LEASE_MS);
    }
    const { deps, runner } = harness.startProcess("third", {
      kinds: [
        makeKind(
          async () => "never",
          async (_, __, reason) => {
            told.push(reason.code);
          },
        ),
      ],
    });
    runner.wake();
    await deps.jobs.idle();
    expect(await read(id)).toMatchObject({
      state: "failed",
      problem: { code: "job/abandoned", params: { attempts: 2 } },
    });
    expect(told).toEqual(["job/abandoned"]);
  });

  it("cancels work under way, and what waits", async () => {
    const told: string[] = [];
    const kinds = [
      makeKind(
        ({ signal }) => untilAborted(signal),
        async (_, __, reason) => {
          told.push(reason.code);
        },
      ),
    ];
    const { deps, runner } = harness.startProcess("a", { kinds });
    const running = await harness.queue("work");
    await runner.look();
    await requestCancel(database.db, running, harness.now().toISOString());
    const waiting = await harness.queue("work");
    await requestCancel(database.db, waiting, harness.now().toISOString());
    runner.wake();
    await deps.jobs.idle();
    for (const id of [running, waiting])
      expect(await read(id)).toMatchObject({ state: "cancelled", problem: { code: "job/cancelled" } });
    expect(told).toEqual(["job/cancelled", "job/cancelled"]);
  });

  it("writes nothing of a job that was cancelled before it ended", async () => {
    const gate = makeGate();
    const { deps, runner } = harness.startProcess("a", {
      kinds: [
        makeKind(async (context) => {
          await gate.opened;
          return context.commit(async (db) => {
            await db.execute(sql`insert into effect values (${context.jobId}, 'a')`);
            return null;
          });
        }),
      ],
    });
    const id = await harness.queue("work");
    await runner.look();
    await requestCancel(database.db, id, harness.now().toISOString());
    gate.open();
    await deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "cancelled" });
    expect(await countEffects()).toBe(0);
  });

  it("gives back what does not end in time when the process stops, without counting the attempt", async () => {
    const first = harness.startProcess("first", { kinds: [makeKind(({ signal }) => untilAborted(signal))] });
    const id = await harness.queue("work");
    await first.runner.look();
    const waits = await harness.queue("unknown");
    await first.deps.jobs.stop(5);
    expect(await read(id)).toMatchObject({ state: "waiting", worker: null, attempts: 0 });
    const second = harness.startProcess("second", { kinds: [makeKind(async () => "second")] });
    second.runner.wake();
    await second.deps.jobs.idle();
    expect(await read(id)).toMatchObject({ state: "done", attempts: 1, result: "second" });
    expect(await read(waits)).toMatchObject({ state: "waiting" });
    first.runner.wake();
    await first.runner.look();
    await first.deps.jobs.idle();
  });

  it("never runs a job twice, however many processes look at once", async () => {
    const jobs = 60;
    const ran: string[] = [];
    const processes = ["a", "b", "c"].map((worker) =>
      harness.startProcess(worker, {
        kinds: [
          makeKind(async (context) => {
            ran.push(context.jobId);
            await new Promise((resolve) => setImmediate(resolve));
            return context.commit(async (db) => {
              await db.execute(sql`insert into effect values (${context.jobId}, ${worker})`);
              return null;
            });
          }),
        ],
      }),
    );
    for (const { runner } of processes) await runner.look();
    const ids = await Promise.all(Array.from({ length: jobs }, () => harness.queue("work")));
    for (const { runner } of processes) runner.wake();
    await Promise.all(processes.map(({ deps }) => deps.jobs.idle()));
    expect([...ran].sort()).toEqual([...ids].sort());
    expect(await countEffects()).toBe(jobs);
  });
});
