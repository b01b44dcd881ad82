// Effects outside the database happen once, wherever the process dies; scheduled work is queued once for each due time.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Deps } from "../../deps.js";
import type { Database } from "../../storage/database.js";
import { createJobHarness, type JobHarness } from "../../testing/job-harness.js";
import { bothEngines } from "../../testing/test-engines.js";
import type { AnyJobKind, JobKind } from "./job-kind.js";
import { type EffectKind, performEffects, queueEffect, toAnyEffectKind } from "./outbox.js";
import { completeEffect, insertEffect, takeEffect } from "./outbox.repo.js";
import { defineSchedule, findNextRun, type Schedule } from "./schedule.js";
import { listSchedules } from "./schedule.repo.js";

const Message = z.strictObject({ text: z.string() });
type Message = z.infer<typeof Message>;

/** What receives messages: it takes each key once, as a folder takes a file's name once. */
function makeReceiver() {
  const taken = new Map<string, string>();
  let asked = 0;
  let fault: "none" | "before" | "after" = "none";
  const kind: EffectKind<Message> = {
    name: "message",
    payload: Message,
    async perform(_, { text }, key) {
      asked += 1;
      if (fault === "before") throw new Error("the receiver is away");
      if (!taken.has(key)) taken.set(key, text);
      if (fault === "after") throw new Error("died before it was written down");
    },
  };
  return {
    kind,
    taken,
    asked: () => asked,
    fail: (when: typeof fault) => {
      fault = when;
    },
  };
}

describe.each(bothEngines)("on $name", (engine) => {
  let database: Database;
  let harness: JobHarness;
  let deps: Deps;
  beforeAll(async () => {
    database = await engine.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.exec("truncate job, job_schedule, outbox");
    harness = createJobHarness(database);
    deps = harness.startProcess("a", { kinds: [] }).deps;
  });
  const note = (kind: EffectKind<Message>, effectKey: string, text: string, dies = false) =>
    database
      .transaction(async (db) => {
        const now = harness.now().toISOString();
        await queueEffect({ db, now }, { kind, payload: { text }, effectKey });
        if (dies) throw new Error("the change was undone");
      })
      .catch(() => undefined);

  describe("an effect", () => {
    it("is done after its change is committed, once, and never for a change that was undone", async () => {
      const { kind, taken, asked } = makeReceiver();
      await note(kind, "k1", "first");
      await note(kind, "k1", "again");
      await note(kind, "k2", "undone", true);
      for (let look = 0; look < 3; look += 1) await performEffects(deps, [toAnyEffectKind(kind)]);
      expect([...taken]).toEqual([["k1", "first"]]);
      expect(asked()).toBe(1);
    });

    it("that failed is tried again later and later", async () => {
      const { kind, taken, asked, fail } = makeReceiver();
      const look = async () => {
        await performEffects(deps, [toAnyEffectKind(kind)]);
        return asked();
      };
      await note(kind, "k", "text");
      fail("before");
      expect(await look()).toBe(1);
      harness.pass(1999);
      expect(await look()).toBe(1);
      harness.pass(1);
      expect(await look()).toBe(2);
      fail("none");
      harness.pass(1999);
      expect(await look()).toBe(2);
      harness.pass(1);
      expect(await look()).toBe(3);
      expect(taken.get("k")).toBe("text");
      expect(await look()).toBe(3);
    });

    it("is done while others fail", async () => {
      const { kind, taken } = makeReceiver();
      const broken: EffectKind<Message> = {
        name: "broken",
        payload: Message,
        perform: async () => {
          throw new Error("never");
        },
      };
      await note(broken, "k1", "stays");
      await note(kind, "k2", "goes");
      await performEffects(deps, [broken, kind].map(toAnyEffectKind));
      expect([...taken.keys()]).toEqual(["k2"]);
    });

    it("happens once for each key wherever processes die, and none is lost", async () => {
      // Steps at which a process may die: as the change is made, before the effect, after it, after it is written down.
      const death = fc.constantFrom("change", "before", "after", "written", "none" as const);
      await fc.assert(
        fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 12 }), async (deaths) => {
          await database.exec("truncate outbox");
          const { kind, taken, fail } = makeReceiver();
          const committed: string[] = [];
          for (const [index, at] of deaths.entries()) {
            const key = `key-${index}`;
            await note(kind, key, `text ${index}`, at === "change");
            if (at !== "change") committed.push(key);
            if (at === "before" || at === "after") fail(at);
            if (at === "written") {
              // Dies between writing that it was done and the commit: the transaction is lost, the effect is not.
              await database
                .transaction(async (db) => {
                  const now = harness.now().toISOString();
                  const effect = await takeEffect(db, ["message"], now);
                  if (effect === undefined) return;
                  await kind.perform(deps, Message.parse(effect.payload), effect.effectKey);
                  await completeEffect(db, effect.id, now);
                  throw new Error("died before the commit");
                })
                .catch(() => undefined);
            } else await performEffects(deps, [toAnyEffectKind(kind)]);
            fail("none");
          }
          harness.pass(86_400_000);
          await performEffects(deps, [toAnyEffectKind(kind)]);
          expect([...taken.keys()].sort()).toEqual(committed.sort());
        }),
        { numRuns: 10 },
      );
    });

    it("is asked for by one of several processes that look at once", async () => {
      const { kind, taken, asked } = makeReceiver();
      const keys = Array.from({ length: 30 }, (_, index) => `key-${String(index).padStart(2, "0")}`);
      for (const effectKey of keys)
        await insertEffect(database.db, {
          kind: "message",
          payload: { text: "" },
          effectKey,
          createdAt: harness.now().toISOString(),
        });
      await Promise.all([1, 2, 3].map(() => performEffects(deps, [toAnyEffectKind(kind)])));
      expect([...taken.keys()].sort()).toEqual(keys);
      expect(asked()).toBe(keys.length);
    });
  });

  describe("scheduled work", () => {
    const kind: JobKind<Message> = { name: "tidy", input: Message, run: async (_, { text }) => text };
    const hourly = defineSchedule(kind, { name: "hourly", pattern: "30 * * * *", input: { text: "x" } });

    const startAll = (ran: string[], schedules: readonly Schedule[] = [hourly]) => {
      const counting = (worker: string): AnyJobKind => ({
        name: "tidy",
        mostAttempts: 3,
        run: async (context) => {
          ran.push(`${worker} ${context.deps.clock().toISOString()}`);
          return null;
        },
        ended: async () => undefined,
      });
      const processes = ["a", "b", "c"].map((worker) =>
        harness.startProcess(worker, { kinds: [counting(worker)], schedules }),
      );
      return async () => {
        for (const { runner } of processes) runner.wake();
        await Promise.all(processes.map((one) => one.deps.jobs.idle()));
      };
    };

    it("runs once for each due time, however many processes look", async () => {
      const ran: string[] = [];
      const look = startAll(ran);
      await look();
      expect(ran).toEqual([]);
      for (let step = 0; step < 36; step += 1) {
        harness.pass(600_000);
        await look();
      }
      expect(ran.map((line) => line.slice(2)).sort()).toEqual(
        [4, 5, 6, 7, 8, 9].map((hour) => `2026-11-24T0${hour}:30:00.000Z`),
      );
      expect(await listSchedules(database.db)).toEqual([
        { name: "hourly", lastRunAt: "2026-11-24T09:30:00.000Z", nextRunAt: "2026-11-24T10:30:00.000Z" },
      ]);
    });

    it("makes up once for all the times that were missed", async () => {
      const ran: string[] = [];
      const look = startAll(ran);
      await look();
      harness.pass(50 * 3_600_000);
      await look();
      await look();
      expect(ran).toHaveLength(1);
    });

    it("that is to run sooner in a new version does, and what was missed is not forgotten", async () => {
      await startAll([])();
      harness.pass(3_600_000);
      const ran: string[] = [];
      const sooner = defineSchedule(kind, { name: "hourly", pattern: "10 * * * *", input: { text: "x" } });
      const look = startAll(ran, [sooner]);
      await look();
      expect(ran).toHaveLength(1);
      expect((await listSchedules(database.db))[0]?.nextRunAt).toBe("2026-11-24T05:10:00.000Z");
    });
  });
});

describe("times of a pattern", () => {
  it.each([
    ["40 3 * * *", "2026-11-24T04:00:00.000Z", "2026-11-24T19:40:00.000Z"],
    ["0 0 * * *", "2026-11-24T15:59:59.999Z", "2026-11-24T16:00:00.000Z"],
    ["0 0 1 * *", "2026-12-31T15:00:00.000Z", "2026-12-31T16:00:00.000Z"],
    ["0 9 * * 1", "2026-11-24T04:00:00.000Z", "2026-11-30T01:00:00.000Z"],
    ["0 0 29 2 *", "2026-11-24T04:00:00.000Z", "2028-02-28T16:00:00.000Z"],
  ])("%s after %s is %s, in the office's time zone", (pattern, after, next) => {
    expect(findNextRun(pattern, new Date(after))).toBe(next);
  });
});
