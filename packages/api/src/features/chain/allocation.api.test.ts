// An allocation applied and undone through the real client: as one change, for a day, unless something changed meanwhile.
import { addDays } from "@shian/domain";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { createCall, productItself } from "../../deps.js";
import { allocate, undoAllocation } from "../../testing/allocate.js";
import {
  allocationDay,
  createAllocationActs,
  openAllocationOffice,
} from "../../testing/allocation-office.js";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { district } from "../../testing/small-register.js";
import { toAsker } from "../job/asker.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { allocationJobs } from "./allocation.job.js";
import { allocationMoveTable, allocationRunTable } from "./allocation.table.js";
import { officialPostTable } from "./chain.table.js";

let test: TestApp;
let office: SignedIn;
beforeEach(async () => {
  ({ test, office } = await openAllocationOffice());
}, 60_000);
afterEach(() => test.close());

const { plan, apply, undo, officialOf, listAnswering } = createAllocationActs(() => ({ test, office }));
const touch = (id: string) => noteRegisterChange(createCall(test.deps, test.database.db, "zh-CN"), [id]);

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
    test.setToday(addDays(allocationDay, 1));
    const again = await test.clientAs({ role: "office", territory: district, name: "王工" });
    const run = await undoAllocation(test, id, again.client);
    expect(run).toMatchObject({ state: "undone", undoneBy: "王工", undoUntil: null });
    office = again;
    expect(await listAnswering()).toEqual(before);
    const { changes } = await office.client.registry.get.query({ id: "x1" });
    expect(changes.filter(({ what }) => what === "reassigned")).toHaveLength(2);
    expect(await codesOf(undo(id))).toEqual(["chain/allocation-undone"]);
    // What was known in between stays known.
    const then = await office.client.registry.get.query({
      id: "n1",
      asOf: allocationDay,
      knownOn: allocationDay,
    });
    expect(then.official).not.toBe(null);
  });

  it("leaves what an official had who has left since with whom it was given to, and says how many", async () => {
    const before = await listAnswering();
    const { id } = await allocate(test, {}, office.client);
    const given = await listAnswering();
    await test.database.db
      .update(officialPostTable)
      .set({ validTo: allocationDay })
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
    test.setToday(addDays(allocationDay, 2));
    const later = await test.clientAs({ role: "office", territory: district });
    expect(await codesOf(undo(id, later))).toEqual(["chain/allocation-undo-late"]);
    expect(await later.client.allocation.get.query({ id })).toMatchObject({
      state: "applied",
      undoUntil: null,
    });
  });
});
