// A business's own arm: people in two times, training, controls; by the business itself, within its own establishment.
import type { PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { insertSmallRegister } from "../../testing/small-register.js";

let test: TestApp;
let business: ShianClient;
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
  const shops = ["e1", "e2"].map((id) => ({ id, township: "990106001", official: "o1" }));
  await insertSmallRegister(test, { shops, seats: [{ id: "o1", jurisdictions: ["990106"] }] });
  business = (await test.clientAs({ role: "business", territory: null, establishment: "e1", name: "店主" }))
    .client;
});
afterAll(() => test.close());

const day = (text: string) => text as PlainDate;
const codes = (asked: Promise<unknown>) =>
  asked.then(
    () => "ok",
    (error: unknown) =>
      toProblems(error)
        .map(({ code }) => code)
        .join(" "),
  );
const appoint = (
  client: ShianClient,
  role: "person-in-charge" | "director" | "officer",
  name: string,
  more: { from?: string; mobile?: string; establishment?: string } = {},
) =>
  client.arm.appoint.mutate({
    txId: test.newTxId(),
    establishment: more.establishment ?? "e1",
    role,
    name,
    mobile: more.mobile ?? null,
    from: day(more.from ?? "2026-11-01"),
  });
const gap = async (asOf: string) =>
  (await test.client.arm.get.query({ establishment: "e1", asOf: day(asOf) })).gap?.code;
const armGaps = async () => (await test.client.chain.gaps.query({})).counts["business-arm"];

describe("people", () => {
  it("begin and end on days, are shown in the register, and mend the gap", async () => {
    expect([await gap("2026-11-24"), await armGaps()]).toEqual(["chain/arm-empty", 2]);
    const { person } = await appoint(business, "officer", "安员", { mobile: "13800138000" });
    await appoint(business, "person-in-charge", "甲老板", { from: "2026-11-05" });
    await appoint(business, "director", "乙总监", { from: "2026-11-10" });
    expect(await Promise.all(["2026-10-31", "2026-11-01", "2026-11-05", "2026-11-10"].map(gap))).toEqual([
      "chain/arm-empty",
      "chain/arm-without-person-director",
      "chain/arm-without-director",
      undefined,
    ]);
    expect(await armGaps()).toBe(1);
    const { establishment } = await business.registry.get.query({ id: "e1" });
    expect([
      establishment.personInCharge,
      establishment.foodSafetyDirector,
      establishment.foodSafetyOfficers,
    ]).toEqual(["甲老板", "乙总监", ["安员"]]);

    await appoint(business, "person-in-charge", "丙老板", { from: "2026-11-20" });
    const view = await business.arm.get.query({ establishment: "e1" });
    expect(view.people.filter(({ role }) => role === "person-in-charge")).toMatchObject([{ name: "丙老板" }]);
    expect(view.former).toMatchObject([{ name: "甲老板", from: "2026-11-05", to: "2026-11-20" }]);
    expect(view.people.find(({ name }) => name === "安员")).toMatchObject({
      mobile: "138****8000",
      hours: 0,
    });
    expect(view.director).toMatchObject({
      required: true,
      clause: "F2-03",
      reason: { code: "director-need/large-or-medium" },
    });
    expect(
      await codes(
        business.arm.unmask.mutate({ txId: test.newTxId(), establishment: "e1", person, reason: "联系不上" }),
      ),
    ).toBe("access/no-role");
    expect(
      await test.client.arm.unmask.mutate({
        txId: test.newTxId(),
        establishment: "e1",
        person,
        reason: "联系不上",
      }),
    ).toEqual({ value: "13800138000" });

    // A question about the past as it was known then does not see what was entered later.
    test.setToday("2026-11-25");
    const known = await test.client.arm.get.query({
      establishment: "e1",
      asOf: day("2026-11-24"),
      knownOn: day("2026-11-23"),
    });
    expect(known.people).toEqual([]);
    test.setToday("2026-11-24");
  });

  it("are refused twice, in the future, elsewhere", async () => {
    expect(await codes(appoint(business, "officer", "安员"))).toBe("business-arm/already-in-post");
    expect(await codes(appoint(business, "officer", "丁", { from: "2026-11-25" }))).toBe(
      "business-arm/in-future",
    );
    expect(await codes(appoint(business, "officer", "丁", { mobile: "去年" }))).toBe("privacy/phone-shape");
    expect(await codes(appoint(business, "officer", "丁", { establishment: "e2" }))).toBe(
      "request/not-found",
    );
  });

  it("follow the names that a correction of the register writes", async () => {
    const { establishment } = await test.client.registry.get.query({ id: "e1" });
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e1",
      version: establishment.version,
      changes: { foodSafetyOfficers: ["戊"], foodSafetyDirector: null },
    });
    const { people, former } = await business.arm.get.query({ establishment: "e1" });
    expect(people.map(({ role, name, from }) => [role, name, from])).toEqual([
      ["person-in-charge", "丙老板", "2026-11-20"],
      ["officer", "戊", "2026-11-24"],
    ]);
    expect(former.map(({ name }) => name).sort()).toEqual(["乙总监", "安员", "甲老板"].sort());
    const officer = people.find(({ role }) => role === "officer");
    const end = (to: string) =>
      business.arm.endPost.mutate({
        txId: test.newTxId(),
        establishment: "e1",
        person: officer?.person ?? "",
        role: "officer",
        to: day(to),
      });
    expect(await codes(end("2026-11-24"))).toBe("business-arm/end-before-begin");
  });
});

describe("training", () => {
  it("adds up in quarters of an hour and has a rate", async () => {
    const view = await business.arm.get.query({ establishment: "e1" });
    const person = view.people.find(({ role }) => role === "officer")?.person ?? "";
    const add = (hours: number, on = "2026-11-24") =>
      business.arm.addTraining.mutate({
        txId: test.newTxId(),
        establishment: "e1",
        person,
        on: day(on),
        hours,
        topic: "追溯",
        organiser: "区局",
      });
    expect(await codes(add(1.1))).toBe("business-arm/hours-shape");
    expect(await codes(add(1, "2026-11-01"))).toBe("business-arm/not-in-post");
    expect(await codes(add(1, "2026-11-25"))).toBe("business-arm/in-future");
    await add(24);
    await add(15.75);
    expect((await business.arm.get.query({ establishment: "e1" })).training).toMatchObject({
      rate: { done: 0, of: 1 },
    });
    await add(0.25);
    const { training, people } = await business.arm.get.query({ establishment: "e1" });
    expect(training.rate).toEqual({ done: 1, of: 1 });
    expect(people.find(({ role }) => role === "officer")?.hours).toBe(40);
    expect(training.rows).toHaveLength(3);
  });
});

describe("controls", () => {
  const report = (
    client: ShianClient,
    period: string,
    result: "no-risk" | "findings" | "not-open" = "no-risk",
    text = "",
    kind: "daily" | "weekly" | "monthly" = "daily",
  ) => client.arm.report.mutate({ txId: test.newTxId(), establishment: "e1", kind, period, result, text });

  it("are reported once a period, the last report counting, and have rates", async () => {
    await report(business, "2026-11-23");
    await report(business, "2026-11-23", "findings", "冰箱温度偏高，已调低");
    await report(business, "2026-11-22", "not-open");
    await report(business, "2026-W47", "no-risk", "", "weekly");
    expect(await codes(report(business, "2026-11-25"))).toBe("business-arm/period-not-begun");
    expect(await codes(report(business, "2026-01-02"))).toBe("business-arm/period-not-active");
    expect(await codes(report(business, "2026-11-21", "findings"))).toBe("business-arm/findings-missing");
    const { controls } = await business.arm.get.query({ establishment: "e1" });
    expect(controls.tallies.daily).toEqual({ done: 1, of: 22, findings: 1, notOpen: 1 });
    expect(controls.tallies.weekly).toEqual({ done: 1, of: 4, findings: 0, notOpen: 0 });
    expect(controls.tallies.monthly.of).toBe(0);
    expect(controls.missing[0]).toEqual({ kind: "daily", period: "2026-11-21" });
    expect(controls.today.map(({ period, report: sent }) => [period, sent])).toEqual([
      ["2026-11-24", null],
      ["2026-W48", null],
      ["2026-11", null],
    ]);
    const all = await test.client.arm.controls.query({});
    expect(all.total).toMatchObject({
      establishments: 2,
      tallies: { daily: { done: 1, of: 45 } },
      training: { done: 1, of: 1 },
    });
    expect(all.rows).toMatchObject([{ key: "990106001", establishments: 2 }]);
    const byShop = await test.client.arm.controls.query({ by: "establishment" });
    expect(byShop.rows.map(({ key, tallies }) => [key, tallies.daily.done, tallies.daily.of])).toEqual([
      ["e2", 0, 23],
      ["e1", 1, 22],
    ]);
    const none = await test.client.arm.controls.query({ forms: ["grocery"] });
    expect([none.total.establishments, none.total.tallies.daily.of]).toEqual([0, 0]);
  });

  it("of a past day know neither what came after it nor what was entered after the day of knowing", async () => {
    test.setToday("2026-11-26");
    const person = (await business.arm.get.query({ establishment: "e1" })).people.find(
      ({ role }) => role === "officer",
    )?.person;
    await business.arm.addTraining.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      person: person ?? "",
      on: day("2026-11-24"),
      hours: 2,
      topic: "补录",
      organiser: "区局",
    });
    await report(business, "2026-11-25");
    await report(business, "2026-11-23", "no-risk");
    const told = async (asOf: string, knownOn: string) => {
      const days = { asOf: day(asOf), knownOn: day(knownOn) };
      const { training, people, controls } = await test.client.arm.get.query({
        establishment: "e1",
        ...days,
      });
      const { total } = await test.client.arm.controls.query(days);
      return {
        hours: people.find(({ role }) => role === "officer")?.hours ?? 0,
        trainings: training.rows.length,
        daily: controls.recent.filter(({ kind }) => kind === "daily").map(({ period }) => period),
        findings: [controls.tallies.daily.findings, total.tallies.daily.findings],
        trained: total.training,
      };
    };
    const dailies = ["2026-11-23", "2026-11-22"];
    expect(await told("2026-11-26", "2026-11-26")).toEqual({
      hours: 42,
      trainings: 4,
      daily: ["2026-11-25", ...dailies],
      findings: [0, 0],
      trained: { done: 1, of: 1 },
    });
    expect(await told("2026-11-24", "2026-11-26")).toMatchObject({ hours: 42, daily: dailies });
    expect(await told("2026-11-26", "2026-11-24")).toMatchObject({
      hours: 40,
      trainings: 3,
      daily: dailies,
      findings: [1, 1],
    });
    expect(await told("2026-11-23", "2026-11-26")).toMatchObject({ hours: 0, trainings: 0 });
    test.setToday("2026-11-24");
  });
});
