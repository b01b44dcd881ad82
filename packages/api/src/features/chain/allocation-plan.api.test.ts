// The plan of an allocation through the real client: made in the background, looked at, cancelled, forgotten.
import { addDays } from "@shian/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { productItself } from "../../deps.js";
import { allocate } from "../../testing/allocate.js";
import {
  allocationDay,
  createAllocationActs,
  openAllocationOffice,
} from "../../testing/allocation-office.js";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { district, east, west } from "../../testing/small-register.js";
import { toAsker } from "../job/asker.js";
import { allocationJobs } from "./allocation.job.js";
import { allocationRunTable } from "./allocation.table.js";
import { forgetPlans } from "./forget-plans.service.js";

let test: TestApp;
let office: SignedIn;
beforeEach(async () => {
  ({ test, office } = await openAllocationOffice());
}, 60_000);
afterEach(() => test.close());

const { plan, apply, undo, listAnswering } = createAllocationActs(() => ({ test, office }));
const movesOf = async (id: string, place?: string) =>
  (await office.client.allocation.moves.query({ id, ...(place === undefined ? {} : { place }) })).rows;

describe("a plan", () => {
  it("counts active establishments alone, before as afterwards, and tells its moves by village", async () => {
    const run = await plan();
    expect(run).toMatchObject({
      state: "planned",
      own: true,
      who: "李工",
      from: allocationDay,
      placeName: "",
    });
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
    const from = addDays(allocationDay, 10);
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
    for (const absent of [
      { territory: "110108" },
      { establishments: ["a1", "none"] },
      { pinned: [{ establishment: "none", official: "k" }] },
      { pinned: [{ establishment: "a1", official: "none" }] },
    ])
      expect(await codesOf(ask.mutate({ txId: test.newTxId(), ...absent }))).toEqual(["request/not-found"]);
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
    test.setToday(addDays(allocationDay, 9));
    expect(await test.database.transaction((db) => forgetPlans(db, test.deps.clock()))).toBe(1);
    expect(await codesOf(office.client.allocation.get.query({ id }))).not.toEqual([]);
    const again = await test.clientAs({ role: "office", territory: district });
    expect((await again.client.allocation.list.query({})).rows.map((row) => row.id)).toEqual([applied.id]);
  });
});
