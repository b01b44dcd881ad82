import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import type { Result } from "../kernel/result.js";
import { readControlFact, settleControlFact } from "./control-fact.js";
import { mapFactColumns } from "./fact-columns.js";
import { createMeantFinder, type FactProblem, type MeantCells } from "./find-meant.js";
import { planFactSheet, readFactRows } from "./plan-fact-sheet.js";
import { isSameRisk, type RiskFact, readRiskFact, settleRiskFact } from "./risk-fact.js";
import { readTrainingFact, settleTrainingFact } from "./training-fact.js";

const today = toPlainDate("2026-11-24");
const day = toPlainDate;
const codesOf = (result: Result<unknown, FactProblem>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

const shop = (id: string, name: string, changes = {}) => ({
  id,
  name,
  creditCode: null,
  licenceNumber: null,
  furtherLicences: [],
  address: null,
  ...changes,
});
const CODE = "91350100M000100Y43";
const LICENCE = "JY13202020009651";

describe("which establishment a row means", () => {
  const find = createMeantFinder([
    shop("e1", "老槐树面馆", { creditCode: CODE, licenceNumber: LICENCE, address: "槐荫路1号" }),
    shop("e2", "老槐树面馆（二店）", { creditCode: CODE, address: "槐荫路2号" }),
    shop("e3", "粮油店", {
      licenceNumber: "SC10199010600012",
      furtherLicences: [{ number: "SZ-1" }],
      address: "槐荫路3号",
    }),
    shop("e4", "粮油店", { address: "槐荫路4号" }),
  ]);
  it.each<[string, MeantCells, string]>([
    ["a licence", { licenceNumber: "jy13202020009651" }, "e1"],
    ["a further licence", { licenceNumber: "SZ-1" }, "e3"],
    ["its own id", { establishment: "e4" }, "e4"],
    ["a code of two, told apart by the licence", { creditCode: CODE, licenceNumber: LICENCE }, "e1"],
    ["a code of two, told apart by the name", { creditCode: CODE, name: "老槐树面馆(二店)" }, "e2"],
    ["a code of two, told apart by the address", { creditCode: CODE, address: "槐荫路２号" }, "e2"],
    ["a name of one", { name: "老槐树 面馆" }, "e1"],
    ["a name of two, told apart by the address", { name: "粮油店", address: "槐荫路4号" }, "e4"],
    [
      "another name at the same address",
      { licenceNumber: LICENCE, name: "老槐树", address: "槐荫路1号" },
      "e1",
    ],
  ])("%s", (_what, cells, id) => {
    const found = find(cells);
    expect(found.ok && found.value.id).toBe(id);
  });
  it.each<[string, MeantCells, string]>([
    ["nothing", {}, "fact-sheet/nobody-named"],
    ["an address alone", { address: "槐荫路1号" }, "fact-sheet/nobody-named"],
    ["a code of two", { creditCode: CODE }, "fact-sheet/ambiguous"],
    ["a name of two", { name: "粮油店" }, "fact-sheet/ambiguous"],
    ["a known name at another address", { name: "老槐树面馆", address: "别处" }, "fact-sheet/unknown"],
    [
      "an unknown code beside a known licence",
      { creditCode: "X", licenceNumber: LICENCE },
      "fact-sheet/unknown",
    ],
    ["an unknown id", { establishment: "e9" }, "fact-sheet/unknown"],
    ["codes of two", { creditCode: CODE, licenceNumber: "SZ-1" }, "fact-sheet/codes-conflict"],
    ["a code with another's name", { licenceNumber: LICENCE, name: "粮油店" }, "fact-sheet/name-differs"],
    ["a code that became a number", { creditCode: "9.11100000695775E+17" }, "fact-sheet/code-damaged"],
  ])("refuses %s", (_what, cells, code) => expect(codesOf(find(cells))).toEqual([code]));
});

describe("a risk grade of a row", () => {
  it.each([
    ["A", "2026-03-01", undefined, "A", "2026-03-01"],
    ["ｂ级", "2026年3月1日", undefined, "B", "2026-03-01"],
    ["风险C级", "46082", undefined, "C", "2026-03-01"],
    ["D", undefined, "2026年度", "D", "2026-01-01"],
    ["D", "2025-12-20", "2026", "D", "2025-12-20"],
  ])("%s %s %s", (grade, from, year, letter, on) => {
    const read = readRiskFact({ cells: { grade, ...(from && { from }), ...(year && { year }) }, today });
    expect(read).toEqual({ ok: true, value: { grade: letter, from: on, source: null, note: null } });
  });
  it.each<[Parameters<typeof readRiskFact>[0]["cells"], readonly string[]]>([
    [{}, ["fact-sheet/grade-missing", "fact-sheet/day-missing"]],
    [{ grade: "E", from: "昨天" }, ["fact-sheet/grade-shape", "fact-sheet/day-shape"]],
    [{ grade: "A", from: "2026-11-25" }, ["fact-sheet/in-future"]],
    [{ grade: "A", year: "2027" }, ["fact-sheet/in-future"]],
    [{ grade: "A", year: "今年" }, ["fact-sheet/year-shape", "fact-sheet/day-missing"]],
    [{ grade: "A", from: "2025-12-20", year: "2027" }, ["fact-sheet/year-conflict"]],
    [{ grade: "A", from: "2026-03-01", year: "2025" }, ["fact-sheet/year-conflict"]],
    [{ grade: "A", from: "2026-03-01", note: "字".repeat(301) }, ["fact-sheet/too-long"]],
  ])("refuses %j", (cells, codes) => expect(codesOf(readRiskFact({ cells, today }))).toEqual(codes));

  const read = { grade: "B", from: day("2026-03-01"), source: null, note: null } as RiskFact;
  const record = (value: string, from: string, recordedTo?: string) =>
    ({ value, from: day(from), ...(recordedTo && { recordedTo: day(recordedTo) }) }) as never;
  it("stands beside an earlier one, and in the place of one of its day", () => {
    const records = [record("C", "2025-03-01"), record("A", "2026-03-01")];
    const settled = settleRiskFact({ records, read, today });
    expect(settled.ok && settled.value.standing?.grade).toBe("A");
    expect(settleRiskFact({ records: records.slice(0, 1), read, today })).toMatchObject({
      value: { standing: null },
    });
  });
  it("does not take a later one away, but one that was corrected since is none", () => {
    expect(codesOf(settleRiskFact({ records: [record("C", "2026-03-02")], read, today }))).toEqual([
      "fact-sheet/later-grade",
    ]);
    expect(settleRiskFact({ records: [record("C", "2026-03-02", "2026-10-01")], read, today }).ok).toBe(true);
  });
});

describe("a report of a row", () => {
  it.each([
    ["日管控", "2026-11-20", "正常", "daily", "2026-11-20", "no-risk"],
    [undefined, "2026/11/20", "未营业", "daily", "2026-11-20", "not-open"],
    ["周排查", "2026-11-20", "未发现风险", "weekly", "2026-W47", "no-risk"],
    [undefined, "2026年第47周", "未发现问题", "weekly", "2026-W47", "no-risk"],
    [undefined, "2026-w1", "完成", "weekly", "2026-W01", "no-risk"],
    ["周排查", "2026-11-16至2026-11-22", "完成", "weekly", "2026-W47", "no-risk"],
    ["月调度", "2026-10-01", "完成", "monthly", "2026-10", "no-risk"],
    [undefined, "2026年10月", "完成", "monthly", "2026-10", "no-risk"],
    ["月", "202610", "完成", "monthly", "2026-10", "no-risk"],
  ])("%s %s %s", (control, period, result, kind, own, found) => {
    const read = readControlFact({ ...(control && { control }), period, result });
    expect(read).toEqual({ ok: true, value: { kind, period: own, result: found, text: "" } });
  });
  it.each([
    [{ count: "0" }, "no-risk"],
    [{ count: "2个", text: "冷柜超温，已调" }, "findings"],
    [{ text: "冷柜超温，已调" }, "findings"],
    [{ result: "发现问题", count: "1", text: "冷柜超温，已调" }, "findings"],
    [{ result: "未营业", count: "0" }, "not-open"],
  ])("takes the result of %j as %s", (cells, result) =>
    expect(readControlFact({ period: "2026-11-20", ...cells })).toMatchObject({ value: { result } }),
  );
  it.each([
    [{}, ["fact-sheet/period-missing", "fact-sheet/result-missing"]],
    [{ control: "年检", period: "2026-11-20", count: "0" }, ["fact-sheet/control-unknown"]],
    [{ period: "上周", count: "0" }, ["fact-sheet/period-shape"]],
    [{ period: "2026-W60", count: "0" }, ["fact-sheet/period-shape"]],
    [{ control: "日管控", period: "2026-10", count: "0" }, ["fact-sheet/period-shape"]],
    [{ period: "2026-11-16至2026-11-25", count: "0" }, ["fact-sheet/period-shape"]],
    [{ period: "2026-11-20", result: "未完成" }, ["fact-sheet/not-done"]],
    [{ period: "2026-11-20", result: "大概" }, ["fact-sheet/result-unknown"]],
    [{ period: "2026-11-20", count: "几个" }, ["fact-sheet/count-shape"]],
    [{ period: "2026-11-20", result: "正常", count: "3" }, ["fact-sheet/count-conflict"]],
  ])("refuses %j", (cells, codes) => expect(codesOf(readControlFact(cells))).toEqual(codes));

  it("passes the rule of reports by hand", () => {
    const settle = (period: string, result: "no-risk" | "findings", isActive = true) =>
      codesOf(
        settleControlFact({
          read: { kind: "daily", period, result, text: "" },
          today,
          isActiveOn: () => isActive,
          findStanding: () => null,
        }),
      );
    expect(settle("2026-11-24", "no-risk")).toEqual([]);
    expect(settle("2026-11-25", "no-risk")).toEqual(["business-arm/period-not-begun"]);
    expect(settle("2026-11-20", "no-risk", false)).toEqual(["business-arm/period-not-active"]);
    expect(settle("2026-11-20", "findings")).toEqual(["business-arm/findings-missing"]);
    const read = { kind: "daily", period: "2026-11-20", result: "findings", text: "" } as const;
    expect(
      settleControlFact({ read, today, isActiveOn: () => true, findStanding: () => null }),
    ).toMatchObject({ problems: [{ field: "text" }] });
  });
});

describe("a training of a row", () => {
  const good = { person: "叶听澜", on: "2026-03-01", hours: "8", topic: "法规" };
  it.each([
    ["8", 32],
    ["0.25", 1],
    ["24学时", 96],
    ["１.5小时", 6],
  ])("reads %s hours", (hours, quarters) =>
    expect(readTrainingFact({ cells: { ...good, hours }, today })).toMatchObject({ value: { quarters } }),
  );
  it.each([
    [{ hours: "0" }, ["fact-sheet/hours-shape"]],
    [{ hours: "24.25" }, ["fact-sheet/hours-shape"]],
    [{ hours: "0.3" }, ["fact-sheet/hours-shape"]],
    [{ hours: "八" }, ["fact-sheet/hours-shape"]],
    [{ on: "2026-12-01" }, ["fact-sheet/in-future"]],
    [{ role: "厨师" }, ["fact-sheet/role-unknown"]],
  ])("refuses %j", (cells, codes) =>
    expect(codesOf(readTrainingFact({ cells: { ...good, ...cells }, today }))).toEqual(codes),
  );

  const post = (person: string, role: "officer" | "director", name: string, from = "2026-01-01") => ({
    person,
    role,
    name,
    from: day(from),
  });
  const records = [
    post("p1", "officer", "叶听澜"),
    post("p2", "director", "商陆离"),
    post("p3", "officer", "商陆离"),
    post("p4", "officer", "新来的", "2026-06-01"),
    post("p5", "officer", "兼任者"),
    post("p5", "director", "兼任者"),
  ];
  const settle = (name: string, role: "officer" | "director" | null = null) =>
    settleTrainingFact({
      records,
      read: { name, role, on: day("2026-03-01"), quarters: 8, topic: "法规", organiser: "" },
      today,
      findStanding: () => null,
    });
  it.each([
    ["叶 听澜", null, "p1"],
    ["商陆离", "director", "p2"],
    ["兼任者", null, "p5"],
  ] as const)("knows %s (%s)", (name, role, person) =>
    expect(settle(name, role)).toMatchObject({ value: { fact: { person } } }),
  );
  it.each([
    ["没有的人", null, "fact-sheet/person-unknown"],
    ["商陆离", null, "fact-sheet/person-ambiguous"],
    ["叶听澜", "director", "fact-sheet/person-role"],
    ["新来的", null, "business-arm/not-in-post"],
  ] as const)("refuses %s (%s)", (name, role, code) => expect(codesOf(settle(name, role))).toEqual([code]));
});

describe("a sheet", () => {
  const headers = ["许可证编号", "风险等级", "评定日期", "原因"];
  const columns = mapFactColumns({ kind: "risk", headers });
  const register = [shop("e1", "老槐树面馆", { licenceNumber: LICENCE }), shop("e2", "粮油店")];
  const row = (no: number, ...cells: string[]) => ({ row: no, cells, kinds: null });
  it("tells every row, with both its reasons where it has two", () => {
    const rows = readFactRows({
      headers,
      columns,
      rows: [
        row(2, LICENCE, "B", "2026-03-01", "上次的原因"),
        row(3, LICENCE, "B", "2026-03-01"),
        row(4, LICENCE, "C", "2026-05-01"),
        row(5, LICENCE, "A", "2026-05-01"),
        row(6, "JY1", "E", "2026-05-01"),
        row(7, LICENCE, "D", "2026-07-01"),
        row(8, LICENCE, "D", "2026-08-01"),
      ],
      read: (cells) => readRiskFact({ cells, today }),
      findMeant: createMeantFinder(register),
    });
    const standing = [
      { value: "D", from: day("2026-07-01"), to: day("2026-08-01") },
      { value: "A", from: day("2026-08-01") },
    ] as never;
    const plan = planFactSheet({
      rows,
      settle: (_one, read) => settleRiskFact({ records: standing, read, today }),
      isSame: isSameRisk,
    });
    expect(
      plan.map(({ row: no, outcome, problems }) => [no, outcome, ...problems.map(({ code }) => code)]),
    ).toEqual([
      [2, "refused", "fact-sheet/later-grade"],
      [3, "refused", "fact-sheet/later-grade"],
      [4, "refused", "fact-sheet/later-grade"],
      [5, "refused", "fact-sheet/later-grade"],
      [6, "refused", "fact-sheet/unknown", "fact-sheet/grade-shape"],
      [7, "same"],
      [8, "replaces"],
    ]);
    const fresh = planFactSheet({
      rows,
      settle: (_one, read) => settleRiskFact({ records: [], read, today }),
      isSame: isSameRisk,
    });
    expect(fresh.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
      ["new"],
      ["refused", "fact-sheet/twice"],
      ["refused", "fact-sheet/contradicts"],
      ["refused", "fact-sheet/contradicts"],
      ["refused", "fact-sheet/unknown", "fact-sheet/grade-shape"],
      ["new"],
      ["new"],
    ]);
  });
  it("reads columns by their headers, a person's word first, and a field once", () => {
    expect(columns).toEqual(["licenceNumber", "grade", "from", null]);
    expect(
      mapFactColumns({
        kind: "control",
        headers: ["店名", "日期", "报告日期", "说的什么"],
        mapping: { 日期: null, 说的什么: "text" },
      }),
    ).toEqual(["name", null, "period", "text"]);
  });
});
