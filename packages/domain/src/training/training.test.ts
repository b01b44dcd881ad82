// Tables of the rules of training and superior documents.
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { attendanceWindow, listCodeNumbers } from "./attendance-window.js";
import {
  checkSuperiorDocument,
  checkTrainingPlan,
  checkTrainingQuestion,
  checkTrainingSession,
} from "./check-training.js";
import { measureTraining, sumCredits } from "./measure-training.js";
import { checkAnswers, findTestEnd, gradeTest } from "./training-test.js";

const day = toPlainDate;
const codesOf = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe("a plan and its sessions", () => {
  const plan = { from: day("2026-03-01"), to: day("2026-06-30") };
  const onSite = (on: string) => ({ way: "on-site" as const, on: day(on), begins: "09:00", place: "会议室" });
  const online = (from: string, to: string, questions = 5) => ({
    way: "online" as const,
    from: day(from),
    to: day(to),
    material: "",
    questions,
    topics: [],
    passMark: 80,
    tries: 3,
  });

  it.each([
    ["one day", "2026-03-01", "2026-03-01", []],
    ["the wrong way round", "2026-03-02", "2026-03-01", ["training/days-order"]],
  ])("a plan of %s", (_, from, to, codes) => {
    expect(codesOf(checkTrainingPlan({ from: day(from), to: day(to) }))).toEqual(codes);
  });

  it.each([
    ["on the plan's first day", onSite("2026-03-01"), 0, []],
    ["on its last day", onSite("2026-06-30"), 0, []],
    ["the day after", onSite("2026-07-01"), 0, ["training/outside-plan"]],
    ["online within it", online("2026-03-01", "2026-06-30"), 5, []],
    ["online beyond it", online("2026-06-01", "2026-07-01"), 5, ["training/outside-plan"]],
    ["online, days the wrong way round", online("2026-06-02", "2026-06-01"), 5, ["training/days-order"]],
    ["online, the bank one short", online("2026-03-01", "2026-06-30"), 4, ["training/too-few-questions"]],
  ])("a session %s", (_, held, inBank, codes) => {
    expect(codesOf(checkTrainingSession({ session: { held }, plan, inBank }))).toEqual(codes);
  });
});

describe("a question", () => {
  it.each([
    ["single", ["a", "b", "c"], [1], []],
    ["single", ["a", "b"], [0, 1], ["training/answers-shape"]],
    ["multiple", ["a", "b", "c"], [0, 2], []],
    ["multiple", ["a", "b", "c"], [0], ["training/answers-shape"]],
    ["multiple", ["a", "b", "c"], [0, 0], ["training/answers-shape"]],
    ["judge", ["对", "错"], [1], []],
    ["judge", ["对", "错", "不知道"], [1], ["training/answers-shape"]],
    ["single", ["a", "b"], [2], ["training/answers-outside"]],
    ["single", ["a", "a"], [0], ["training/options-same"]],
  ] as const)("%s of %j, right %j", (kind, options, answers, codes) => {
    expect(codesOf(checkTrainingQuestion({ kind, options: [...options], answers: [...answers] }))).toEqual(
      codes,
    );
  });
});

describe("a test", () => {
  const asked = [
    { id: "q-1", answers: [0] },
    { id: "q-2", answers: [0, 2] },
    { id: "q-3", answers: [1] },
  ];
  const all = [
    { question: "q-1", options: [0] },
    { question: "q-2", options: [2, 0] },
    { question: "q-3", options: [1] },
  ];

  it.each([
    ["everything right", all, 100, 3, true],
    ["one option too many", [all[0], { question: "q-2", options: [0, 1, 2] }, all[2]], 67, 2, false],
    ["two thirds reach 66 of 100", [all[0], all[1], { question: "q-3", options: [0] }], 66, 2, true],
    ["and not 67", [all[0], all[1], { question: "q-3", options: [0] }], 67, 2, false],
    ["an answer to something else", [{ question: "q-9", options: [0] }], 1, 0, false],
  ])("%s", (_, given, passMark, right, passed) => {
    const answers = given.flatMap((one) => (one === undefined ? [] : [one]));
    expect(gradeTest({ asked, given: answers, passMark })).toMatchObject({ right, of: 3, passed });
  });

  it("without questions is not passed", () => {
    expect(gradeTest({ asked: [], given: [], passMark: 1 }).passed).toBe(false);
  });

  it.each([
    ["begun in the day", "2026-11-29T16:00:00.000Z", "2026-11-29T17:00:00.000Z"],
    ["begun on the last day, an hour before its end", "2026-11-30T15:00:00.000Z", "2026-11-30T16:00:00.000Z"],
    ["begun in its last minute", "2026-11-30T15:59:00.000Z", "2026-11-30T16:00:00.000Z"],
  ])("%s ends in time", (_, begunAt, end) => {
    const at = findTestEnd({ begunAt: Date.parse(begunAt), last: day("2026-11-30") });
    expect(new Date(at).toISOString()).toBe(end);
  });

  it("is handed in whole", () => {
    expect(checkAnswers(asked, all)).toEqual([]);
    expect(checkAnswers(asked, [{ question: "q-1", options: [] }])[0]?.params).toEqual({ left: 3 });
  });
});

describe("attendance", () => {
  const window = attendanceWindow({ on: day("2026-11-24"), begins: "14:30", minutes: 90 });

  it("is taken from half an hour before until a quarter of an hour behind", () => {
    expect(new Date(window.opens).toISOString()).toBe("2026-11-24T06:00:00.000Z");
    expect(new Date(window.closes).toISOString()).toBe("2026-11-24T08:15:00.000Z");
  });

  it("counts the present code and two before", () => {
    expect(listCodeNumbers(60_000)).toEqual([2, 1, 0]);
    expect(listCodeNumbers(89_999)).toEqual([2, 1, 0]);
  });
});

describe("coverage", () => {
  const minutesOf = new Map([
    ["s-1", 90],
    ["s-2", 60],
  ]);
  const credit = (official: string, session: string) => ({ official, session, on: day("2026-03-02") });
  const invited = [
    { official: "o-1", level: "township" as const, place: "990106001" },
    { official: "o-2", level: "village" as const, place: "990106001" },
    { official: "o-3", level: "village" as const, place: null },
  ];

  it("a session counts once, one of another plan not at all", () => {
    const sums = sumCredits([credit("o-1", "s-1"), credit("o-1", "s-1"), credit("o-1", "s-9")], minutesOf);
    expect(Object.fromEntries(sums)).toEqual({ "o-1": 90 });
  });

  it("completed needs all the minutes; levels without anybody are left out", () => {
    const minutes = sumCredits([credit("o-1", "s-1"), credit("o-1", "s-2"), credit("o-2", "s-2")], minutesOf);
    const table = measureTraining(invited, { minutes, required: 150 });
    expect(table.total).toEqual({ completed: { done: 1, of: 3 }, begun: 2 });
    expect(table.levels.map(({ level, completed }) => [level, completed.done, completed.of])).toEqual([
      ["township", 1, 1],
      ["village", 0, 2],
    ]);
    expect(table.places.map(({ place, completed }) => [place, completed.of])).toEqual([
      [null, 1],
      ["990106001", 2],
    ]);
  });
});

describe("a superior document", () => {
  it.each([
    ["read on its own day, with text", "2026-11-20", "2026-11-20", "全文", false, []],
    ["due before it was issued", "2026-11-20", "2026-11-19", "全文", false, ["document/issued-later"]],
    ["with nothing in it", "2026-11-20", "2026-11-30", "", false, ["document/empty"]],
    ["with a file alone", "2026-11-20", "2026-11-30", "", true, []],
  ])("%s", (_, issuedOn, readBy, text, hasFile, codes) => {
    const document = { issuedOn: day(issuedOn), readBy: day(readBy), text };
    expect(codesOf(checkSuperiorDocument(document, hasFile))).toEqual(codes);
  });
});
