import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { AllocationOfficial } from "./allocation.js";
import { type Departure, type HandoverEstablishment, planHandover } from "./plan-handover.js";

const [, B, C, D] = pairingGrades;
const levels = { A: "city", B: "county", C: "township", D: "village" } as const;
const territory = createTerritoryTree({ nodes: [], asOf: "2026-11-24" as never });
const [east, west] = ["990106001", "990106002"];
const village = (id: string, over: Partial<AllocationOfficial> = {}): AllocationOfficial => ({
  id,
  level: "village",
  jurisdictions: [`${east}001`],
  ...over,
});
const shop = (id: string, official: string | null, over: Partial<HandoverEstablishment> = {}) => ({
  id,
  place: `${east}001`,
  grade: D,
  official,
  ...over,
});
const plan = (
  departures: readonly Departure[],
  establishments: readonly HandoverEstablishment[],
  officials: readonly AllocationOfficial[],
) => planHandover({ departures, establishments, officials, levels, territory });
const to = ({ moves }: ReturnType<typeof plan>) =>
  Object.fromEntries(
    moves.map(({ establishment, to: receiver, reason }) => [establishment, receiver ?? reason]),
  );

describe("planHandover", () => {
  it("spreads what is left behind with the loads of the others counted in", () => {
    const establishments = [
      ...["a1", "a2", "a3"].map((id) => shop(id, "o1")),
      ...["b1", "b2"].map((id) => shop(id, "o2")),
    ];
    const given = plan(
      [{ official: "o1", next: null }],
      establishments,
      ["o1", "o2", "o3"].map((id) => village(id)),
    );
    expect(Object.values(to(given)).sort()).toEqual(["o2", "o3", "o3"]);
    expect(given.kept).toEqual([]);
  });

  it("gives all to the chosen successor, however uneven, and what cannot be theirs to others, with the reason", () => {
    const establishments = [shop("a1", "o1"), shop("a2", "o1"), shop("a3", "o1")];
    const officials = [village("o1"), village("o2", { capacity: 2 }), village("o3")];
    const given = plan([{ official: "o1", next: null, successor: "o2" }], establishments, officials);
    expect(Object.values(to(given)).sort()).toEqual(["o2", "o2", "o3"]);
    expect(given.refused.map(({ official, code }) => [official, code])).toEqual([
      ["o2", "chain/capacity-exhausted"],
    ]);
  });

  it("takes nothing of a capacity or a load for what is suspended, and gives it to the least loaded", () => {
    const establishments = [
      shop("a1", "o1"),
      shop("a2", "o1", { isActive: false }),
      shop("a3", "o1", { isActive: false }),
      shop("b1", "o2"),
      shop("b2", "o2", { isActive: false }),
    ];
    const leaving = { official: "o1", next: null };
    const full = [village("o1"), village("o2", { capacity: 2 })];
    expect(to(plan([leaving], establishments, full))).toEqual({ a1: "o2", a2: "o2", a3: "o2" });
    const both = plan([leaving], establishments, [...full, village("o3")]);
    expect(to(both).a1).toBe("o3");
    expect([to(both).a2, to(both).a3].sort()).toEqual(["o2", "o3"]);
    const chosen = plan([{ ...leaving, successor: "o2" }], establishments, full);
    expect([to(chosen), chosen.refused]).toEqual([{ a1: "o2", a2: "o2", a3: "o2" }, []]);
  });

  it("follows a choice for one establishment before the successor of all, and not for one that stays", () => {
    const establishments = [shop("a1", "o1"), shop("a2", "o1"), shop("b1", "o2")];
    const given = planHandover({
      departures: [{ official: "o1", next: null, successor: "o2" }],
      choices: [
        { establishment: "a2", official: "o3" },
        { establishment: "b1", official: "o3" },
      ],
      establishments,
      officials: ["o1", "o2", "o3"].map((id) => village(id)),
      levels,
      territory,
    });
    expect([to(given), given.refused]).toEqual([{ a1: "o2", a2: "o3" }, []]);
  });

  it("names a choice that the rules do not allow and gives the establishment to another", () => {
    const given = planHandover({
      departures: [{ official: "o1", next: null }],
      choices: [{ establishment: "a1", official: "o3" }],
      establishments: [shop("a1", "o1")],
      officials: [village("o1"), village("o2"), village("o3", { jurisdictions: [west] })],
      levels,
      territory,
    });
    expect(to(given)).toEqual({ a1: "o2" });
    expect(given.refused).toEqual([
      { establishment: "a1", official: "o3", code: "chain/outside-jurisdiction" },
    ]);
  });

  it("lets who moves keep what the next post may answer for", () => {
    const establishments = [
      shop("a1", "o1"),
      shop("a2", "o1", { place: `${west}001` }),
      shop("a3", "o1", { grade: C }),
    ];
    const next = { level: "village", jurisdictions: [east] } as const;
    const given = plan([{ official: "o1", next }], establishments, [
      village("o1", { jurisdictions: [east, west] }),
      village("o2", { jurisdictions: [west] }),
    ]);
    expect(given.kept).toEqual([{ establishment: "a1", official: "o1" }]);
    expect(to(given)).toEqual({ a2: "o2", a3: "no-eligible-official" });
  });

  it.each([
    ["no one of the level", { grade: B }, "no-eligible-official"],
    ["no one in the place", { place: `${west}001` }, "no-eligible-official"],
    ["no grade", { grade: null }, "not-graded"],
    ["no place", { place: null }, "place-unknown"],
  ] as const)("names why nobody takes over: %s", (_, over, reason) => {
    const given = plan(
      [{ official: "o1", next: null }],
      [shop("a1", "o1", over)],
      [village("o1"), village("o2")],
    );
    expect(to(given)).toEqual({ a1: reason });
  });

  it("two who go do not hand over to one another when both leave, and may when one only moves", () => {
    const establishments = [shop("a1", "o1"), shop("b1", "o2")];
    const both = [village("o1"), village("o2")];
    const leave = plan(
      ["o1", "o2"].map((official) => ({ official, next: null })),
      establishments,
      both,
    );
    expect(to(leave)).toEqual({ a1: "no-eligible-official", b1: "no-eligible-official" });
    const next = { level: "village", jurisdictions: [`${east}001`] } as const;
    const move = plan(
      [
        { official: "o1", next: null },
        { official: "o2", next },
      ],
      establishments,
      both,
    );
    expect([to(move), move.kept]).toEqual([{ a1: "o2" }, [{ establishment: "b1", official: "o2" }]]);
  });

  it("laws", () => {
    const places = [`${east}001`, `${east}002`, `${west}001`];
    const officialIds = ["o1", "o2", "o3", "o4", "o5"];
    const post = fc.record({
      level: fc.constantFrom("village" as const, "township" as const),
      jurisdictions: fc.uniqueArray(fc.constantFrom(east, west, ...places), { minLength: 1, maxLength: 2 }),
      capacity: fc.option(fc.integer({ min: 0, max: 4 })),
    });
    const establishment = fc.record({
      place: fc.constantFrom(...places, null),
      grade: fc.constantFrom(C, D, null),
      official: fc.constantFrom(...officialIds, null),
    });
    const departure = fc.option(
      fc.record({ next: fc.option(post), successor: fc.constantFrom(undefined, ...officialIds) }),
    );
    fc.assert(
      fc.property(
        fc.tuple(...officialIds.map(() => post)),
        fc.array(establishment, { maxLength: 12 }),
        fc.tuple(...officialIds.map(() => departure)),
        (posts, drawn, goes) => {
          const officials = posts.map((one, at) => ({ id: officialIds[at] ?? "", ...one }));
          const establishments = drawn.map((one, at) => ({ id: `e${at}`, ...one }));
          const departures = goes.flatMap((one, at) =>
            one === null ? [] : [{ official: officialIds[at] ?? "", ...one }],
          );
          const given = plan(departures, establishments, officials);
          expect(
            plan([...departures].reverse(), [...establishments].reverse(), [...officials].reverse()),
          ).toEqual(given);
          const gone = new Map(departures.map((one) => [one.official, one]));
          const own = establishments.filter(({ official }) => official !== null && gone.has(official));
          // Everything of those who go is told once, and nothing of anybody else.
          expect([...given.moves, ...given.kept].map((one) => one.establishment).sort()).toEqual(
            own.map(({ id }) => id).sort(),
          );
          const loads = new Map<string, number>();
          const add = (official: string) => loads.set(official, (loads.get(official) ?? 0) + 1);
          for (const { official } of establishments)
            if (official !== null && !gone.has(official)) add(official);
          for (const { official } of given.kept) add(official);
          for (const { establishment: id, from, to: receiver, reason } of given.moves) {
            expect(receiver === null).toBe(reason !== null);
            if (receiver === null) continue;
            const one = establishments.find((shopOf) => shopOf.id === id);
            const before = officials.find((official) => official.id === receiver);
            const now = gone.get(receiver)?.next ?? before;
            expect(gone.get(receiver)?.next).not.toBeNull();
            expect(now?.level).toBe(levels[one?.grade as "C" | "D"]);
            expect(now?.jurisdictions.some((code) => one?.place?.startsWith(code))).toBe(true);
            expect(from).toBe(one?.official);
            add(receiver);
            const most = before?.capacity ?? null;
            if (most !== null) expect(loads.get(receiver)).toBeLessThanOrEqual(Math.max(most, 0));
          }
        },
      ),
      { seed: 20261127 },
    );
  });
});
