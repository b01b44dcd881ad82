// A capacity is a person's: it counts all that an official answers for, whoever asks and however little they reach.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { allocate, planAllocation } from "../../testing/allocate.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, type Shop, west } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";
import { countLoads } from "./chain.repo.js";

const FULL = "o-full";
const WEST = "o-west";
const shop = (id: string, township: string, official: string | null, over: Partial<Shop> = {}): Shop => ({
  id,
  township,
  official,
  ...over,
});

describe.each(bothEngines)("capacity on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let whole: SignedIn;
  let township: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    await insertSmallRegister(test, {
      seats: [
        { id: FULL, jurisdictions: [east, west], capacity: 3 },
        { id: WEST, jurisdictions: [west] },
      ],
      shops: [
        shop("e1", east, FULL),
        shop("w1", west, FULL),
        shop("w2", west, FULL),
        shop("w3", west, FULL, { state: "closed" }),
        shop("w4", west, WEST),
        shop("e-free", east, null),
      ],
    });
    whole = await test.clientAs({ role: "office", territory: district });
    township = await test.clientAs({ role: "office", territory: east });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const give = async ({ client }: SignedIn, establishment: string, official = FULL) =>
    client.chain.reassign.mutate({ txId: test.newTxId(), establishment, official }).then(
      () => [],
      (error: unknown) => toProblems(error),
    );
  const loads = async (official = FULL) =>
    (await countLoads(database.db, [FULL, WEST], "2026-11-24")).get(official);

  it("is exhausted for an office that sees a part, as for one that sees all, and neither is told the number", async () => {
    const seen = (await township.client.official.list.query({ limit: 50 })).rows;
    expect(seen.map(({ id, load, capacity }) => [id, load, capacity])).toEqual([[FULL, 1, 3]]);
    const exhausted = [
      { code: "chain/capacity-exhausted", params: { establishment: "饭店e-free", official: `干部${FULL}` } },
    ];
    expect(await give(whole, "e-free")).toEqual(exhausted);
    expect(await give(township, "e-free")).toEqual(exhausted);
    expect(await loads()).toBe(3);
  });

  it("is exhausted for a plan of a part and for carrying it out", async () => {
    const left = [{ establishment: "e-free", name: "饭店e-free", reason: "capacity-exhausted" }];
    for (const question of [{}, { territory: east }])
      expect((await planAllocation(test, question, township.client)).preview?.unassigned).toEqual(left);
    const { state, preview } = await allocate(test, {}, township.client);
    expect([state, preview?.assigned, preview?.added, preview?.unassigned]).toEqual(["applied", 1, 0, left]);
    expect(await loads()).toBe(3);
  });

  it("leaves whoever asked bound to their own rows afterwards", async () => {
    expect(await give(township, "w4")).toEqual([{ code: "request/not-found", params: { id: "w4" } }]);
    await planAllocation(test, {}, township.client);
    expect((await township.client.registry.list.query({ limit: 50 })).total).toBe(2);
  });

  it("is taken once by two who ask together, and is free again when one is given away", async () => {
    expect(await give(whole, "w1", WEST)).toEqual([]);
    expect(await loads()).toBe(2);
    const answers = await Promise.all([give(township, "e-free"), give(whole, "w4")]);
    expect(answers.map((problems) => problems.length).sort()).toEqual([0, 1]);
    expect(await loads()).toBe(3);
  });

  it("says from which day on somebody can answer at all, in both languages of the catalogue", async () => {
    expect(await planAllocation(test, { from: "1990-01-01" }, whole.client)).toMatchObject({
      state: "failed",
      preview: null,
      failure: { code: "chain/levels-not-yet", params: { from: "1990-01-01", earliest: "2022-09-01" } },
    });
  });
});
