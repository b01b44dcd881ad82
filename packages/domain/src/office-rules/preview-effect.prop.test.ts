import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultGradeLevels } from "../chain/level-for-grade.js";
import { demonstrationScheme } from "../grading/demonstration-scheme.data.js";
import { type GradeLetter, pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { businessForms, sizes } from "../registry/establishment.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { defaultFrequencyRules } from "../visit/frequency-rule.schema.js";
import { defaultVisitMinutes } from "./office-rules.schema.js";
import { type EffectEstablishment, previewEffect } from "./preview-effect.js";
import { findRulesOn } from "./rules-on.js";

const on = toPlainDate("2026-11-24");
const rules = findRulesOn({
  frequency: defaultFrequencyRules,
  levels: defaultGradeLevels,
  overload: { village: 2 },
  minutes: defaultVisitMinutes,
  on,
});
const tree = createTerritoryTree({ nodes: [], asOf: on });
const levels = ["city", "county", "township", "village"] as const;
const officials = levels.map((level) => ({
  id: level,
  level,
  jurisdictions: ["990106"],
  from: toPlainDate("2022-01-01"),
}));

const establishments = fc
  .array(
    fc.record({
      form: fc.option(fc.constantFrom(...businessForms)),
      size: fc.option(fc.constantFrom(...sizes)),
      diners: fc.option(fc.integer({ min: 0, max: 4000 })),
      grade: fc.option(fc.constantFrom(...pairingGrades)),
      excepted: fc.boolean(),
      official: fc.option(fc.constantFrom(...levels)),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(
      ({ form, size, diners, grade, excepted, official }, index): EffectEstablishment => ({
        id: `e${index}`,
        place: "990106001001",
        facts: { form, size, diners },
        grade,
        excepted: excepted && grade !== null,
        official: official === null ? null : { id: official, from: toPlainDate("2026-01-01") },
      }),
    ),
  );
const common = { officials, territory: tree, asOf: on };
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("previewEffect", () => {
  it("counts every establishment exactly once, and its grades add up before and after", () => {
    fc.assert(
      fc.property(establishments, (all) => {
        const effect = previewEffect({
          establishments: all,
          scheme: demonstrationScheme,
          before: rules,
          after: rules,
          ...common,
        });
        const moved = sum(effect.moves.map(({ count }) => count));
        expect(
          moved + effect.unchanged + effect.excepted + effect.refused.kept + effect.refused.ungraded,
        ).toBe(all.length);
        expect(sum(Object.values(effect.grades.before))).toBe(all.length);
        for (const grade of [...pairingGrades, null]) {
          const key: keyof typeof effect.grades.after = (grade as GradeLetter | null) ?? "none";
          const into = sum(effect.moves.filter(({ to }) => to === grade).map(({ count }) => count));
          const out = sum(effect.moves.filter(({ from }) => from === grade).map(({ count }) => count));
          expect(effect.grades.after[key]).toBe(effect.grades.before[key] + into - out);
        }
      }),
    );
  });

  it("no change has no effect", () => {
    fc.assert(
      fc.property(establishments, (all) => {
        const effect = previewEffect({ establishments: all, before: rules, after: rules, ...common });
        expect(effect.moves).toEqual([]);
        expect(effect.officials).toEqual([]);
        expect(effect.gaps.after).toEqual(effect.gaps.before);
        expect(effect.visits.after).toEqual(effect.visits.before);
        expect(effect.unchanged + effect.excepted).toBe(all.length);
      }),
    );
  });

  it("a scheme put in force twice moves nobody the second time", () => {
    fc.assert(
      fc.property(establishments, (all) => {
        const before = previewEffect({
          establishments: all,
          scheme: demonstrationScheme,
          before: rules,
          after: rules,
          ...common,
        });
        const again = all.map((one) => {
          const only = previewEffect({
            establishments: [one],
            scheme: demonstrationScheme,
            before: rules,
            after: rules,
            ...common,
          });
          return { ...one, grade: only.moves[0]?.to ?? one.grade };
        });
        const second = previewEffect({
          establishments: again,
          scheme: demonstrationScheme,
          before: rules,
          after: rules,
          ...common,
        });
        expect(second.moves).toEqual([]);
        expect(second.grades.before).toEqual(before.grades.after);
      }),
    );
  });

  it("the visits and minutes of the year are those of its officials and of nobody's, whatever the frequency", () => {
    const visits = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(establishments, visits, (all, n) => {
        const monthly = { window: "month", visits: n } as const;
        const after = { ...rules, frequency: { ...rules.frequency, D: monthly } };
        const effect = previewEffect({ establishments: all, before: rules, after, ...common });
        const ofD = all.filter(({ grade }) => grade === pairingGrades[3]).length;
        expect(effect.visits.after.D).toBe(ofD * 12 * n);
        expect(effect.visits.after.total - effect.visits.before.total).toBe(ofD * (12 * n - 4));
        const changed = new Set(
          all
            .filter(({ grade, official }) => grade === pairingGrades[3] && official !== null)
            .map(({ official }) => official?.id),
        );
        expect(new Set(effect.officials.map(({ official }) => official))).toEqual(changed);
      }),
    );
  });

  it("levels that change break the assignments that they no longer fit", () => {
    const one: EffectEstablishment = {
      id: "e1",
      place: "990106001001",
      facts: { form: "grocery" },
      grade: pairingGrades[3],
      excepted: false,
      official: { id: "village", from: on },
    };
    const after = { ...rules, levels: { A: "city", B: "county", C: "township", D: "township" } } as const;
    const effect = previewEffect({ establishments: [one], before: rules, after, ...common });
    expect(effect.gaps.before["wrong-level"]).toBe(0);
    expect(effect.gaps.after["wrong-level"]).toBe(1);
    expect(effect.officials).toMatchObject([
      { official: "village", before: { broken: 0 }, after: { broken: 1 } },
    ]);
  });
});
