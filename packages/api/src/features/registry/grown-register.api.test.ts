// One establishment entered by hand, its states as dated events with their clocks, many changed at once, views saved.
import type { OperationInput } from "@shian/domain";
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { makeFacts } from "../../testing/make-facts.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";

type Filter = NonNullable<OperationInput<"registry.list">["filter"]>;

const today = toPlainDate("2026-11-24");
let test: TestApp;
let office: ShianClient;
beforeAll(async () => {
  test = await createTestApp({ today });
  await insertSmallRegister(test, {
    shops: [
      { id: "a", township: east, official: "k" },
      { id: "b", township: east, official: "k" },
      { id: "c", township: west, official: null },
    ],
    seats: [
      { id: "k", jurisdictions: [district] },
      { id: "l", jurisdictions: [east], capacity: 1 },
    ],
  });
  office = (await test.clientAs({ role: "office", territory: district, name: "李工" })).client;
});
afterAll(() => test.close());

const txId = () => test.newTxId();
const codesOf = (error: unknown) => toProblems(error).map(({ code }) => code);
const get = (id: string) => office.registry.get.query({ id });
const create = (facts: Parameters<typeof makeFacts>[0], confirmed = false) =>
  office.registry.create.mutate({ txId: txId(), facts: makeFacts(facts), confirmed });

describe("an establishment entered by hand", () => {
  const village = `${east}001`;
  it("has its grade, its licences, its size by the table and everything in the record", async () => {
    const made = await create({
      name: "新澄酒楼",
      creditCode: "91350100M000100Y43",
      form: "caterer",
      employees: 120,
      revenue: 2500,
      place: village,
      openedOn: "2026-11-01",
      licenceNumber: "JY23501000000016",
      licenceExpiresOn: "2026-12-01",
      latitude: 31.2,
      longitude: 118.8,
      coordinates: "GCJ-02",
      furtherLicences: [
        {
          kind: "small-catering-registration",
          scope: "热食类",
          state: "suspended",
          number: "XCY-7",
          issuedOn: null,
          expiresOn: "2030-01-01",
        },
      ],
    }).catch((error: unknown) => expect.unreachable(JSON.stringify(toProblems(error))));
    const detail = await get(made.id);
    expect(detail).toMatchObject({
      establishment: { size: "medium", state: "active", stateSince: "2026-11-01", coordinates: "GCJ-02" },
      grade: { grade: "B" },
      licences: ["ending", "suspended"],
      classedSize: "medium",
    });
    expect(detail.establishment.furtherLicences[0]).toMatchObject({ number: "XCY-7", scope: "热食类" });
    expect(detail.changes.map(({ what }) => what)).toContain("created");
    const found = await office.registry.list.query({ filter: { search: "xcy-7" }, limit: 5 });
    expect(found.rows.map(({ name }) => name)).toEqual(["新澄酒楼"]);
    const ending = await office.registry.list.query({ filter: { licences: ["ending"] }, limit: 5 });
    expect(ending.total).toBe(1);
    const count = async (filter: Filter) =>
      (await office.registry.list.query({ filter: { search: "xcjl", ...filter } })).total;
    // Kind and standing are asked of one licence: the one that ends is an operation licence.
    expect(await count({ licenceKinds: ["operation"], licences: ["ending"] })).toBe(1);
    expect(await count({ licenceKinds: ["small-catering-registration"], licences: ["ending"] })).toBe(0);
    expect(await count({ licenceKinds: ["small-catering-registration"] })).toBe(1);
    const bySize = await office.registry.list.query({ filter: { search: "xcjl", sizes: ["medium"] } });
    expect(bySize.total).toBe(1);
  });

  it("of a code that is registered needs a word that it is another, and is then shown beside it", async () => {
    const second = {
      name: "新澄酒楼二店",
      creditCode: "91350100M000100Y43",
      place: `${west}001`,
      address: "西街1号",
    };
    expect(await create(second).catch(codesOf)).toEqual(["registry/code-shared"]);
    const made = await create(second, true);
    const { siblings } = await get(made.id);
    expect(siblings.map(({ name }) => name)).toEqual(["新澄酒楼"]);
  });

  it.each([
    ["without code, licence or address", { place: `${east}001` }, "registry/identity-missing"],
    ["with an address and only a township", { address: "东街", place: east }, "registry/identity-missing"],
    ["at a place nobody knows", { address: "东街", place: "990106001999" }, "territory/place-code-unknown"],
    [
      "with another's licence",
      { licenceNumber: "JY23501000000016", place: `${east}001` },
      "registry/licence-taken",
    ],
    [
      "with half a map point",
      { address: "东街", place: `${east}001`, latitude: 31 },
      "registry/point-incomplete",
    ],
  ])("%s is refused", async (_what, facts, code) => {
    expect(await create({ name: "试登记", ...facts }).catch(codesOf)).toEqual([code]);
  });

  it("a small operator without code or licence stands by its address and village", async () => {
    const facts = { name: "巷口豆花摊", form: "food-vendor", address: "东街口", place: `${east}001` };
    await create(facts);
    expect(await create(facts).catch(codesOf)).toEqual(["registry/name-place-taken"]);
  });
});

describe("states as dated events", () => {
  type Change = OperationInput<"registry.changeState">["change"];
  const change = async (id: string, what: Change) =>
    office.registry.changeState.mutate({
      txId: txId(),
      id,
      version: (await get(id)).establishment.version,
      change: what,
    });

  it("one entered in the past keeps what came later, starts its clocks and is listed where late", async () => {
    const enter = { kind: "enter", state: "suspended", from: "2026-10-08", reason: "停业装修" } as const;
    const after = await change("a", { ...enter, from: toPlainDate(enter.from), source: "business" });
    expect(after).toMatchObject({ state: "suspended", stateSince: "2026-10-08" });
    const [latest] = (await get("a")).states;
    // Fifteen working days after 8 October 2026, with the make-up day of 10 October.
    expect(latest).toMatchObject({
      reason: "停业装修",
      source: "business",
      report: { standing: "late", due: "2026-10-28" },
      pairing: { standing: "waiting" },
    });
    const late = await office.registry.stateClocks.query({});
    expect(late.rows.map(({ establishment }) => establishment.id)).toEqual(["a"]);
    await change("a", {
      kind: "correct",
      event: toPlainDate("2026-10-08"),
      reportedOn: toPlainDate("2026-10-20"),
    });
    expect((await get("a")).states[0]).toMatchObject({
      report: { standing: "done" },
      pairing: { standing: "late", due: "2026-10-29" },
    });
    await change("a", { kind: "correct", event: toPlainDate("2026-10-08"), adjustedOn: today });
    expect((await office.registry.stateClocks.query({ only: "open" })).total).toBe(0);
    await change("a", { kind: "withdraw", event: toPlainDate("2026-10-08") });
    expect((await get("a")).establishment.state).toBe("active");
    // What was believed meanwhile is still told.
    expect((await get("a")).states).toHaveLength(1);
  });

  it("is refused with the version of before, and where nothing would change", async () => {
    const { version } = (await get("a")).establishment;
    const what = { kind: "enter", state: "active", from: today, reason: "x", source: "office" } as const;
    const ask = (seen: number) =>
      office.registry.changeState
        .mutate({ txId: txId(), id: "a", version: seen, change: what })
        .catch(codesOf);
    expect(await ask(version - 1)).toEqual(["request/stale"]);
    expect(await ask(version)).toEqual(["registry/state-already"]);
  });
});

describe("many at once", () => {
  type Given = Pick<OperationInput<"bulkEdit.preview">, "target" | "change">;
  const apply = async (given: Given) => {
    const { mark } = await office.bulkEdit.preview.query(given);
    return office.bulkEdit.make.mutate({ txId: txId(), ...given, mark });
  };
  const snapshot = async () =>
    Promise.all(
      ["a", "b", "c"].map(async (id) => {
        const { establishment, official, grade, states } = await get(id);
        const { version, ...facts } = establishment;
        return {
          facts,
          official: official?.id,
          grade: grade?.grade,
          states: states.map(({ state }) => state),
        };
      }),
    );
  const ids = ["a", "b", "c"];
  let before: Awaited<ReturnType<typeof snapshot>>;
  beforeEach(async () => {
    before = await snapshot();
  });

  it.each<[string, Given["change"], Given["target"], object]>([
    [
      "flags",
      { kind: "attention", add: ["tourist-site"] },
      { ids },
      { updated: 3, unchanged: 0, refused: 0 },
    ],
    [
      "the place, of one township's by a filter",
      { kind: "place", place: `${west}001` },
      { filter: { search: "饭店" } },
      { updated: 2, unchanged: 1, refused: 0 },
    ],
    ["the form", { kind: "form", form: "small-catering" }, { ids }, { updated: 3, unchanged: 0, refused: 0 }],
    [
      "the state",
      {
        kind: "state",
        state: "closed",
        from: toPlainDate("2026-11-20"),
        reason: "整街拆迁",
        source: "office",
      },
      { ids },
      { updated: 3, unchanged: 0, refused: 0 },
    ],
    [
      "the official: one fits, one finds the capacity taken, one lies elsewhere",
      { kind: "official", official: "l" },
      { ids },
      { updated: 1, unchanged: 0, refused: 2 },
    ],
  ])("%s: counted as previewed, applied, undone to what was", async (_what, change, target, counts) => {
    const preview = await office.bulkEdit.preview.query({ target, change });
    expect(preview).toMatchObject(counts);
    expect(await snapshot()).toEqual(before);
    const { id, outcome } = await apply({ target, change });
    expect(outcome).toEqual(preview);
    expect(await snapshot()).not.toEqual(before);
    const again = await office.bulkEdit.preview.query({ target, change });
    expect(again.updated).toBe(0);
    const undone = await office.bulkEdit.undo.mutate({ txId: txId(), id });
    expect(undone).toMatchObject({ undone: preview.updated, left: 0 });
    expect(await snapshot()).toEqual(before);
    expect(await office.bulkEdit.undo.mutate({ txId: txId(), id }).catch(codesOf)).toEqual([
      "registry/bulk-undone",
    ]);
  });

  it("what was changed since the preview is not applied, what was changed since applying is left alone", async () => {
    const given: Given = { target: { ids }, change: { kind: "form", form: "grocery" } };
    const { mark } = await office.bulkEdit.preview.query(given);
    const correct = async (address: string) =>
      office.registry.correct.mutate({
        txId: txId(),
        id: "b",
        version: (await get("b")).establishment.version,
        changes: { address },
      });
    await correct("新街1号");
    const stale = office.bulkEdit.make.mutate({ txId: txId(), ...given, mark });
    expect(await stale.catch(codesOf)).toEqual(["registry/bulk-changed-since"]);
    const { id } = await apply(given);
    await correct("新街2号");
    const undone = await office.bulkEdit.undo.mutate({ txId: txId(), id });
    expect(undone).toMatchObject({ undone: 2, left: 1, leftRows: [{ id: "b", name: "饭店b" }] });
    expect((await get("b")).establishment).toMatchObject({ form: "grocery", address: "新街2号" });
    const [latest] = (await office.bulkEdit.list.query({})).rows;
    expect(latest).toMatchObject({ id, who: "李工", updated: 3, whole: true });
    expect(latest?.undoneAt).not.toBeNull();
  });

  it("who reaches a part of it neither sees the rest nor undoes half", async () => {
    const { client } = await test.clientAs({ role: "office", territory: east, name: "东街办" });
    const { id } = await apply({ target: { ids }, change: { kind: "attention", add: ["wholesale"] } });
    const partly: Given = { target: { ids }, change: { kind: "attention", add: ["health-food"] } };
    expect(await client.bulkEdit.preview.query(partly).catch(codesOf)).toEqual(["request/not-found"]);
    expect(await client.bulkEdit.undo.mutate({ txId: txId(), id }).catch(codesOf)).toEqual([
      "request/not-found",
    ]);
    const [part] = (await client.bulkEdit.list.query({})).rows;
    const within = (await client.registry.list.query({})).rows.filter((row) => ids.includes(row.id)).length;
    expect(within).toBeLessThan(ids.length);
    expect(part).toMatchObject({ id, whole: false, updated: within, unchanged: 0, refused: 0 });
    await office.bulkEdit.undo.mutate({ txId: txId(), id });
  });
});

describe("saved views", () => {
  it("own ones are one's own, shared ones everybody's, each with its count", async () => {
    const { client: leader } = await test.clientAs({ role: "leader", territory: district, name: "领导" });
    const view = (states: ["active"] | ["closed"]) => ({ filter: { states }, sort: null, columns: null });
    const save = (client: ShianClient, name: string, shared: boolean) =>
      client.registryView.save.mutate({ txId: txId(), name, shared, view: view(["active"]) });
    const shared = await save(office, "在营", true);
    await save(office, "我的", false);
    await save(leader, "关注", false);
    expect(await save(office, "我的", false).catch(codesOf)).toEqual(["registry/view-name-taken"]);
    expect(await save(leader, "全办", true).catch(codesOf)).toEqual(["access/no-role"]);
    const seen = (await leader.registryView.list.query({})).rows;
    const { total } = await office.registry.list.query({ filter: { states: ["active"] } });
    expect(seen.map(({ name, own, count }) => [name, own, count])).toEqual([
      ["在营", false, total],
      ["关注", true, total],
    ]);
    const changed = await office.registryView.save.mutate({
      txId: txId(),
      id: shared.id,
      version: shared.version,
      name: "已关",
      shared: true,
      view: view(["closed"]),
    });
    expect(changed.version).toBe(2);
    expect(await leader.registryView.remove.mutate({ txId: txId(), id: shared.id }).catch(codesOf)).toEqual([
      "request/not-found",
    ]);
    await office.registryView.remove.mutate({ txId: txId(), id: shared.id });
    expect((await leader.registryView.list.query({})).rows.map(({ name }) => name)).toEqual(["关注"]);
  });
});
