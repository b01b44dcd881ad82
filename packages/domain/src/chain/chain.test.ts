import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { chainProblemCodes } from "./chain.problem.js";
import { chainText } from "./chain.text.js";
import { findRecordOn } from "./dated-fact.js";
import { type AssignmentRecord, deriveChainOn } from "./derive-chain-on.js";
import { findGaps, type GapEstablishment, type GapOfficial } from "./find-gaps.js";
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

describe("findGaps", () => {
  const asOf = d("2026-11-24");
  const territory = createTerritoryTree({ nodes: [], asOf });
  const village = "990106001001";
  const official = (
    id: string,
    level: GapOfficial["level"],
    jurisdiction: string,
    to?: string,
  ): GapOfficial => ({
    id,
    level,
    jurisdictions: [jurisdiction],
    from: d("2026-01-01"),
    to: to === undefined ? null : d(to),
  });
  const establishment = (id: string, change: Partial<GapEstablishment> = {}): GapEstablishment => ({
    id,
    place: village,
    grade: D,
    activeSince: d("2026-02-01"),
    ...change,
  });
  const ask = (
    establishments: GapEstablishment[],
    officials: GapOfficial[],
    assignments: AssignmentRecord[],
    overloadAbove: Parameters<typeof findGaps>[0]["overloadAbove"] = {},
  ) =>
    findGaps({
      establishments,
      officials,
      assignments,
      levels: defaultGradeLevels,
      territory,
      overloadAbove,
      asOf,
    });
  const assign = (id: string, to: string, from = "2026-03-01"): AssignmentRecord => ({
    establishment: id,
    official: to,
    from: d(from),
  });

  it("finds none where every establishment is answered for rightly", () => {
    const found = ask([establishment("e1")], [official("o1", "village", village)], [assign("e1", "o1")]);
    expect(found).toEqual({
      gaps: [],
      counts: { nobody: 0, "wrong-level": 0, "outside-jurisdiction": 0, overload: 0, "no-work": 0 },
    });
  });

  it.each([
    ["never assigned", [], [], "2026-02-01", "chain/no-official"],
    [
      "assignment ended",
      [],
      [{ ...assign("e1", "o1"), to: d("2026-09-01") }],
      "2026-09-01",
      "chain/no-official",
    ],
    [
      "ends tomorrow is no gap",
      [official("o1", "village", village)],
      [{ ...assign("e1", "o1"), to: d("2026-11-25") }],
      undefined,
      undefined,
    ],
    [
      "ends today",
      [official("o1", "village", village)],
      [{ ...assign("e1", "o1"), to: d("2026-11-24") }],
      "2026-11-24",
      "chain/no-official",
    ],
    [
      "official left today",
      [official("o1", "village", village, "2026-11-24")],
      [assign("e1", "o1")],
      "2026-11-24",
      "chain/official-left",
    ],
    [
      "official leaves tomorrow",
      [official("o1", "village", village, "2026-11-25")],
      [assign("e1", "o1")],
      undefined,
      undefined,
    ],
  ] as const)("nobody: %s", (_, officials, assignments, since, code) => {
    const found = ask([establishment("e1")], [...officials], [...assignments]).gaps.filter(
      (gap) => gap.kind === "nobody",
    );
    if (since === undefined) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ establishment: "e1", official: null, since, reason: { code } }]);
  });

  it("lists an ungraded one with nobody under its own reason, and never as wrong level", () => {
    expect(ask([establishment("e1", { grade: null })], [], []).gaps).toMatchObject([
      { kind: "nobody", reason: { code: "chain/no-official-not-graded" } },
    ]);
    expect(
      ask([establishment("e1", { grade: null })], [official("o1", "village", village)], [assign("e1", "o1")])
        .gaps,
    ).toEqual([]);
  });

  it.each([
    [B, "village", "2026-10-01", "2026-10-01"],
    [C, "village", undefined, "2026-03-01"],
    [D, "township", "2026-01-15", "2026-03-01"],
  ] as const)("wrong level: grade %s with an official of %s level", (grade, level, gradeSince, since) => {
    const change = gradeSince === undefined ? { grade } : { grade, gradeSince: d(gradeSince) };
    const found = ask([establishment("e1", change)], [official("o1", level, village)], [assign("e1", "o1")]);
    // It still counts to its official: no "no-work" beside it.
    expect(found.gaps).toMatchObject([
      {
        kind: "wrong-level",
        establishment: "e1",
        official: "o1",
        since,
        reason: { code: "chain/wrong-level" },
      },
    ]);
    expect(found.counts["wrong-level"]).toBe(1);
  });

  it.each([
    ["990106001001", "990106001002", false],
    ["990106001001", "990106001", true],
    ["990106001001001", "990106001001", true],
    ["990106001001", "9901060", false],
    [null, "990106001001", false],
  ])("place %s, jurisdiction %s: inside %s", (place, jurisdiction, inside) => {
    const found = ask(
      [establishment("e1", { place, placeSince: d("2026-05-01") })],
      [official("o1", "village", jurisdiction)],
      [assign("e1", "o1")],
    );
    expect(found.counts["outside-jurisdiction"]).toBe(inside ? 0 : 1);
    if (!inside) expect(found.gaps[0]?.since).toBe("2026-05-01");
  });

  it("alarms above the threshold of the level, not at it, and names officials without work", () => {
    const establishments = ["e1", "e2", "e3"].map((id) => establishment(id));
    const assignments = establishments.map(({ id }) => assign(id, "o1"));
    const officials = [
      official("o1", "village", village),
      official("o2", "village", village),
      official("o3", "village", village, "2026-10-01"),
    ];
    expect(ask(establishments, officials, assignments, { village: 3, township: 1 }).gaps).toMatchObject([
      { kind: "no-work", official: "o2", since: "2026-01-01" },
    ]);
    expect(ask(establishments, officials, assignments, { village: 2 })).toMatchObject({
      gaps: [
        { kind: "overload", official: "o1", reason: { params: { load: 3, threshold: 2 } } },
        { kind: "no-work", official: "o2" },
      ],
      counts: { nobody: 0, overload: 1, "no-work": 1 },
    });
  });

  it("one assignment may be broken in two ways, and input order does not matter", () => {
    const officials = [official("o1", "township", "990106002"), official("o2", "village", village)];
    const forward = ask([establishment("e1"), establishment("e2")], officials, [
      assign("e1", "o1"),
      assign("e2", "o2"),
    ]);
    const backward = ask([establishment("e2"), establishment("e1")], [...officials].reverse(), [
      assign("e2", "o2"),
      assign("e1", "o1"),
    ]);
    expect(forward).toEqual(backward);
    expect(forward.counts).toEqual({
      nobody: 0,
      "wrong-level": 1,
      "outside-jurisdiction": 1,
      overload: 0,
      "no-work": 0,
    });
  });
});

it("has a sentence in both languages for every problem", () => {
  for (const code of chainProblemCodes) {
    expect(chainText["zh-CN"][code]).toMatch(/。$/);
    expect(chainText.en[code]).toMatch(/\.$/);
  }
});
