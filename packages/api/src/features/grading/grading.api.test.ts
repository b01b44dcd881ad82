// A grading scheme from draft to force and back, its effect before, and objections from the business to the decision.
import { demonstrationScheme, type GradingScheme, PairingGrade, type PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { insertSmallRegister } from "../../testing/small-register.js";

let test: TestApp;
let business: ShianClient;
const shops = ["e1", "e2", "e3", "e4"].map((id, index) => ({
  id,
  township: index < 3 ? "990106001" : "990106002",
  official: index === 3 ? null : "o1",
}));
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
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
const gradeOf = async (id: string, asOf: string) =>
  (await test.client.registry.get.query({ id, asOf: day(asOf) })).grade;

/** Medium caterers are C, and large ones as before. */
const mediumIsC: GradingScheme = {
  ...demonstrationScheme,
  title: { "zh-CN": "区标准", en: "District scheme" },
  demonstration: false,
  rules: demonstrationScheme.rules.map((rule) =>
    rule.id === "C-02" ? { ...rule, grade: PairingGrade.parse("C") } : rule,
  ),
};
const draft = async (scheme = mediumIsC) =>
  test.client.grading.saveDraft.mutate({
    txId: test.newTxId(),
    id: null,
    version: 0,
    base: "demonstration",
    scheme,
  });

describe("a scheme", () => {
  it("shows its effect, grades from its day, and is taken back whole", async () => {
    const { row } = await draft();
    const effect = await test.client.rules.effect.query({
      change: { kind: "scheme", scheme: row.id },
      from: day("2026-12-01"),
    });
    expect(effect.moves).toEqual([{ from: "B", to: "C", count: 4 }]);
    expect(effect.gaps.before["wrong-level"]).toBe(0);
    expect(effect.gaps.after["wrong-level"]).toBe(3);
    expect(effect.officials).toMatchObject([
      { id: "o1", before: { broken: 0, visitsInYear: 12 }, after: { broken: 3, visitsInYear: 12 } },
    ]);
    const answer = await test.client.grading.putInForce.mutate({
      txId: test.newTxId(),
      id: row.id,
      version: row.version,
      from: day("2026-12-01"),
    });
    await test.deps.jobs.idle();
    const job = await test.client.job.get.query({ id: answer.jobId });
    expect([job.state, job.progress]).toEqual(["done", { done: 4, of: 4 }]);
    expect(await gradeOf("e1", "2026-11-30")).toMatchObject({ grade: "B", to: "2026-12-01" });
    expect(await gradeOf("e1", "2026-12-01")).toMatchObject({ grade: "C", schemeId: row.id, ruleId: "C-02" });
    const detail = await test.client.registry.get.query({ id: "e1", asOf: day("2026-12-01") });
    expect(detail.gradeGround).toMatchObject({
      schemeTitle: { "zh-CN": "区标准" },
      demonstration: false,
      facts: { form: "caterer", size: "medium", diners: null, attention: [] },
    });

    // Facts that change before its day are graded by the scheme of each day.
    const { establishment } = await test.client.registry.get.query({ id: "e2" });
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e2",
      version: establishment.version,
      changes: { size: "large" },
    });
    expect([(await gradeOf("e2", "2026-11-24"))?.grade, (await gradeOf("e2", "2026-12-01"))?.grade]).toEqual([
      "A",
      "A",
    ]);
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e2",
      version: establishment.version + 1,
      changes: { size: "medium" },
    });
    expect([(await gradeOf("e2", "2026-11-24"))?.grade, (await gradeOf("e2", "2026-12-01"))?.grade]).toEqual([
      "B",
      "C",
    ]);

    const { rows } = await test.client.grading.schemes.query({});
    expect(rows.map(({ state, from, to, current }) => [state, from, to, current])).toEqual([
      ["in-force", null, "2026-12-01", true],
      ["in-force", "2026-12-01", null, false],
    ]);
    await test.client.grading.takeBack.mutate({ txId: test.newTxId(), id: row.id, version: row.version + 1 });
    await test.deps.jobs.idle();
    for (const id of ["e1", "e2", "e3", "e4"]) expect((await gradeOf(id, "2026-12-01"))?.grade).toBe("B");
  });

  it("is not put in force with rules that can never be reached, nor changed once it is", async () => {
    const { row } = await draft();
    const unreachable = {
      ...mediumIsC,
      rules: [...mediumIsC.rules, { ...mediumIsC.rules[0], id: "late" }],
    } as GradingScheme;
    const changed = await test.client.grading.saveDraft.mutate({
      txId: test.newTxId(),
      id: row.id,
      version: 1,
      base: null,
      scheme: unreachable,
    });
    expect(changed.faults).toEqual([{ code: "grading/rule-unreachable", params: { rule: "late" } }]);
    const force = { id: row.id, from: day("2027-01-01") };
    expect(
      await codes(test.client.grading.putInForce.mutate({ txId: test.newTxId(), ...force, version: 2 })),
    ).toBe("grading/rule-unreachable");
    const save = { id: row.id, base: null, scheme: mediumIsC };
    expect(
      await codes(test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 1 })),
    ).toBe("request/stale");
    await test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 2 });
    expect(
      await codes(test.client.grading.putInForce.mutate({ txId: test.newTxId(), ...force, version: 3 })),
    ).toBe("ok");
    expect(
      await codes(test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 4 })),
    ).toBe("grading/scheme-in-force");
    const { row: other } = await draft();
    expect(
      await codes(
        test.client.grading.putInForce.mutate({
          txId: test.newTxId(),
          id: other.id,
          version: 1,
          from: day("2026-12-15"),
        }),
      ),
    ).toBe("grading/scheme-day-past");
    await test.deps.jobs.idle();
    await test.client.grading.takeBack.mutate({ txId: test.newTxId(), id: row.id, version: 4 });
    await test.deps.jobs.idle();
  });
});

describe("the office's rules", () => {
  it("a frequency begins on its day, shows its effect and is taken back", async () => {
    const quarter = { window: "quarter" as const, visits: 1 };
    const change = {
      kind: "frequency" as const,
      frequency: { A: quarter, B: { window: "month" as const, visits: 1 }, C: quarter, D: quarter },
    };
    const from = day("2027-01-01");
    const effect = await test.client.rules.effect.query({ change, from });
    expect([effect.visits.before.B, effect.visits.after.B]).toEqual([16, 48]);
    expect(effect.minutesDemonstration).toBe(true);
    const set = await test.client.rules.set.mutate({ txId: test.newTxId(), change, from, version: 0 });
    expect(set.frequency.entries.filter((entry) => entry.from === from)).toHaveLength(4);
    expect(
      await codes(test.client.rules.set.mutate({ txId: test.newTxId(), change, from, version: 0 })),
    ).toBe("request/stale");
    expect(
      await codes(
        test.client.rules.set.mutate({ txId: test.newTxId(), change, from: day("2026-11-23"), version: 1 }),
      ),
    ).toBe("grading/rule-day-past");
    const undone = await test.client.rules.undo.mutate({
      txId: test.newTxId(),
      kind: "frequency",
      from,
      version: 1,
    });
    expect(undone.frequency.entries.some((entry) => entry.from === from)).toBe(false);
    expect(
      await codes(
        test.client.rules.undo.mutate({ txId: test.newTxId(), kind: "frequency", from, version: 2 }),
      ),
    ).toBe("grading/nothing-to-undo");
  });

  it("a threshold holds from its day alone", async () => {
    const overload = { city: 15, county: 2, township: 15, village: 15 };
    await test.client.rules.set.mutate({
      txId: test.newTxId(),
      change: { kind: "overload", overload },
      from: day("2026-12-10"),
      version: 0,
    });
    const count = async (asOf: string) =>
      (await test.client.chain.gaps.query({ asOf: day(asOf) })).counts.overload;
    expect([await count("2026-12-09"), await count("2026-12-10")]).toEqual([0, 1]);
  });
});

describe("an objection", () => {
  const raise = (client: ShianClient, establishment = "e1", asked: "B" | "C" | null = "C") =>
    client.objection.raise.mutate({
      txId: test.newTxId(),
      establishment,
      scale: "pairing",
      asked,
      reason: "本店是小型餐饮",
    });
  const act = (
    client: ShianClient,
    objection: { readonly id: string; readonly version: number },
    input: {
      act: "supplement" | "withdraw" | "uphold" | "reject";
      grade?: "C" | "B";
      from?: string;
      to?: string;
    },
  ) =>
    client.objection.act.mutate({
      txId: test.newTxId(),
      ...objection,
      act: input.act,
      text: "核对过营业面积",
      grade: input.grade ?? null,
      from: input.from === undefined ? null : day(input.from),
      to: input.to === undefined ? null : day(input.to),
    });

  it("of the business is under review until the office decides, and its grade holds to its end", async () => {
    expect(await codes(raise(business, "e2"))).toBe("request/not-found");
    expect(await codes(raise(business, "e1", "B"))).toBe("objection/same-grade");
    const raised = await raise(business);
    expect(raised.row).toMatchObject({
      state: "under-review",
      grade: "B",
      asked: "C",
      deadline: "2026-12-15",
      next: ["supplement", "withdraw"],
      version: 1,
    });
    expect((await business.objection.open.query({})).rows).toEqual([
      { establishment: "e1", scale: "pairing" },
    ]);
    expect(await codes(raise(test.client))).toBe("objection/open-already");
    const { id } = raised.row;
    expect(
      await codes(act(business, { id, version: 1 }, { act: "uphold", grade: "C", from: "2026-11-01" })),
    ).toBe("objection/not-yours");
    await act(business, { id, version: 1 }, { act: "supplement" });
    expect(await codes(act(test.client, { id, version: 1 }, { act: "reject" }))).toBe("request/stale");
    expect(
      await codes(act(test.client, { id, version: 2 }, { act: "uphold", grade: "C", from: "2026-11-25" })),
    ).toBe("objection/from-in-future");
    const decided = await act(
      test.client,
      { id, version: 2 },
      { act: "uphold", grade: "C", from: "2026-11-20", to: "2027-06-01" },
    );
    expect(decided.row).toMatchObject({ state: "upheld", decided: "C", next: [], version: 3 });
    expect(decided.entries.map(({ act: what, role }) => [what, role])).toEqual([
      ["raise", "business"],
      ["supplement", "business"],
      ["uphold", "office"],
    ]);
    expect((await business.objection.open.query({})).rows).toEqual([]);
    const grades = await Promise.all(
      ["2026-11-19", "2026-11-20", "2027-05-31", "2027-06-01"].map((asOf) => gradeOf("e1", asOf)),
    );
    expect(grades.map((grade) => grade?.grade)).toEqual(["B", "C", "C", "B"]);
    const detail = await business.registry.get.query({ id: "e1" });
    expect(detail.gradeGround).toMatchObject({ basis: "核对过营业面积", scheme: id });

    // Facts that change, and whole regradings, leave it alone.
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e1",
      version: detail.establishment.version,
      changes: { size: "large" },
    });
    await test.client.grading.regrade.mutate({ txId: test.newTxId() });
    expect((await gradeOf("e1", "2026-11-24"))?.grade).toBe("C");
    expect((await gradeOf("e1", "2027-06-01"))?.grade).toBe("A");
  });

  it("can be rejected, and another can follow; entries stay", async () => {
    const raised = await raise(test.client, "e3", null);
    await act(test.client, { id: raised.row.id, version: 1 }, { act: "reject" });
    const again = await raise(test.client, "e3", null);
    await act(test.client, { id: again.row.id, version: 1 }, { act: "withdraw" });
    const { rows, total } = await test.client.objection.list.query({ establishment: "e3" });
    expect([total, rows.map(({ state }) => state).sort()]).toEqual([2, ["rejected", "withdrawn"]]);
    expect((await gradeOf("e3", "2026-11-24"))?.grade).toBe("B");
  });

  it("has its deadline, and a list of what is overdue", async () => {
    await raise(test.client, "e4", null);
    test.setToday("2026-12-16");
    const { rows } = await test.client.objection.list.query({ states: ["under-review"] });
    expect(rows).toMatchObject([{ establishment: "e4", deadline: "2026-12-15", overdue: true }]);
    test.setToday("2026-11-24");
  });
});

describe("a risk grade", () => {
  it("is worked out from the regulator's scores with the arithmetic as its ground", async () => {
    const scores = {
      establishment: "e2",
      from: day("2026-11-20"),
      source: "区市场监管局",
      dynamicScore: 25.5,
      staticScore: 20,
    };
    const answer = await test.client.grading.scoreRisk.mutate({
      txId: test.newTxId(),
      ...scores,
      raising: ["sample-failed"],
      lowering: [],
    });
    expect(answer).toEqual({
      establishment: "e2",
      grade: "D",
      basis: "20 + 25.5 = 45.5 → C 上调一级 国家或省级监督抽检不合格",
    });
    expect((await test.client.registry.get.query({ id: "e2" })).riskGrade).toMatchObject({
      grade: "D",
      from: "2026-11-20",
    });
    const { staticScore: _, ...without } = scores;
    expect(
      await codes(
        test.client.grading.scoreRisk.mutate({ txId: test.newTxId(), ...without, raising: [], lowering: [] }),
      ),
    ).toBe("grading/static-table-missing");
    expect(
      await codes(
        test.client.grading.scoreRisk.mutate({
          txId: test.newTxId(),
          ...scores,
          from: day("2026-11-25"),
          raising: [],
          lowering: [],
        }),
      ),
    ).toBe("grading/risk-in-future");
  });
});
