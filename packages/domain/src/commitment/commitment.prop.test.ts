// Laws of commitments and annexes on random histories.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { type AnnexEstablishment, deriveAnnexVersions, toAnnexText } from "./annex.js";
import { measureSigning, type SigningOfficial } from "./measure-signing.js";

const start = toPlainDate("2026-01-01");
const on = fc.nat(60).map((days) => addDays(start, days));

/** Values one after the other, each from a day until the next begins. */
const history = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(on, value), { selector: ([from]) => from, maxLength: 4 })
    .map((parts) => [...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
    .map((parts) => parts.map(([from, one], at) => ({ value: one, from, to: parts[at + 1]?.[0] ?? null })));
const establishments: fc.Arbitrary<AnnexEstablishment[]> = fc
  .array(
    fc.record({
      officials: history(fc.constantFrom("o-1", "o-2")),
      states: history(fc.constantFrom("active" as const, "closed" as const)),
      grades: history(fc.constantFrom(...pairingGrades)),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((one, at) => ({ ...one, id: `e-${at}` })));

const versionsOf = (list: readonly AnnexEstablishment[], asOf: PlainDate) =>
  deriveAnnexVersions({
    official: "o-1",
    posts: [{ id: "o-1", from: start }],
    establishments: list,
    asOf,
    knownOn: addDays(start, 90),
  });

it("neighbouring versions differ, days rise, numbers count, order of establishments never matters", () =>
  fc.assert(
    fc.property(establishments, on, (list, asOf) => {
      const versions = versionsOf(list, asOf);
      for (const [at, version] of versions.entries()) {
        expect(version.version).toBe(at + 1);
        const before = versions[at - 1];
        if (before === undefined) continue;
        expect(before.from < version.from).toBe(true);
        expect(toAnnexText(before.lines)).not.toBe(toAnnexText(version.lines));
      }
      expect(versionsOf([...list].reverse(), asOf)).toEqual(versions);
    }),
    { numRuns: 300 },
  ));

it("a later day never rewrites the versions of an earlier one", () =>
  fc.assert(
    fc.property(establishments, on, on, (list, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      const before = versionsOf(list, early);
      expect(versionsOf(list, late).slice(0, before.length)).toEqual(before);
    }),
    { numRuns: 300 },
  ));

it("levels and places each add up to the total", () => {
  const official: fc.Arbitrary<SigningOfficial> = fc.record({
    level: fc.constantFrom("city", "county", "township", "village"),
    place: fc.constantFrom(null, "990106001", "990106002"),
    load: fc.nat(2),
    standing: fc.constantFrom("valid", "outdated", "none"),
    acknowledged: fc.boolean(),
  });
  return fc.assert(
    fc.property(fc.array(official, { maxLength: 20 }), (officials) => {
      const { total, levels, places } = measureSigning(officials);
      for (const rows of [levels, places])
        for (const key of ["signed", "acknowledged"] as const) {
          expect(rows.reduce((sum, row) => sum + row[key].of, 0)).toBe(total[key].of);
          expect(rows.reduce((sum, row) => sum + row[key].done, 0)).toBe(total[key].done);
        }
      expect(total.signed.done + total.outdated + total.none).toBe(total.signed.of);
    }),
  );
});
