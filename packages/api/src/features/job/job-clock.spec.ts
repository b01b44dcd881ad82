// What a clock wrote that was a day ahead and has been set back since holds up no job and no schedule.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import {
  createJobHarness,
  type JobHarness,
  makeEffectKind,
  prepareEffects,
} from "../../testing/job-harness.js";
import { bothEngines } from "../../testing/test-engines.js";
import { findJob } from "./job.repo.js";
import { listSchedules } from "./schedule.repo.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(bothEngines)("jobs on $name", ({ open }) => {
  let database: Database;
  let harness: JobHarness;
  beforeAll(async () => {
    database = await open();
    await prepareEffects(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.exec("truncate job, job_schedule, effect");
    harness = createJobHarness(database);
  });

  it("takes over what a dead process held until tomorrow, and does what was queued tomorrow", async () => {
    harness.pass(DAY_MS);
    const held = await harness.queue("effect");
    const leaseUntil = new Date(harness.now().getTime() + 30_000).toISOString();
    await database.db.execute(
      sql`update job set state = 'running', worker = 'dead', attempts = 1, lease_until = ${leaseUntil}`,
    );
    const queued = await harness.queue("effect");
    harness.pass(-DAY_MS);
    const done: string[] = [];
    const { deps, runner } = harness.startProcess("b", { kinds: [makeEffectKind((id) => done.push(id))] });
    await runner.look();
    await deps.jobs.idle();
    expect(done.sort()).toEqual([held, queued].sort());
    expect(await findJob(database.db, held)).toMatchObject({ state: "done", attempts: 2 });
  });

  it("leaves to another server of the database what it holds, though its clock is two minutes ahead", async () => {
    harness.pass(2 * MINUTE_MS);
    const held = await harness.queue("effect");
    const leaseUntil = new Date(harness.now().getTime() + 30_000).toISOString();
    await database.db.execute(
      sql`update job set state = 'running', worker = 'other', attempts = 1, lease_until = ${leaseUntil}`,
    );
    harness.pass(-2 * MINUTE_MS);
    const { deps, runner } = harness.startProcess("b", { kinds: [makeEffectKind(() => undefined)] });
    // The embedded database has one server alone: whoever else held a lease is dead.
    await runner.look();
    await deps.jobs.idle();
    const isServer = database.engine === "postgres";
    expect(await findJob(database.db, held)).toMatchObject({ state: isServer ? "running" : "done" });
  });

  it("moves a schedule back to its next time", async () => {
    const kind = makeEffectKind(() => undefined);
    const schedule = { name: "nightly", pattern: "10 0 * * *", kind: kind.name, mostAttempts: 3, input: {} };
    const { deps, runner } = harness.startProcess("a", { kinds: [kind], schedules: [schedule] });
    const nextRun = async () => (await listSchedules(database.db))[0]?.nextRunAt;
    await runner.look();
    const right = await nextRun();
    harness.pass(DAY_MS);
    await runner.look();
    await deps.jobs.idle();
    expect(await nextRun()).toBe(new Date(Date.parse(String(right)) + DAY_MS).toISOString());
    harness.pass(-DAY_MS);
    await runner.look();
    expect(await nextRun()).toBe(right);
  });

  it("does its chores once a minute", async () => {
    const seen: string[] = [];
    const { runner } = harness.startProcess("a", {
      kinds: [],
      chores: [
        async (_db, now) => {
          seen.push(now);
        },
      ],
    });
    const started = harness.now().toISOString();
    for (const seconds of [0, 1, 58, 1, 30]) {
      harness.pass(seconds * 1000);
      await runner.look();
    }
    expect(seen).toEqual([started, new Date(Date.parse(started) + MINUTE_MS).toISOString()]);
  });
});
