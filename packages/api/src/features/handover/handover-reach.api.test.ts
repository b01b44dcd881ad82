// What a handover tells whoever reaches only a part of the office: nothing of what lies elsewhere, numbers among it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { insertLeaving, leavingOfficial } from "../../testing/handover/insert-leaving.js";
import { district, east, west } from "../../testing/small-register.js";

describe("a handover seen in part", () => {
  let test: TestApp;
  let whole: SignedIn;
  let eastern: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await insertLeaving(test);
    whole = await test.clientAs({ role: "office", territory: district });
    eastern = await test.clientAs({ role: "office", territory: east });
  }, 120_000);
  afterAll(() => test.close());

  const departures = [{ official: leavingOfficial, successor: "o-both" }];
  const preview = ({ client }: SignedIn) => client.handover.preview.query({ departures });

  it("shows of a receiver's load what who asks sees, and plans with all of it", async () => {
    const loadOf = async (who: SignedIn) => {
      const { rows } = await who.client.official.list.query({ limit: 50 });
      return rows.find(({ id }) => id === "o-both")?.load;
    };
    expect([await loadOf(whole), await loadOf(eastern)]).toEqual([1, 0]);
    for (const who of [whole, eastern]) {
      const load = await loadOf(who);
      const plan = await preview(who);
      expect(plan.candidates.find(({ id }) => id === "o-both")?.load).toBe(load);
      const party = plan.parties.find(({ id }) => id === "o-both");
      // Of a capacity of three one is taken in the west, which is known to the plan alone; the suspended one takes none.
      expect(party).toMatchObject({ before: load, received: 3, after: (load ?? 0) + 2, signs: true });
    }
  });

  it("counts for whoever reads it later what they see of it", async () => {
    const { mark } = await preview(whole);
    const { id, plan } = await whole.client.handover.make.mutate({ txId: test.newTxId(), departures, mark });
    expect(plan).toMatchObject({ moved: 4, unassigned: 0 });
    const figuresOf = async ({ client }: SignedIn) =>
      (await client.handover.list.query({})).rows.map(({ moved, unassigned, parties }) => [
        moved,
        unassigned,
        parties.length,
      ]);
    expect(await figuresOf(whole)).toEqual([[4, 0, 3]]);
    const own = await test.clientAs({ role: "official", official: "o-both" });
    expect(await figuresOf(own)).toEqual([[3, 0, 1]]);
    expect(await own.client.handover.receipt.query({ id, official: "o-both" })).toMatchObject({ moved: 3 });
    const western = await test.clientAs({ role: "office", territory: west });
    expect(await figuresOf(western)).toEqual([[0, 0, 1]]);
  });
});
