// An allocation from its question to its undoing, through the real client: planned in the background, looked at, applied
// as one change, taken back for a day.
import { addDays, toPlainDate } from "@shian/domain";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toProblems } from "../../client/index.js";
import { createCall, productItself } from "../../deps.js";
import { allocate, planAllocation, undoAllocation } from "../../testing/allocate.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";
import { toAsker } from "../job/asker.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { allocationJobs } from "./allocation.job.js";
import { allocationMoveTable, allocationRunTable } from "./allocation.table.js";
import { officialPostTable } from "./chain.table.js";
import { forgetPlans } from "./forget-plans.service.js";

const today = toPlainDate("2026-11-24");
let test: TestApp;
let office: SignedIn;

beforeEach(async () => {
  test = await createTestApp({ today });
  await insertSmallRegister(test, {
    shops: [
      ...["a1", "a2", "a3", "a4"].map((id) => ({ id, township: east, official: "k" })),
      { id: "n1", township: east, official: null },
      { id: "n2", township: west, grid: "003", official: null },
      { id: "x1", township: west, official: "e" },
      { id: "gone", township: east, official: "k", state: "closed" as const },
    ],
    seats: [
      { id: "k", jurisdictions: [district] },
      { id: "l", jurisdictions: [district] },
      { id: "e", jurisdictions: [east] },
    ],
  });
  office = await test.clientAs({ role: "office", territory: district, name: "李工" });
}, 60_000);
afterEach(() => test.close());

const plan = (question = {}, who = office) => planAllocation(test, question, who.client);
const codesOf = (question: Promise<unknown>) =>
  question.then(
    () => [],
    (error: unknown) => toProblems(error).map(({ code }) => code),
  );
const apply = (id: string, fingerprint: string, who = office) =>
  who.client.allocation.make.mutate({ txId: test.newTxId(), id, fingerprint });
const undo = (id: string, who = office) => who.client.allocation.undo.mutate({ txId: test.newTxId(), id });
const officialOf = async (id: string) =>
  (await office.client.registry.get.query({ id })).official?.id ?? null;
const listAnswering = async () => {
  const ids = ["a1", "a2", "a3", "a4", "n1", "n2", "x1"];
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await officialOf(id)] as const)));
};
const touch = (id: string) => noteRegisterChange(createCall(test.deps, test.database.db, "zh-CN"), [id]);
const movesOf = async (id: string, place?: string) =>
  (await office.client.allocation.moves.query({ id, ...(place === undefined ? {} : { place }) })).rows;

describe("a plan", () => {
  it("counts active establishments alone, before as afterwards, and tells its moves by village", async () => {
    const run = await plan();
    expect(run).toMatchObject({ state: "planned", own: true, who: "李工", from: today, placeName: "" });
    const county = run.preview?.levels.find(({ level }) => level === "county");
    expect(county).toMatchObject({
      before: { assigned: 5 },
      after: { assigned: 7, smallest: 2, largest: 3 },
    });
    expect(run.preview?.places.map(({ code }) => code)).toEqual([`${east}001`, `${west}001`]);
    const moves = await movesOf(run.id);
    expect(moves).toHaveLength((run.preview?.added ?? 0) + (run.preview?.moved ?? 0));
    expect((await movesOf(run.id, `${west}001`)).map(({ establishment }) => establishment.id)).toEqual([
      "x1",
      "n2",
    ]);
    const [, inGrid] = run.preview?.places ?? [];
    expect(inGrid).toMatchObject({ added: 1, moved: 1 });
    expect(inGrid?.grids).toMatchObject([{ code: `${west}001003`, added: 1, moved: 0 }]);
    expect((await movesOf(run.id, `${west}001003`)).map(({ establishment }) => establishment.id)).toEqual([
      "n2",
    ]);
    expect(await listAnswering()).toMatchObject({ n1: null, x1: "e" });
  });

  it("says how many pairings entered for a later day it would replace", async () => {
    expect((await plan()).preview?.overtaken).toBe(0);
    const { reassign } = office.client.chain;
    const from = addDays(today, 10);
    for (const establishment of ["n1", "a1"])
      await reassign.mutate({ txId: test.newTxId(), establishment, official: "l", from });
    const run = await plan({ establishments: ["n1", "n2"] });
    expect(run.preview).toMatchObject({ added: 2, overtaken: 1 });
  });

  it("pages its moves by their order", async () => {
    const { id } = await plan();
    const { moves } = office.client.allocation;
    const first = await moves.query({ id, limit: 1 });
    const second = await moves.query({ id, limit: 500, cursor: first.next ?? "" });
    expect([...first.rows, ...second.rows]).toEqual(await movesOf(id));
    expect([second.next, first.total]).toEqual([null, 1 + second.rows.length]);
  });

  it("of gaps or of named establishments moves nothing else", async () => {
    const byGap = await plan({ gaps: ["nobody"] });
    expect((await movesOf(byGap.id)).map(({ establishment }) => establishment.id)).toEqual(["n1", "n2"]);
    const outside = await plan({ gaps: ["outside-jurisdiction"] });
    expect(await movesOf(outside.id)).toMatchObject([{ establishment: { id: "x1" }, from: { id: "e" } }]);
    const named = await plan({ establishments: ["n2"] });
    expect(await movesOf(named.id)).toMatchObject([{ establishment: { id: "n2" }, from: null }]);
  });

  it("that cannot be made says why, and a place that is not the office's own is not found", async () => {
    expect(
      await plan({
        spread: 0,
        pinned: ["a1", "a2", "a3", "a4"].map((establishment) => ({ establishment, official: "k" })),
      }),
    ).toMatchObject({
      state: "failed",
      preview: null,
      failure: { code: "chain/spread-impossible" },
    });
    const { plan: ask } = office.client.allocation;
    expect(await codesOf(ask.mutate({ txId: test.newTxId(), territory: "110108" }))).toEqual([
      "request/not-found",
    ]);
  });

  it("is cancelled before it is done, nothing of it stands, and it can be tried again", async () => {
    const wake = vi.spyOn(test.deps.jobs, "wake").mockImplementation(() => undefined);
    const { id } = await office.client.allocation.plan.mutate({ txId: test.newTxId() });
    await test.deps.jobs.idle();
    const { jobId, state } = await office.client.allocation.get.query({ id });
    expect(state).toBe("planning");
    wake.mockRestore();
    await office.client.job.cancel.mutate({ txId: test.newTxId(), id: jobId ?? "" });
    await test.deps.jobs.idle();
    expect(await office.client.allocation.get.query({ id })).toMatchObject({
      state: "cancelled",
      preview: null,
      failure: null,
    });
    expect(await movesOf(id)).toEqual([]);
    expect(await codesOf(apply(id, "any"))).toEqual(["chain/allocation-not-planned"]);
    await office.client.job.retry.mutate({ txId: test.newTxId(), id: jobId ?? "" });
    await test.deps.jobs.idle();
    expect(await office.client.allocation.get.query({ id })).toMatchObject({ state: "planned" });
  });

  it("ends at its next turn when it is cancelled under way", async () => {
    const { id } = await plan();
    await test.database.db.update(allocationRunTable).set({ state: "planning", preview: null });
    const asker = { locale: "zh-CN", ...productItself } as const;
    const ended = allocationJobs.plan.run(
      {
        deps: test.deps,
        jobId: "job",
        attempt: 1,
        person: { id: null, name: "" },
        signal: AbortSignal.abort(new Error("cancelled")),
        progress: async () => true,
        commit: () => expect.unreachable("nothing of it may be written"),
      },
      { runId: id, asker: toAsker(asker) },
    );
    await expect(ended).rejects.toThrow("cancelled");
  });

  it("is watched until it rests", async () => {
    const { id } = await office.client.allocation.plan.mutate({ txId: test.newTxId() });
    const states = await new Promise<string[]>((resolve, reject) => {
      const seen: string[] = [];
      office.client.allocation.watch.subscribe(
        { id },
        {
          onData: ({ state }) => seen.push(state),
          onComplete: () => resolve(seen),
          onError: reject,
        },
      );
    });
    expect(states.at(-1)).toBe("planned");
  });

  it("is one's own, and that of a grant over the whole office to look at but not to apply", async () => {
    const { id, preview } = await plan({ territory: east });
    const other = await test.clientAs({ role: "office", territory: district });
    const part = await test.clientAs({ role: "office", territory: east });
    expect(await other.client.allocation.get.query({ id })).toMatchObject({ own: false, who: "李工" });
    expect((await other.client.allocation.list.query({})).rows.map((row) => row.id)).toEqual([id]);
    const { fingerprint = "" } = preview ?? {};
    expect(await codesOf(apply(id, fingerprint, other))).toEqual(["chain/allocation-not-own"]);
    expect(await codesOf(part.client.allocation.get.query({ id }))).toEqual(["request/not-found"]);
    expect(await codesOf(part.client.allocation.moves.query({ id }))).toEqual(["request/not-found"]);
    expect(await codesOf(undo(id, part))).toEqual(["request/not-found"]);
    expect((await part.client.allocation.list.query({})).rows).toEqual([]);
  });

  it("that nobody applied is forgotten after a week", async () => {
    const { id } = await plan();
    const applied = await allocate(test, {}, office.client);
    test.setToday(addDays(today, 9));
    expect(await test.database.transaction((db) => forgetPlans(db, test.deps.clock()))).toBe(1);
    expect(await codesOf(office.client.allocation.get.query({ id }))).not.toEqual([]);
    const again = await test.clientAs({ role: "office", territory: district });
    expect((await again.client.allocation.list.query({})).rows.map((row) => row.id)).toEqual([applied.id]);
  });
});

describe("applying", () => {
  it("carries out the plan that was looked at, once, and records it", async () => {
    const { id, preview } = await plan();
    expect(await codesOf(apply(id, "another"))).toEqual(["chain/plan-changed"]);
    await apply(id, preview?.fingerprint ?? "");
    await test.deps.jobs.idle();
    const run = await office.client.allocation.get.query({ id });
    expect(run).toMatchObject({ state: "applied", appliedBy: "李工", failure: null });
    expect(run.undoUntil).toBe("2026-11-25T04:00:00.000Z");
    const answering = Object.values(await listAnswering());
    expect(answering).not.toContain(null);
    expect((await office.client.chain.gaps.query({})).counts).toMatchObject({
      nobody: 0,
      "outside-jurisdiction": 0,
    });
    const changes = (await office.client.registry.get.query({ id: "n1" })).changes;
    expect(changes.map(({ what }) => what)).toContain("assigned");
    expect(await codesOf(apply(id, preview?.fingerprint ?? ""))).toEqual(["chain/allocation-not-planned"]);
    expect(await plan()).toMatchObject({ preview: { added: 0, moved: 0 } });
  });

  it("refuses a plan of a register that has changed since, and writes nothing", async () => {
    const { id, preview } = await plan();
    await office.client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "a1", official: "l" });
    const before = await listAnswering();
    await apply(id, preview?.fingerprint ?? "");
    await test.deps.jobs.idle();
    expect(await office.client.allocation.get.query({ id })).toMatchObject({
      state: "failed",
      appliedAt: null,
      failure: { code: "chain/plan-changed" },
    });
    expect(await listAnswering()).toEqual(before);
  });

  it("refuses a plan of whose moves some are missing, and writes nothing", async () => {
    const { id, preview } = await plan();
    await test.database.db.delete(allocationMoveTable).where(eq(allocationMoveTable.establishmentId, "n1"));
    const before = await listAnswering();
    await apply(id, preview?.fingerprint ?? "");
    await test.deps.jobs.idle();
    expect(await office.client.allocation.get.query({ id })).toMatchObject({
      state: "failed",
      failure: { code: "chain/plan-changed" },
    });
    expect(await listAnswering()).toEqual(before);
  });

  /** Applies the plan while something happens between each look at the register and the transaction. */
  async function applyWhile(happen: (turn: number) => Promise<unknown>): Promise<number> {
    const { id } = await plan();
    await test.database.db.update(allocationRunTable).set({ state: "applying" });
    let turns = 0;
    await allocationJobs.apply.run(
      {
        deps: test.deps,
        jobId: test.newTxId(),
        attempt: 1,
        person: { id: null, name: "" },
        signal: new AbortController().signal,
        progress: async () => true,
        commit: async (write) => {
          turns += 1;
          await happen(turns);
          return test.database.transaction(write);
        },
      },
      { runId: id, asker: toAsker({ locale: "zh-CN", ...productItself }) },
    );
    return turns;
  }
  it("looks again where the register moved under it, and inside its transaction where it never rests", async () => {
    expect(await applyWhile(async (turn) => turn === 1 && touch("a1"))).toBe(2);
    expect(Object.values(await listAnswering())).not.toContain(null);
    await office.client.allocation.undo.mutate({
      txId: test.newTxId(),
      id: (await office.client.allocation.list.query({})).rows[0]?.id ?? "",
    });
    await test.deps.jobs.idle();
    expect(await officialOf("n1")).toBe(null);
    expect(await applyWhile(() => touch("a1"))).toBe(4);
    expect(Object.values(await listAnswering())).not.toContain(null);
  });

  it("is refused where a pairing changed between the look and the transaction", async () => {
    const txId = test.newTxId();
    const meanwhile = applyWhile((turn) =>
      turn === 1
        ? office.client.chain.reassign.mutate({ txId, establishment: "a1", official: "l" })
        : Promise.resolve(),
    );
    await expect(meanwhile).rejects.toMatchObject({ problems: [{ code: "chain/plan-changed" }] });
    expect(await listAnswering()).toMatchObject({ a1: "l", n1: null, n2: null });
  });
});

describe("undoing", () => {
  it("restores every pairing, is recorded, and is done once", async () => {
    const before = await listAnswering();
    const { id } = await allocate(test, {}, office.client);
    expect(await listAnswering()).not.toEqual(before);
    test.setToday(addDays(today, 1));
    const again = await test.clientAs({ role: "office", territory: district, name: "王工" });
    const run = await undoAllocation(test, id, again.client);
    expect(run).toMatchObject({ state: "undone", undoneBy: "王工", undoUntil: null });
    office = again;
    expect(await listAnswering()).toEqual(before);
    const { changes } = await office.client.registry.get.query({ id: "x1" });
    expect(changes.filter(({ what }) => what === "reassigned")).toHaveLength(2);
    expect(await codesOf(undo(id))).toEqual(["chain/allocation-undone"]);
    // What was known in between stays known.
    const then = await office.client.registry.get.query({ id: "n1", asOf: today, knownOn: today });
    expect(then.official).not.toBe(null);
  });

  it("leaves what an official had who has left since with whom it was given to, and says how many", async () => {
    const before = await listAnswering();
    const { id } = await allocate(test, {}, office.client);
    const given = await listAnswering();
    const left = toPlainDate(today);
    await test.database.db
      .update(officialPostTable)
      .set({ validTo: left })
      .where(eq(officialPostTable.officialId, "k"));
    await touch("a1");
    const run = await undoAllocation(test, id, office.client);
    const ids = Object.keys(before).filter((one) => before[one] !== given[one]);
    const stay = ids.filter((one) => before[one] === "k");
    expect(stay.length).toBeGreaterThan(0);
    expect(stay.length).toBeLessThan(ids.length);
    expect(run).toMatchObject({ state: "undone", kept: stay.length });
    const after = await listAnswering();
    for (const one of stay) expect(after[one]).toBe(given[one]);
    expect(after).toMatchObject({ n1: null, n2: null, x1: "e" });
    const { changes } = await office.client.registry.get.query({ id: stay[0] ?? "" });
    expect(changes.filter(({ what }) => what === "reassigned")).toHaveLength(1);
  });

  it("is refused for a plan, and whole after a later change of one pairing", async () => {
    const { id: planned } = await plan();
    expect(await codesOf(undo(planned))).toEqual(["chain/allocation-not-applied"]);
    const { id } = await allocate(test, {}, office.client);
    const official = (await officialOf("n1")) === "k" ? "l" : "k";
    await office.client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "n1", official });
    const left = await listAnswering();
    const refused = undo(id).then(
      () => [],
      (error: unknown) => toProblems(error),
    );
    expect(await refused).toEqual([{ code: "chain/allocation-touched", params: { count: 1 } }]);
    expect(await listAnswering()).toEqual(left);
  });

  it("is refused more than 24 hours after it was applied", async () => {
    const { id } = await allocate(test, {}, office.client);
    test.setToday(addDays(today, 2));
    const later = await test.clientAs({ role: "office", territory: district });
    expect(await codesOf(undo(id, later))).toEqual(["chain/allocation-undo-late"]);
    expect(await later.client.allocation.get.query({ id })).toMatchObject({
      state: "applied",
      undoUntil: null,
    });
  });
});
