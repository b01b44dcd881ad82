// The office's own attention flags: kept in Settings, carried by establishments, read from sheets, asked for by lists.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile } from "../../testing/run-import.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";

let test: TestApp;
let office: ShianClient;
beforeAll(async () => {
  test = await createTestApp();
  await insertSmallRegister(test, {
    shops: [
      { id: "a", township: east, official: "k" },
      { id: "b", township: west, official: "k" },
    ],
    seats: [{ id: "k", jurisdictions: [district] }],
  });
  office = (await test.clientAs({ role: "office", territory: district, name: "李工" })).client;
});
afterAll(() => test.close());

const codesOf = (error: unknown) => toProblems(error).map(({ code }) => code);
const market = {
  code: "night-market",
  name: { "zh-CN": "夜市", en: "night market" },
  note: "",
  retired: false,
};
type Kept = Parameters<ShianClient["attention"]["save"]["mutate"]>[0]["flag"];
const save = async (flag: Kept, client = office, version?: number) =>
  client.attention.save.mutate({
    txId: test.newTxId(),
    flag,
    version: version ?? (await office.attention.list.query({})).version,
  });
const correct = async (id: string, attention: string[]) =>
  office.registry.correct.mutate({
    txId: test.newTxId(),
    id,
    version: (await office.registry.get.query({ id })).establishment.version,
    changes: { attention },
  });
const flagsOf = async (id: string) => (await office.registry.get.query({ id })).establishment.attention;

describe("a flag of the office", () => {
  it("that nobody has added is given to nobody", async () => {
    expect(await correct("a", ["night-market"]).catch(codesOf)).toEqual(["registry/attention-unknown"]);
    const target = { ids: ["a"] };
    const change = { kind: "attention", add: ["night-market"] } as const;
    expect(
      await office.bulkEdit.preview
        .query({ target, change: { ...change, add: [...change.add] } })
        .catch(codesOf),
    ).toEqual(["registry/attention-unknown"]);
  });

  it("is added, and carried by an establishment, its filter and its export", async () => {
    const { flags } = await save(market);
    expect(flags.at(-1)).toMatchObject({ code: "night-market", shipped: false, retired: false });
    await correct("a", ["night-market"]);
    const { rows } = await office.registry.list.query({ filter: { attention: ["night-market"] } });
    expect(rows.map(({ id, attention }) => [id, attention])).toEqual([["a", ["night-market"]]]);
    const file = await test.request("/api/export/registry.csv?locale=zh-CN");
    expect(await file.text()).toContain("夜市");
    const layout = await office.layout.preview.query({
      kind: "establishments",
      title: "标记",
      dateFormat: "YYYY-MM-DD",
      columns: [
        { header: "名称", field: "name" },
        { header: "标记", field: "attention" },
      ],
      filter: { attention: ["night-market"] },
    });
    expect(layout.rows).toEqual([["饭店a", "夜市"]]);
  });

  it("is given to many at once, and the preview names it", async () => {
    const target = { ids: ["a", "b"] };
    const change = { kind: "attention" as const, add: ["night-market"] };
    const preview = await office.bulkEdit.preview.query({ target, change });
    expect(preview).toMatchObject({ updated: 1, unchanged: 1 });
    expect(preview.rows.find(({ id }) => id === "b")?.after).toBe("夜市");
  });

  it("is read from a sheet by its name; once retired the sheet is told and it is left out", async () => {
    const bring = async (name: string, address: string) =>
      importFile(test, {
        kind: "registry",
        name: "夜市.csv",
        bytes: new TextEncoder().encode(
          ["主体名称,地址,所在地代码,关注标记", `${name},${address},${east}001,夜市、批发`].join("\n"),
        ),
      });
    expect((await bring("夜市一号", "东街1号")).answer?.created).toBe(1);
    await save({ ...market, retired: true });
    const second = await bring("夜市二号", "东街2号");
    expect(second.answer?.created).toBe(1);
    expect(JSON.stringify(second)).toContain("registry/attention-retired");
    const { rows } = await office.registry.list.query({ filter: { search: "夜市" } });
    expect(rows.map(({ name, attention }) => [name, attention]).sort()).toEqual([
      ["夜市一号", ["night-market", "wholesale"]],
      ["夜市二号", ["wholesale"]],
    ]);
  });

  it("once retired stays where it is, and is given to nobody else", async () => {
    expect(await correct("b", ["night-market"]).catch(codesOf)).toEqual(["registry/attention-retired"]);
    await correct("a", ["night-market", "tourist-site"]);
    expect(await flagsOf("a")).toEqual(["night-market", "tourist-site"]);
    const { flags } = await save(market);
    expect(flags.find(({ code }) => code === "night-market")?.retired).toBe(false);
    await correct("b", ["night-market"]);
  });
});

describe("the list", () => {
  it.each<[string, Kept, string]>([
    [
      "a flag that size classes ask for, retired",
      { ...market, code: "wholesale", name: null, retired: true },
      "attention/asked-for",
    ],
    [
      "a flag that the scheme asks for, retired",
      { ...market, code: "tourist-site", name: null, retired: true },
      "attention/asked-for",
    ],
    ["a name that is another's", { ...market, code: "fair" }, "attention/word-taken"],
  ])("%s is refused", async (_what, flag, code) => {
    expect(await save(flag).catch(codesOf)).toContain(code);
  });

  it("is changed by the office of the whole alone, at the version that was seen", async () => {
    const { client: leader } = await test.clientAs({ role: "leader", territory: district });
    const { client: township } = await test.clientAs({ role: "office", territory: east });
    expect(await save(market, leader).catch(codesOf)).toEqual(["access/no-role"]);
    expect(await save(market, township).catch(codesOf)).toHaveLength(1);
    expect(await save(market, office, 0).catch(codesOf)).toEqual(["request/stale"]);
    expect((await leader.attention.list.query({})).flags.map(({ code }) => code)).toContain("night-market");
  });

  it("every change is in the record", async () => {
    const { client: audit } = await test.clientAs({ role: "audit", territory: district });
    const { rows } = await audit.audit.list.query({ filter: { operation: "attention.save" }, limit: 50 });
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });
});

it("a scheme that asks for a flag nobody may give is not put in force", async () => {
  const title = { "zh-CN": "校门口", en: "school gates" };
  const draft = (attention: string[]) => ({
    id: "own",
    title,
    demonstration: false,
    source: "试",
    rules: [
      { id: "S-1", when: { attention }, grade: "B" as never, title },
      { id: "S-2", when: {}, grade: "D" as never, title },
    ],
  });
  const put = async (attention: string[]) => {
    const made = await office.grading.saveDraft.mutate({
      txId: test.newTxId(),
      id: null,
      version: 0,
      base: null,
      scheme: draft(attention),
    });
    const { id, version } = made.row;
    return office.grading.putInForce.mutate({
      txId: test.newTxId(),
      id,
      version,
      from: "2026-12-01" as never,
    });
  };
  expect(await put(["school-gate"]).catch(codesOf)).toEqual(["attention/not-in-use"]);
  await put(["night-market"]);
  // What a scheme to come asks for stays in use.
  expect(await save({ ...market, retired: true }).catch(codesOf)).toEqual(["attention/asked-for"]);
});
