import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { type FactsVersion, reviseFacts } from "./revise-facts.js";

type Facts = { readonly name: string; readonly place: string | null; readonly flags: readonly string[] };
const d = toPlainDate;
const day = (n: number): PlainDate => addDays(d("2026-01-01"), n);
const shop = (change: Partial<Facts> = {}): Facts => ({ name: "甲", place: "v1", flags: [], ...change });
const always = (facts: Facts): FactsVersion<Facts>[] => [{ facts, from: null, to: null }];
const on = (versions: readonly FactsVersion<Facts>[], at: PlainDate): Facts | undefined =>
  versions.find(({ from, to }) => (from === null || from <= at) && (to === null || at < to))?.facts;

describe("reviseFacts", () => {
  it.each([
    [
      "a known fact holds from the day",
      { place: "v2" },
      day(10),
      [
        ["v1", null, day(10)],
        ["v2", day(10), null],
      ],
    ],
    ["a correction was always so", { place: "v2" }, null, [["v2", null, null]]],
    ["the same value changes nothing", { place: "v1" }, day(10), [["v1", null, null]]],
  ] as const)("%s", (_, changes, from, expected) => {
    const revised = reviseFacts({ standing: always(shop()), changes, from });
    expect(revised.map((version) => [version.facts.place, version.from, version.to])).toEqual(expected);
  });

  it("fills what was not known into all the time, and only there", () => {
    const standing = reviseFacts({
      standing: always(shop({ place: null })),
      changes: { name: "乙" },
      from: day(5),
    });
    const filled = reviseFacts({ standing, changes: { place: "v9", flags: ["wholesale"] }, from: day(20) });
    expect(filled).toEqual([
      { facts: shop({ place: "v9", flags: ["wholesale"] }), from: null, to: day(5) },
      { facts: shop({ name: "乙", place: "v9", flags: ["wholesale"] }), from: day(5), to: null },
    ]);
  });

  it("a change from an earlier day holds in later versions too, which keep what else they have", () => {
    const standing = reviseFacts({ standing: always(shop()), changes: { name: "乙" }, from: day(20) });
    const revised = reviseFacts({ standing, changes: { place: "v2" }, from: day(10) });
    expect(revised.map(({ facts, from }) => [facts.name, facts.place, from])).toEqual([
      ["甲", "v1", null],
      ["甲", "v2", day(10)],
      ["乙", "v2", day(20)],
    ]);
  });

  it("laws: no gap, the day decides, nothing before it moves", () => {
    const change = fc.record(
      { name: fc.constantFrom("甲", "乙"), place: fc.constantFrom("v1", "v2", "v3") },
      { requiredKeys: [] },
    );
    const step = fc.tuple(change, fc.option(fc.integer({ min: 0, max: 40 })));
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        change,
        fc.integer({ min: 0, max: 40 }),
        (steps, last, at) => {
          const standing = steps.reduce<readonly FactsVersion<Facts>[]>(
            (versions, [changes, from]) =>
              reviseFacts({ standing: versions, changes, from: from === null ? null : day(from) }),
            always(shop()),
          );
          const revised = reviseFacts({ standing, changes: last, from: day(at) });
          expect(revised[0]?.from).toBeNull();
          expect(revised.at(-1)?.to).toBeNull();
          revised.forEach((version, index) => {
            if (index > 0) expect(version.from).toBe(revised[index - 1]?.to);
          });
          for (let n = -1; n <= 41; n += 1) {
            const before = on(standing, day(n));
            expect(on(revised, day(n))).toEqual(n < at ? before : { ...before, ...last });
          }
        },
      ),
      { seed: 20261127 },
    );
  });
});
