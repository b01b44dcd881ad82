// A grading scheme from draft to force and back, with its effect before, and the other rules of the office.
import { demonstrationScheme, type GradingScheme, PairingGrade, type PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../../testing/codes-of.js";
import type { TestApp } from "../../testing/create-test-app.js";
import { gradeOf, openGradedOffice } from "../../testing/graded-office.js";

let test: TestApp;
beforeAll(async () => {
  ({ test } = await openGradedOffice());
});
afterAll(() => test.close());

const day = (text: string) => text as PlainDate;

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
    expect(await gradeOf(test, "e1", "2026-11-30")).toMatchObject({ grade: "B", to: "2026-12-01" });
    expect(await gradeOf(test, "e1", "2026-12-01")).toMatchObject({
      grade: "C",
      schemeId: row.id,
      ruleId: "C-02",
    });
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
    expect([
      (await gradeOf(test, "e2", "2026-11-24"))?.grade,
      (await gradeOf(test, "e2", "2026-12-01"))?.grade,
    ]).toEqual(["A", "A"]);
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e2",
      version: establishment.version + 1,
      changes: { size: "medium" },
    });
    expect([
      (await gradeOf(test, "e2", "2026-11-24"))?.grade,
      (await gradeOf(test, "e2", "2026-12-01"))?.grade,
    ]).toEqual(["B", "C"]);

    const { rows } = await test.client.grading.schemes.query({});
    expect(rows.map(({ state, from, to, current }) => [state, from, to, current])).toEqual([
      ["in-force", null, "2026-12-01", true],
      ["in-force", "2026-12-01", null, false],
    ]);
    await test.client.grading.takeBack.mutate({ txId: test.newTxId(), id: row.id, version: row.version + 1 });
    await test.deps.jobs.idle();
    for (const id of ["e1", "e2", "e3", "e4"])
      expect((await gradeOf(test, id, "2026-12-01"))?.grade).toBe("B");
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
      await codesOf(test.client.grading.putInForce.mutate({ txId: test.newTxId(), ...force, version: 2 })),
    ).toEqual(["grading/rule-unreachable"]);
    const save = { id: row.id, base: null, scheme: mediumIsC };
    expect(
      await codesOf(test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 1 })),
    ).toEqual(["request/stale"]);
    await test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 2 });
    expect(
      await codesOf(test.client.grading.putInForce.mutate({ txId: test.newTxId(), ...force, version: 3 })),
    ).toEqual([]);
    expect(
      await codesOf(test.client.grading.saveDraft.mutate({ txId: test.newTxId(), ...save, version: 4 })),
    ).toEqual(["grading/scheme-in-force"]);
    const { row: other } = await draft();
    expect(
      await codesOf(
        test.client.grading.putInForce.mutate({
          txId: test.newTxId(),
          id: other.id,
          version: 1,
          from: day("2026-12-15"),
        }),
      ),
    ).toEqual(["grading/scheme-day-past"]);
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
      await codesOf(test.client.rules.set.mutate({ txId: test.newTxId(), change, from, version: 0 })),
    ).toEqual(["request/stale"]);
    expect(
      await codesOf(
        test.client.rules.set.mutate({ txId: test.newTxId(), change, from: day("2026-11-23"), version: 1 }),
      ),
    ).toEqual(["grading/rule-day-past"]);
    const undone = await test.client.rules.undo.mutate({
      txId: test.newTxId(),
      kind: "frequency",
      from,
      version: 1,
    });
    expect(undone.frequency.entries.some((entry) => entry.from === from)).toBe(false);
    expect(
      await codesOf(
        test.client.rules.undo.mutate({ txId: test.newTxId(), kind: "frequency", from, version: 2 }),
      ),
    ).toEqual(["grading/nothing-to-undo"]);
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
