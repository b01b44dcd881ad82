import { afterAll, beforeAll, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it("an empty office has the whole country as its territory", async () => {
  expect(await test.client.office.status.query({})).toEqual({
    mode: "office",
    version: "0.0.0-test",
    engine: "pglite",
    durable: false,
    today: "2026-11-24",
    territory: { code: "CN", name: "全国", chosen: false },
    person: { name: "张工", unit: "" },
    counts: { establishments: 0, officials: 0, nobody: 0, overdue: 0, lostItems: 0 },
  });
});

it("refuses a place that does not exist and changes nothing", async () => {
  const input = { txId: test.newTxId(), territory: "999999" };
  const error: unknown = await test.client.office.chooseTerritory.mutate(input).catch((caught) => caught);
  expect(toProblems(error)).toEqual([{ code: "request/not-found", params: { id: "999999" } }]);
  expect((await test.client.office.status.query({})).territory.chosen).toBe(false);
});

it("chooses a territory once, however often the same write is sent", async () => {
  const input = { txId: test.newTxId(), territory: "320106" };
  const first = await test.client.office.chooseTerritory.mutate(input);
  expect(first).toEqual({ code: "320106", name: "南京市鼓楼区" });
  await test.client.office.chooseTerritory.mutate({ txId: test.newTxId(), territory: "320105" });
  expect(await test.client.office.chooseTerritory.mutate(input)).toEqual(first);
  expect((await test.client.office.status.query({})).territory.code).toBe("320105");
});

it("refuses one transaction id for two different writes", async () => {
  const txId = test.newTxId();
  await test.client.office.chooseTerritory.mutate({ txId, territory: "320106" });
  const error: unknown = await test.client.office.chooseTerritory
    .mutate({ txId, territory: "320105" })
    .catch((caught) => caught);
  expect(toProblems(error)).toEqual([{ code: "request/reused-transaction", params: {} }]);
});

it("names the field of an input that is not as it must be", async () => {
  const error: unknown = await test.client.office.chooseTerritory
    .mutate({ txId: "short", territory: "320106" })
    .catch((caught) => caught);
  expect(toProblems(error)).toMatchObject([{ code: "request/invalid-input", params: { path: "txId" } }]);
});
