import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { AllocationEstablishment, AllocationOfficial, AllocationOrder, Pair } from "./allocation.js";
import { assignOfficials } from "./assign-officials.js";

const [A, B, C, D] = pairingGrades;
const levels = { A: "city", B: "county", C: "township", D: "village" } as const;
const asOf = toPlainDate("2026-11-24");
const territory = createTerritoryTree({ nodes: [], asOf });
const village = "990106001001";

const shop = (id: string, change: Partial<AllocationEstablishment> = {}): AllocationEstablishment => ({
  id,
  place: village,
  grade: D,
  ...change,
});
const cadre = (id: string, change: Partial<AllocationOfficial> = {}): AllocationOfficial => ({
  id,
  level: "village",
  jurisdictions: [village],
  ...change,
});
const pair = (establishment: string, official: string): Pair => ({ establishment, official });
const plan = (
  establishments: AllocationEstablishment[],
  officials: AllocationOfficial[],
  {
    present = [],
    pinned = [],
    options,
  }: { present?: Pair[]; pinned?: Pair[]; options?: AllocationOrder } = {},
) => assignOfficials({ territory, levels, establishments, officials, present, pinned, options });

describe("assignOfficials", () => {
  it("gives each grade to the level that answers for it, inside the jurisdiction", () => {
    const establishments = [
      shop("a", { grade: A }),
      shop("b", { grade: B }),
      shop("c", { grade: C }),
      shop("d"),
      shop("x", { place: "990107001001" }),
    ];
    const officials = [
      cadre("city", { level: "city", jurisdictions: ["9901"] }),
      cadre("county", { level: "county", jurisdictions: ["990106"] }),
      cadre("town", { level: "township", jurisdictions: ["990106001"] }),
      cadre("village"),
    ];
    expect(plan(establishments, officials)).toMatchObject({
      assigned: [pair("a", "city"), pair("b", "county"), pair("c", "town"), pair("d", "village")],
      unassigned: [{ establishment: "x", reason: "no-eligible-official" }],
      refused: [],
      certificate: { proven: true, objectives: { assigned: 4, squares: 4, changed: 0, local: 0 } },
    });
  });

  it.each([
    [shop("e", { grade: null }), "not-graded"],
    [shop("e", { place: null }), "place-unknown"],
    [shop("e", { grade: C }), "no-eligible-official"],
    [shop("e", { place: "990106001002" }), "no-eligible-official"],
  ])("names why one is left out: %j, %s", (establishment, reason) => {
    expect(plan([establishment], [cadre("o")]).unassigned).toEqual([{ establishment: "e", reason }]);
  });

  it("stops at capacity, with the reason", () => {
    const { assigned, unassigned } = plan(
      [shop("e1"), shop("e2"), shop("e3")],
      [cadre("o", { capacity: 2 })],
    );
    expect(assigned).toEqual([pair("e1", "o"), pair("e2", "o")]);
    expect(unassigned).toEqual([{ establishment: "e3", reason: "capacity-exhausted" }]);
  });

  it("hands others on to make room, even ones with a present official", () => {
    const other = "990106001002";
    const officials = [cadre("both", { jurisdictions: [village, other], capacity: 1 }), cadre("one")];
    const { assigned } = plan([shop("e1"), shop("e2", { place: other })], officials, {
      present: [pair("e1", "both")],
    });
    expect(assigned).toEqual([pair("e1", "one"), pair("e2", "both")]);
  });

  it("places pins first and counts them in load and capacity", () => {
    const { assigned } = plan([shop("e1"), shop("e2"), shop("e3")], [cadre("o1"), cadre("o2")], {
      pinned: [pair("e1", "o1"), pair("e2", "o1")],
    });
    expect(assigned).toEqual([pair("e1", "o1"), pair("e2", "o1"), pair("e3", "o2")]);
    expect(
      plan([shop("e1"), shop("e2")], [cadre("o1", { capacity: 1 })], { pinned: [pair("e2", "o1")] })
        .unassigned,
    ).toEqual([{ establishment: "e1", reason: "capacity-exhausted" }]);
  });

  it.each([
    [pair("e9", "o"), "chain/unknown-establishment"],
    [pair("e1", "o9"), "chain/unknown-official"],
    [pair("e1", "town"), "chain/wrong-level"],
    [pair("e1", "far"), "chain/outside-jurisdiction"],
    [pair("e1", "full"), "chain/capacity-exhausted"],
    [pair("ungraded", "o"), "chain/not-graded"],
    [pair("nowhere", "o"), "chain/place-unknown"],
  ])("refuses the pin %j by name: %s", (pin, code) => {
    const establishments = [shop("e1"), shop("ungraded", { grade: null }), shop("nowhere", { place: null })];
    const officials = [
      cadre("o"),
      cadre("town", { level: "township", jurisdictions: ["990106001"] }),
      cadre("far", { jurisdictions: ["990106001002"] }),
      cadre("full", { capacity: 0 }),
    ];
    const { refused, assigned } = plan(establishments, officials, { pinned: [pin] });
    expect(refused).toEqual([{ ...pin, problem: { code, params: pin } }]);
    // The establishment is then given to someone who may answer for it.
    expect(assigned).toEqual([pair("e1", "o")]);
  });

  it("refuses the second pin of one establishment", () => {
    const { refused, assigned } = plan([shop("e1")], [cadre("o1"), cadre("o2")], {
      pinned: [pair("e1", "o2"), pair("e1", "o1")],
    });
    expect(assigned).toEqual([pair("e1", "o1")]);
    expect(refused).toMatchObject([{ official: "o2", problem: { code: "chain/pinned-twice" } }]);
  });

  it("puts an even load before few changes, and changes no more than that takes", () => {
    const establishments = [shop("e1"), shop("e2"), shop("e3"), shop("e4"), shop("e5")];
    const present = [pair("e1", "o1"), pair("e2", "o1"), pair("e3", "o1"), pair("e4", "gone")];
    const { assigned, certificate } = plan(establishments, [cadre("o1"), cadre("o2")], { present });
    const kept = assigned.filter((one) =>
      present.some((old) => old.establishment === one.establishment && old.official === one.official),
    );
    expect(kept).toHaveLength(3);
    // Who answered for e4 is gone: it changes whatever is done; e5 has no present official and never counts.
    expect(certificate.objectives).toEqual({ assigned: 5, squares: 13, changed: 1, local: 0 });
    expect(certificate.squares).toMatchObject({ value: 13, bound: 13 });
    const skewed = ["e1", "e2", "e3", "e4", "e5"].map((id) => pair(id, "o1"));
    expect(
      plan(establishments, [cadre("o1"), cadre("o2")], { present: skewed }).certificate.objectives,
    ).toEqual({
      assigned: 5,
      squares: 13,
      changed: 2,
      local: 0,
    });
  });

  it("counts one left out that has a present official as changed", () => {
    const { certificate } = plan([shop("e1"), shop("e2")], [cadre("o", { capacity: 1 })], {
      present: [pair("e2", "o")],
    });
    expect(certificate.objectives).toMatchObject({ assigned: 1, changed: 0 });
    const both = { present: [pair("e1", "o"), pair("e2", "o")] };
    expect(
      plan([shop("e1"), shop("e2")], [cadre("o", { capacity: 1 })], both).certificate.objectives.changed,
    ).toBe(1);
  });

  it("counts an official as of a grid only by another establishment of it", () => {
    const grid = `${village}001`;
    const inGrid = (id: string) => shop(id, { place: grid, grid });
    const alone = plan([inGrid("e1")], [cadre("o1")], { present: [pair("e1", "o1")] });
    expect(alone.certificate.objectives.local).toBe(0);
    const two = plan([inGrid("e1"), inGrid("e2")], [cadre("o1")], {
      present: [pair("e1", "o1"), pair("e2", "o1")],
    });
    expect(two.certificate.objectives.local).toBe(2);
  });

  describe("with few changes first", () => {
    const establishments = Array.from({ length: 10 }, (_, index) => shop(`e${index}`));
    const present = establishments.map(({ id }, index) => pair(id, index < 8 ? "o1" : "o2"));
    const officials = [cadre("o1"), cadre("o2")];

    it.each([
      [6, 0, 68],
      [5, 1, 58],
      [4, 1, 58],
      [2, 2, 52],
      [0, 3, 50],
    ])("keeps loads %i apart with %i changes", (spread, changed, squares) => {
      const options = { order: "keep-first", spread } as const;
      const { certificate, leastSpread } = plan(establishments, officials, { present, options });
      expect(certificate.objectives).toMatchObject({ assigned: 10, changed, squares });
      expect([certificate.proven, certificate.squares, leastSpread]).toEqual([true, null, null]);
    });

    it("names the least limit that can be kept when the one asked for cannot, and keeps it", () => {
      const pinned = present.filter(({ official }) => official === "o1").slice(0, 7);
      const options = { order: "keep-first", spread: 2 } as const;
      const { leastSpread, certificate } = plan(establishments, officials, { present, pinned, options });
      expect(leastSpread).toBe(4);
      expect(certificate.objectives).toMatchObject({ assigned: 10, changed: 1, squares: 58 });
    });

    it("never leaves anybody out to keep a limit", () => {
      const options = { order: "keep-first", spread: 1 } as const;
      const { leastSpread, unassigned } = plan(establishments, [cadre("o1"), cadre("o2", { capacity: 2 })], {
        options,
      });
      expect([leastSpread, unassigned]).toEqual([6, []]);
    });

    it("does not compare officials who are not alike", () => {
      const options = { order: "keep-first", spread: 0 } as const;
      const others = [cadre("o1"), cadre("o2", { jurisdictions: ["990106001"] })];
      expect(plan(establishments, others, { present, options }).certificate.objectives.changed).toBe(0);
    });
  });

  it("drops present pairs beyond a lowered capacity, the last ids first", () => {
    const present = [pair("e1", "o1"), pair("e2", "o1")];
    expect(
      plan([shop("e1"), shop("e2")], [cadre("o1", { capacity: 1 }), cadre("o2")], { present }).assigned,
    ).toEqual([pair("e1", "o1"), pair("e2", "o2")]);
  });

  it("at equal load prefers the home grid, then one who serves the grid, then the smallest id", () => {
    const grid = `${village}001`;
    const target = shop("e1", { place: grid, grid });
    expect(plan([target], [cadre("o1"), cadre("o2", { homeGrid: grid })]).assigned).toEqual([
      pair("e1", "o2"),
    ]);
    expect(plan([target], [cadre("o1"), cadre("o2")]).assigned).toEqual([pair("e1", "o1")]);
    const mate = shop("e2", { place: grid, grid });
    const present = [pair("e2", "o2"), pair("e3", "o1")];
    expect(plan([target, mate, shop("e3")], [cadre("o1"), cadre("o2")], { present }).assigned[0]).toEqual(
      pair("e1", "o2"),
    );
    // Load comes before preference.
    expect(plan([target, mate], [cadre("o1"), cadre("o2")], { present }).assigned[0]).toEqual(
      pair("e1", "o1"),
    );
  });

  it("counts work outside the input", () => {
    expect(plan([shop("e1")], [cadre("o1", { otherLoad: 5 }), cadre("o2")]).assigned).toEqual([
      pair("e1", "o2"),
    ]);
    expect(plan([shop("e1")], [cadre("o1", { otherLoad: 5, capacity: 5 })]).unassigned).toEqual([
      { establishment: "e1", reason: "capacity-exhausted" },
    ]);
  });

  it("takes a zone's village out of its township", () => {
    const zone = createTerritoryTree({
      nodes: [
        {
          code: "Z1",
          name: "平台",
          kind: "zone",
          parent: "990106",
          from: toPlainDate("2026-01-01"),
          takesOver: [village],
        },
      ],
      asOf,
    });
    const officials = [
      cadre("town", { level: "township", jurisdictions: ["990106001"] }),
      cadre("zone", { level: "township", jurisdictions: ["Z1"] }),
    ];
    const ask = (tree: typeof zone) =>
      assignOfficials({
        territory: tree,
        levels,
        establishments: [shop("e1", { grade: C })],
        officials,
        present: [],
        pinned: [],
      });
    expect(ask(territory).assigned).toEqual([pair("e1", "town")]);
    expect(ask(zone).assigned).toEqual([pair("e1", "zone")]);
  });

  it("answers an empty input with an empty plan", () => {
    expect(plan([], [])).toMatchObject({ assigned: [], unassigned: [], refused: [], leastSpread: null });
    expect(plan([], []).certificate).toMatchObject({ proven: true, value: 0n, bound: 0n, prices: [] });
  });
});
