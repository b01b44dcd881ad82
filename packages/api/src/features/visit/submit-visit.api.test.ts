// Who may record which visit, and pages of visits by cursors of other people's making.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { fillStreets, here, there } from "../../testing/fill-streets.js";

let test: TestApp;
let deputy: ShianClient;
let answers: { readonly item: string; readonly answer: "yes" }[] = [];
let checklist = "";
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
  await fillStreets(test);
  deputy = (await test.clientAs({ role: "official", official: here.deputy })).client;
  const list = await test.client.visit.checklist.query({ establishment: here.establishment });
  checklist = list.id;
  answers = list.items.map(({ id }) => ({ item: id, answer: "yes" as const }));
});
afterAll(() => test.close());

type Told = {
  readonly official: string;
  readonly standInFor?: string;
  readonly jointWith?: string[];
  readonly madeOn?: string;
  readonly establishment?: string;
};
/** Whether the visit counts, or the codes of why it was not recorded. */
const submit = (client: ShianClient, told: Told): Promise<boolean | readonly string[]> =>
  client.visit.submit
    .mutate({
      txId: test.newTxId(),
      establishment: here.establishment,
      madeOn: "2026-11-24",
      mode: "on-site",
      checklist,
      answers,
      ...told,
    })
    .then(
      ({ valid }) => valid,
      (error: unknown) => toProblems(error).map(({ code }) => code),
    );

describe("before a stand-in is entered", () => {
  it("takes one from nobody, not even from the office", async () => {
    const told = { official: here.deputy, standInFor: here.official };
    expect(await submit(test.client, told)).toEqual(["visit/no-stand-in"]);
    expect(await submit(deputy, told)).toEqual(["request/not-found"]);
  });
});

describe("with a stand-in from today on", () => {
  beforeAll(async () => {
    await test.client.standIn.give.mutate({
      txId: test.newTxId(),
      official: here.deputy,
      standsInFor: here.official,
      establishments: [here.establishment],
      reason: "出差",
    });
  });

  it("refuses the absent official as who made it, and says by name whose visit it would be", async () => {
    const error: unknown = await deputy.visit.submit
      .mutate({
        txId: test.newTxId(),
        establishment: here.establishment,
        official: here.official,
        madeOn: "2026-11-24",
        mode: "on-site",
        checklist,
        answers,
      })
      .catch((caught) => caught);
    const { name } = (await test.client.official.get.query({ id: here.official })).official;
    expect(toProblems(error)).toEqual([{ code: "visit/not-yours", params: { official: name } }]);
    const { official, establishment } = here;
    expect((await test.client.visit.list.query({ official, establishment })).rows).toMatchObject([
      { id: here.visit },
    ]);
  });

  it("counts the visit that the stand-in made by name", async () => {
    expect(await submit(deputy, { official: here.deputy, standInFor: here.official })).toBe(true);
    const { rows } = await deputy.visit.list.query({ official: here.deputy });
    const { name } = (await test.client.official.get.query({ id: here.deputy })).official;
    expect(rows).toMatchObject([{ standInFor: here.official, officialName: name, valid: true }]);
  });

  it("counts it also where the office records it", async () => {
    expect(await submit(test.client, { official: here.deputy, standInFor: here.official })).toBe(true);
    expect(await submit(test.client, { official: here.official })).toBe(true);
  });

  it("refuses a day on which it was not in force", async () => {
    const told = { official: here.deputy, standInFor: here.official, madeOn: "2026-11-23" };
    expect(await submit(test.client, told)).toEqual(["visit/no-stand-in"]);
    expect(await submit(deputy, told)).toEqual(["visit/no-stand-in"]);
  });

  it("refuses an establishment that it does not cover, and the pair the other way round", async () => {
    const elsewhere = {
      establishment: there.establishment,
      official: here.deputy,
      standInFor: here.official,
    };
    expect(await submit(test.client, elsewhere)).toEqual(["visit/no-stand-in"]);
    const turned = { official: here.official, standInFor: here.deputy };
    expect(await submit(test.client, turned)).toEqual(["visit/no-stand-in"]);
  });

  it("counts one made together with the official, recorded by who made it", async () => {
    expect(await submit(deputy, { official: here.deputy, jointWith: [here.official] })).toBe(true);
  });

  it("refuses days before there were visits and after today", async () => {
    const { official } = here;
    expect(await submit(test.client, { official, madeOn: "1999-12-31" })).toEqual(["visit/too-early"]);
    expect(await submit(test.client, { official, madeOn: "2026-11-25" })).toEqual(["visit/in-future"]);
  });
});

const toCursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");

it.each([[["x", "x"]], [["2026-02-30", "x"]], [["2026-11-24", "\u0000"]], [["2026-11-24", 1]], [[]]])(
  "refuses the cursor of visits %j",
  async (key) => {
    const error: unknown = await test.client.visit.list
      .query({ cursor: toCursor(key) })
      .catch((caught) => caught);
    expect(toProblems(error)).toEqual([{ code: "request/cursor", params: {} }]);
  },
);

it("takes a cursor of its own", async () => {
  const first = await test.client.visit.list.query({ limit: 1 });
  const second = await test.client.visit.list.query({ limit: 1, cursor: first.next ?? "" });
  expect(second.rows).toHaveLength(1);
  expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id);
});
