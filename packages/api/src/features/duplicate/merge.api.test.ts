// Duplicates found, told apart and merged, both histories kept, and a merge taken back.
import { composeCreditCode, toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile, toCounts } from "../../testing/run-import.js";
import { insertSmallRegister } from "../../testing/small-register.js";

let test: TestApp;
const ids: Record<string, string> = {};
const code = (serial: string) => composeCreditCode(`92990106MA1${serial}8M1`);
const tx = () => test.newTxId();
const reason = "现场核实";
const csv = (...lines: readonly string[]) => ({
  kind: "registry" as const,
  name: "名册.csv",
  bytes: new TextEncoder().encode(
    `${["主体名称,统一社会信用代码,地址,所在地代码,负责人,业态,规模", ...lines.map((line) => `${line},餐饮服务,中型`)].join("\n")}\n`,
  ),
});
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => toProblems(error).map((problem) => problem.code),
  );

beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-20" });
  await insertSmallRegister(test, {
    shops: [],
    seats: [{ id: "official1", jurisdictions: ["990106"] }],
  });
  await importFile(
    test,
    csv(
      `老槐树面馆,${code("MGN")},槐荫路12号,990106001001,`,
      `老槐树面馆有限公司,${code("MGP")},槐荫路十二号,990106001001,陈河`,
      `双桨粮油批发部,${code("MGQ")},渡口街7号,990106001001,`,
      `双桨粮油经营部,${code("MGR")},渡口街7号,990106001001,`,
      `听潮咖啡,${code("MGT")},海棠路1号,990106002001,`,
    ),
  );
  const { rows } = await test.client.registry.list.query({ limit: 50 });
  for (const { id, name } of rows) ids[name] = id;
});
afterAll(() => test.close());

const list = (verdict: "open" | "different" | "merged" = "open") =>
  test.client.duplicate.list.query({ verdict });
const search = async () => {
  await test.client.duplicate.search.mutate({ txId: tx() });
  await test.deps.jobs.idle();
};
const [shop, other] = ["老槐树面馆", "老槐树面馆有限公司"];
const of = (name: string) => ids[name] ?? "";

describe("candidates", () => {
  it("are found by name and address however they are written", async () => {
    expect(await list()).toMatchObject({ total: 0, searchedAt: null });
    await search();
    const found = await list();
    expect(found.searchedAt).not.toBeNull();
    expect(
      found.rows.map(({ first, second, reason: why }) => [[first.name, second.name].sort(), why]),
    ).toEqual([
      [[shop, other].sort(), "same-address"],
      [["双桨粮油批发部", "双桨粮油经营部"].sort(), "same-address"],
    ]);
    expect(found.rows[0]?.score).toBe(100);
  });

  it("stand side by side with differing fields marked", async () => {
    const { fields } = await test.client.duplicate.compare.query({ first: of(shop), second: of(other) });
    const differing = fields.filter(({ differs }) => differs[0]).map(({ field }) => field);
    expect(differing).toEqual(["name", "creditCode", "address", "personInCharge"]);
    expect(fields.find(({ field }) => field === "place")?.values[0]).not.toMatch(/^\d+$/);
  });

  it("told apart are remembered: no search asks again, until somebody opens the question", async () => {
    const pair = { first: of("双桨粮油经营部"), second: of("双桨粮油批发部") };
    const judge = (verdict: "different" | "open") =>
      test.client.duplicate.judge.mutate({ txId: tx(), pairs: [pair], verdict, reason });
    await judge("different");
    await search();
    expect((await list()).total).toBe(1);
    expect((await list("different")).rows).toMatchObject([{ decided: { by: "张工", reason } }]);
    await judge("open");
    expect((await list()).total).toBe(2);
    await judge("different");
  });
});

describe("a merge", () => {
  const merge = (take: readonly string[] = []) => ({
    survivor: of(shop),
    absorbed: of(other),
    take: [...take],
  });
  const detail = async (id: string) => test.client.registry.get.query({ id });
  const whole = async () => ({ one: await detail(of(shop)), two: await detail(of(other)) });
  let before: Awaited<ReturnType<typeof whole>>;
  let mergeId: string;

  it("is planned: what differs, what comes from the other, whose assignment ends", async () => {
    test.setToday("2026-11-21");
    for (const name of [shop, other])
      await test.client.chain.reassign.mutate({
        txId: tx(),
        establishment: of(name),
        official: "official1",
      });
    before = await whole();
    expect(before.two.official?.id).toBe("official1");
    const plan = await test.client.merge.plan.query(merge(["name"]));
    expect(plan.endsAssignmentOf).toBe("干部official1");
    expect(plan.taken).toEqual(["name", "personInCharge"]);
    expect(await refusal(test.client.merge.plan.query({ ...merge(), absorbed: of(shop) }))).toEqual([
      "merge/same",
    ]);
    expect(await refusal(test.client.merge.plan.query(merge(["nonsense"])))).toEqual(["merge/field-unknown"]);
  });

  it("keeps the chosen facts, closes the absorbed one that day and leads from it to the surviving one", async () => {
    test.setToday("2026-11-24");
    const { survivor, absorbed } = await test.client.merge.plan.query(merge(["name"]));
    const input = {
      ...merge(["name"]),
      survivorVersion: survivor.version,
      absorbedVersion: absorbed.version,
      reason,
    };
    expect(
      await refusal(test.client.merge.apply.mutate({ txId: tx(), ...input, absorbedVersion: 99 })),
    ).toEqual(["request/stale"]);
    const done = await test.client.merge.apply.mutate({ txId: tx(), ...input });
    mergeId = done.id;
    const { one, two } = await whole();
    expect(one.establishment).toMatchObject({ name: other, personInCharge: "陈河", state: "active" });
    expect(two.establishment).toMatchObject({ name: other, state: "closed", stateSince: "2026-11-24" });
    expect(two.official).toBeNull();
    expect(one.changes.map(({ what }) => what)).toContain("merged");
    const leads = await test.client.merge.of.query({ establishment: of(other) });
    expect(leads.into).toMatchObject({ id: mergeId, survivor: { id: of(shop) }, reason });
    const kept = await test.client.merge.of.query({ establishment: of(shop) });
    expect(kept.absorbed).toMatchObject([
      { undoRefused: null, history: { establishment: { id: of(other) } } },
    ]);
    expect(kept.absorbed[0]?.history.assignments).toMatchObject([
      { official: { id: "official1" }, from: "2026-11-21", to: "2026-11-24" },
    ]);
    expect((await list()).total).toBe(0);
    expect((await list("merged")).total).toBe(1);
    expect((await test.client.merge.list.query({})).rows.map(({ id }) => id)).toEqual([mergeId]);
    // Asked as of a day before, it is what it was.
    const past = await test.client.registry.get.query({ id: of(other), asOf: toPlainDate("2026-11-23") });
    expect(past.establishment.state).toBe("active");
    expect(past.official?.id).toBe("official1");
  });

  it("refuses what was absorbed, and an import that means it asks instead of founding it again", async () => {
    expect(await refusal(test.client.merge.plan.query(merge()))).toEqual(["merge/absorbed-before"]);
    test.setToday("2026-11-25");
    const run = await importFile(test, csv(`老槐树面馆有限公司,${code("MGP")},新地址9号,990106001001,`));
    expect(toCounts(run)).toMatchObject({ created: 0, held: 1 });
    const [row] = (await test.client.import.held.query({})).rows;
    expect(row?.problems.map(({ code: why }) => why)).toEqual(["registry/merged-away"]);
    expect(row?.candidates.map(({ id }) => id)).toEqual([of(shop)]);
  });

  it("is undone: both are what they were, and what was known in between stays known", async () => {
    test.setToday("2026-11-26");
    const undone = await test.client.merge.undo.mutate({ txId: tx(), id: mergeId, reason: "合错了" });
    expect(undone.id).toBe(mergeId);
    const strip = ({
      establishment: { version: _version, ...facts },
      official,
      grade,
    }: typeof before.one) => ({
      facts,
      official: official?.id ?? null,
      grade: grade?.grade ?? null,
    });
    const after = await whole();
    expect(strip(after.one)).toEqual(strip(before.one));
    expect(strip(after.two)).toEqual(strip(before.two));
    expect((await test.client.merge.of.query({ establishment: of(other) })).into).toBeNull();
    expect((await list()).total).toBe(1);
    expect(await refusal(test.client.merge.undo.mutate({ txId: tx(), id: mergeId, reason: "再来" }))).toEqual(
      ["merge/undone-before"],
    );
  });

  it("is not undone over what somebody changed since", async () => {
    test.setToday("2026-11-27");
    const { survivor, absorbed } = await test.client.merge.plan.query(merge(["name"]));
    const { id } = await test.client.merge.apply.mutate({
      txId: tx(),
      ...merge(["name"]),
      survivorVersion: survivor.version,
      absorbedVersion: absorbed.version,
      reason,
    });
    test.setToday("2026-11-28");
    const { establishment } = await detail(of(shop));
    await test.client.registry.correct.mutate({
      txId: tx(),
      id: of(shop),
      version: establishment.version,
      changes: { address: "槐荫路14号" },
    });
    expect(await refusal(test.client.merge.undo.mutate({ txId: tx(), id, reason: "再来" }))).toEqual([
      "merge/changed-since",
    ]);
    const [kept] = (await test.client.merge.of.query({ establishment: of(shop) })).absorbed;
    expect(kept?.undoRefused).toMatchObject({
      code: "merge/changed-since",
      params: { who: "张工", on: "2026-11-28" },
    });
  });
});
