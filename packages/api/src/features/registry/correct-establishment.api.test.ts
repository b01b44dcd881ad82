// Correcting an establishment: to which place, and who is named to the second of two editors.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { fillStreets, here, there } from "../../testing/fill-streets.js";

let test: TestApp;
let township: ShianClient;
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
  await fillStreets(test);
  township = (await test.clientAs({ role: "office", territory: here.place, name: "李工" })).client;
});
afterAll(() => test.close());

const versionOf = async (id: string) => (await test.client.registry.get.query({ id })).establishment.version;
const correct = async (
  client: ShianClient,
  change: { readonly place?: string | null; readonly address?: string },
  { id = here.establishment, version }: { readonly id?: string; readonly version?: number } = {},
) =>
  client.registry.correct
    .mutate({ txId: test.newTxId(), id, version: version ?? (await versionOf(id)), changes: change })
    .then(
      ({ place }) => place,
      (error: unknown) => toProblems(error),
    );

describe("the place", () => {
  it.each(["990106001999", "990106999", "990188", "98", "9901061", "Z990106-99"])(
    "%s is refused like any that is not known",
    async (place) => {
      expect(await correct(test.client, { place })).toEqual([
        { code: "territory/place-code-unknown", params: { text: place } },
      ]);
    },
  );

  it.each(["990106001003", "320106", "110108001", "990106001"])("%s is taken", async (place) => {
    expect(await correct(test.client, { place })).toBe(place);
  });

  it("is taken away by who mends establishments without one, and by nobody else", async () => {
    expect(await correct(township, { place: "990106002" })).toEqual([
      { code: "request/not-found", params: { id: "990106002" } },
    ]);
    expect(await correct(township, { place: null })).toEqual([
      { code: "request/not-found", params: { id: here.establishment } },
    ]);
    expect(await correct(test.client, { place: null }, { id: there.establishment })).toBeNull();
    expect(await correct(test.client, { place: there.place }, { id: there.establishment })).toBe(there.place);
  });
});

describe("the second of two editors", () => {
  const stale = () => correct(test.client, { address: "乙路" }, { id: here.establishment, version: 1 });

  it("is told who corrected it, not who looked at its telephone or visited it since", async () => {
    test.setToday("2026-11-25");
    await correct(township, { address: "甲路" });
    test.setToday("2026-11-26");
    const reader = await test.clientAs({ role: "office", territory: here.place, name: "王工" });
    const { establishment, official } = here;
    await reader.client.registry.unmask.mutate({
      txId: test.newTxId(),
      id: establishment,
      reason: "核对联系人",
    });
    const checklist = await reader.client.visit.checklist.query({ establishment });
    await reader.client.visit.submit.mutate({
      txId: test.newTxId(),
      establishment,
      official,
      madeOn: "2026-11-26",
      mode: "on-site",
      checklist: checklist.id,
      answers: [],
    });
    expect(await stale()).toEqual([
      { code: "request/stale", params: { who: "李工", at: "2026-11-25T04:00:00.000Z" } },
    ]);
  });

  it("is told of nobody where the record does not tell", async () => {
    expect(
      await correct(test.client, { address: "丙路" }, { id: there.establishment, version: 1 }),
    ).toMatchObject([{ code: "request/stale", params: { who: "张工" } }]);
    await test.database.exec(`delete from audit_change where object_id = '${there.establishment}'`);
    expect(await correct(test.client, { address: "丙路" }, { id: there.establishment, version: 1 })).toEqual([
      { code: "request/stale", params: {} },
    ]);
  });

  it("is told so for any version that a number can name", async () => {
    expect(await correct(test.client, { address: "丁路" }, { version: 2 ** 31 - 2 })).toMatchObject([
      { code: "request/stale" },
    ]);
    expect(await correct(test.client, { address: "丁路" }, { version: 2 ** 31 })).toMatchObject([
      { code: "request/invalid-input" },
    ]);
  });
});

describe("a territory that is asked about", () => {
  const findTree = (parent: string) =>
    test.client.chain.tree.query({ parent }).then(
      ({ self }) => self.code,
      (error: unknown) => toProblems(error),
    );

  it.each(["990106999", "990106001999", "990188", "98", "9901061", ""])("%j is not found", async (parent) => {
    expect(await findTree(parent)).toEqual([{ code: "request/not-found", params: { id: parent } }]);
  });

  it.each(["CN", "99", "9901", "990106", "990106001", "990106001003", "320106", "4290", "110108001"])(
    "%s is found",
    async (parent) => expect(await findTree(parent)).toBe(parent),
  );
});
