import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { AssignmentRecord } from "./derive-chain-on.js";
import { countGapKinds, findGaps, type GapEstablishment, type GapOfficial } from "./find-gaps.js";
import { defaultGradeLevels } from "./level-for-grade.js";

const d = toPlainDate;
const [, B, C, D] = pairingGrades;

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
      counts: countGapKinds([]),
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
    expect(forward.counts).toEqual({ ...countGapKinds([]), "wrong-level": 1, "outside-jurisdiction": 1 });
  });
});

describe("gaps of posts, commitments and the business's own arm", () => {
  const asOf = d("2026-11-24");
  const village = "990106001001";
  const ask = (change: Partial<Parameters<typeof findGaps>[0]>) =>
    findGaps({
      establishments: [{ id: "e1", place: village, grade: D, activeSince: d("2026-01-01") }],
      officials: [{ id: "o1", level: "village", jurisdictions: [village], from: d("2026-01-01") }],
      assignments: [{ establishment: "e1", official: "o1", from: d("2026-02-01") }],
      levels: defaultGradeLevels,
      territory: createTerritoryTree({ nodes: [], asOf }),
      asOf,
      ...change,
    });
  const arm = (person: boolean, officers: number, director: boolean, directorRequired: boolean) => ({
    personInCharge: person,
    officers,
    director,
    directorRequired,
  });

  it.each([
    [undefined, "no-commitment", "chain/no-commitment"],
    [{ standing: "none", annexAcknowledged: false }, "no-commitment", "chain/no-commitment"],
    [{ standing: "outdated", annexAcknowledged: true }, "no-commitment", "chain/commitment-outdated"],
    [{ standing: "valid", annexAcknowledged: false }, "annex-unacknowledged", "chain/annex-unacknowledged"],
    [{ standing: "valid", annexAcknowledged: true }, undefined, undefined],
  ] as const)("signed %j: %s", (signed, kind, code) => {
    const commitments = new Map(signed === undefined ? [] : [["o1", signed] as const]);
    const { gaps } = ask({ commitments });
    expect(gaps.map((gap) => [gap.kind, gap.reason.code, gap.official])).toEqual(
      kind === undefined ? [] : [[kind, code, "o1"]],
    );
    // Who answers for nothing need not sign.
    expect(ask({ commitments, assignments: [] }).gaps.map((gap) => gap.kind)).toEqual(["nobody", "no-work"]);
  });

  it.each([
    [arm(true, 1, false, false), undefined],
    [arm(true, 1, true, true), undefined],
    [arm(false, 1, false, false), "chain/arm-without-person"],
    [arm(true, 0, false, false), "chain/arm-without-officer"],
    [arm(true, 2, false, true), "chain/arm-without-director"],
    [arm(false, 0, true, true), "chain/arm-without-person-officer"],
    [arm(false, 1, false, true), "chain/arm-without-person-director"],
    [arm(true, 0, false, true), "chain/arm-without-officer-director"],
    [arm(false, 0, false, true), "chain/arm-empty"],
  ] as const)("business arm %j: %s", (own, code) => {
    const found = ask({ arms: new Map([["e1", own]]) }).gaps;
    expect(found.map((gap) => [gap.kind, gap.reason.code])).toEqual(
      code === undefined ? [] : [["business-arm", code]],
    );
  });

  it("knows no arm at all as missing both who is always required", () => {
    expect(ask({ arms: new Map() }).gaps.map(({ reason }) => reason.code)).toEqual([
      "chain/arm-without-person-officer",
    ]);
  });

  it.each([
    ["2026-05-31", "2026-11-24", []],
    ["2026-06-01", "2026-11-24", ["wrong-level"]],
    ["2026-06-01", "2026-06-09", []],
  ] as const)(
    "an official promoted from 1 June, entered on the 10th: on %s as known on %s %j",
    (on, known, kinds) => {
      const post = { id: "o1", jurisdictions: [village] };
      const officials: GapOfficial[] = [
        {
          ...post,
          level: "village",
          from: d("2026-01-01"),
          recordedFrom: d("2026-01-01"),
          recordedTo: d("2026-06-10"),
        },
        {
          ...post,
          level: "village",
          from: d("2026-01-01"),
          to: d("2026-06-01"),
          recordedFrom: d("2026-06-10"),
        },
        { ...post, level: "township", from: d("2026-06-01"), recordedFrom: d("2026-06-10") },
      ];
      const found = ask({ officials, asOf: d(on), knownOn: d(known) }).gaps;
      expect(found.map(({ kind }) => kind)).toEqual([...kinds]);
      for (const gap of found) expect(gap.since).toBe("2026-06-01");
    },
  );
});
