import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { chainProblemCodes } from "./chain.problem.js";
import { chainText } from "./chain.text.js";
import { findRecordOn } from "./dated-fact.js";
import { type AssignmentRecord, deriveChainOn } from "./derive-chain-on.js";
import {
  defaultGradeLevels,
  findLevelForGrade,
  type GradeLevels,
  listGradesOfLevel,
} from "./level-for-grade.js";

const d = toPlainDate;
const [A, B, C, D] = pairingGrades;

describe("level for grade", () => {
  it.each([
    [A, "city"],
    [B, "county"],
    [C, "township"],
    [D, "village"],
  ] as const)("%s is answered for at %s level", (grade, level) => {
    expect(findLevelForGrade({ levels: defaultGradeLevels, grade, on: d("2026-01-01") })).toBe(level);
    expect(listGradesOfLevel(defaultGradeLevels, level, d("2026-01-01"))).toEqual([grade]);
  });

  it("is dated data of the office", () => {
    const levels: GradeLevels[] = [
      { from: d("2026-07-01"), A: "county", B: "county", C: "township", D: "village" },
      ...defaultGradeLevels,
    ];
    expect(findLevelForGrade({ levels, grade: A, on: d("2026-06-30") })).toBe("city");
    expect(findLevelForGrade({ levels, grade: A, on: d("2026-07-01") })).toBe("county");
    expect(listGradesOfLevel(levels, "county", d("2026-07-01"))).toEqual([A, B]);
    expect(findLevelForGrade({ levels, grade: A, on: d("2022-08-31") })).toBeUndefined();
    expect(listGradesOfLevel(levels, "city", d("2022-08-31"))).toEqual([]);
  });
});

describe("two times", () => {
  const records = [
    { value: "old", from: d("2026-01-01"), recordedFrom: d("2026-01-05"), recordedTo: d("2026-04-02") },
    { value: "corrected", from: d("2026-01-01"), recordedFrom: d("2026-04-02") },
    { value: "later", from: d("2026-06-01"), to: d("2026-08-01"), recordedFrom: d("2026-06-03") },
  ];
  it.each([
    ["2026-03-01", "2026-01-04", undefined],
    ["2026-03-01", "2026-01-05", "old"],
    ["2026-03-01", "2026-04-01", "old"],
    ["2026-03-01", "2026-04-02", "corrected"],
    ["2025-12-31", "2026-04-02", undefined],
    ["2026-06-01", "2026-06-02", "corrected"],
    ["2026-06-01", "2026-06-03", "later"],
    ["2026-07-31", "2026-12-31", "later"],
    ["2026-08-01", "2026-12-31", "corrected"],
  ])("on %s as known on %s: %s", (on, knownOn, value) => {
    expect(findRecordOn(records, d(on), d(knownOn))?.value).toBe(value);
    expect(findRecordOn([...records].reverse(), d(on), d(knownOn))?.value).toBe(value);
  });
});

describe("deriveChainOn", () => {
  const officials = [
    { id: "o1", from: d("2025-01-01"), to: d("2026-06-01"), recordedFrom: d("2026-06-10") },
    { id: "o1", from: d("2025-01-01"), recordedFrom: d("2025-01-01"), recordedTo: d("2026-06-10") },
    { id: "o2", from: d("2025-01-01") },
  ];
  const assignments: AssignmentRecord[] = [
    {
      establishment: "e1",
      official: "o1",
      from: d("2026-01-01"),
      recordedFrom: d("2026-01-01"),
      recordedTo: d("2026-04-02"),
    },
    {
      establishment: "e1",
      official: "o1",
      from: d("2026-01-01"),
      to: d("2026-02-15"),
      recordedFrom: d("2026-04-02"),
    },
    { establishment: "e1", official: "o2", from: d("2026-02-15"), recordedFrom: d("2026-04-02") },
    { establishment: "e2", official: "o1", from: d("2026-01-01") },
  ];
  const ask = (establishment: string, on: string, knownOn: string) =>
    deriveChainOn({ establishment, assignments, officials, on: d(on), knownOn: d(knownOn) });

  it.each([
    ["e1", "2026-03-01", "2026-03-31", "o1", null],
    ["e1", "2026-03-01", "2026-04-01", "o1", null],
    ["e1", "2026-03-01", "2026-04-02", "o2", null],
    ["e1", "2026-02-14", "2026-04-02", "o1", null],
    ["e1", "2026-02-15", "2026-04-02", "o2", null],
    ["e1", "2025-12-31", "2026-12-31", null, "no-assignment"],
    ["e2", "2026-05-31", "2026-12-31", "o1", null],
    ["e2", "2026-06-01", "2026-06-09", "o1", null],
    ["e2", "2026-06-01", "2026-06-10", null, "official-left"],
    ["e3", "2026-06-01", "2026-06-10", null, "no-assignment"],
  ])("%s on %s as known on %s: %s (%s)", (establishment, on, knownOn, official, reason) => {
    expect(ask(establishment, on, knownOn)).toMatchObject({ official, reason });
  });
});

it("has a sentence in both languages for every problem", () => {
  for (const code of chainProblemCodes) {
    expect(chainText["zh-CN"][code]).toMatch(/。$/);
    expect(chainText.en[code]).toMatch(/\.$/);
  }
});
