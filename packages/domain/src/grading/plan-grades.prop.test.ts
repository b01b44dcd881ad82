import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, toPlainDate } from "../kernel/plain-date.js";
import { businessForms, sizes } from "../registry/establishment.schema.js";
import { demonstrationScheme } from "./demonstration-scheme.data.js";
import { exceptionSchemeId, findSchemeOn } from "./find-scheme-on.js";
import { pairingGrades } from "./grade.schema.js";
import { gradeEstablishment } from "./grade-establishment.js";
import { applyGrades, planGrades, type StandingGrade } from "./plan-grades.js";

const start = toPlainDate("2026-01-01");
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(start, n));
const scheme = fc
  .shuffledSubarray([...demonstrationScheme.rules], { minLength: 3 })
  .chain((rules) => fc.constantFrom(...pairingGrades).map((grade) => ({ rules, grade })))
  .map(({ rules, grade }) => ({
    ...demonstrationScheme,
    rules: rules.map((rule, index) => (index === 0 ? { ...rule, grade } : rule)),
  }));
const schemes = fc
  .uniqueArray(fc.record({ from: day, scheme }), { selector: ({ from }) => from, maxLength: 4 })
  .map((all) => all.map((entry, index) => ({ ...entry, scheme: { ...entry.scheme, id: `s${index}` } })));
const facts = fc.record({
  form: fc.option(fc.constantFrom(...businessForms)),
  size: fc.option(fc.constantFrom(...sizes)),
  diners: fc.option(fc.integer({ min: 0, max: 4000 })),
});
/** Standing grades as former facts and former days left them. */
const history = fc.array(fc.record({ facts, from: day }), { maxLength: 3 });

const stand = (
  past: { facts: object; from: ReturnType<typeof toPlainDate> }[],
  all: Parameters<typeof planGrades>[0]["schemes"],
) =>
  past.reduce<readonly StandingGrade[]>(
    (standing, { facts: known, from }) =>
      applyGrades(standing, planGrades({ facts: known, standing, schemes: all, from }).grades),
    [],
  );

describe("planGrades", () => {
  it("carried out, asked again it changes nothing, and every day has the grade of its scheme where that gives one", () => {
    fc.assert(
      fc.property(facts, history, schemes, day, day, (known, past, all, from, on) => {
        const standing = stand(past, all);
        const plan = planGrades({ facts: known, standing, schemes: all, from });
        const after = applyGrades(standing, plan.grades);
        expect(planGrades({ facts: known, standing: after, schemes: all, from }).grades).toEqual([]);
        const given = gradeEstablishment({ scheme: findSchemeOn({ schemes: all, on }), facts: known });
        if (on < from || !given.ok) return;
        expect(after.find((one) => one.from <= on && (one.to === null || on < one.to))?.grade).toBe(
          given.value.grade,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("never touches a day before the first, nor a decided objection before its end", () => {
    fc.assert(
      fc.property(
        facts,
        history,
        schemes,
        day,
        day,
        fc.option(day),
        (known, past, all, from, decided, end) => {
          const to = end !== null && end > decided ? end : null;
          const before = stand(past, all);
          const kept = before
            .filter((one) => one.from < decided)
            .map((one) => (one.to === null || one.to > decided ? { ...one, to: decided } : one));
          const exception = {
            grade: pairingGrades[1],
            ruleId: "o",
            schemeId: exceptionSchemeId,
            from: decided,
            to,
          };
          const plan = planGrades({ facts: known, standing: [...kept, exception], schemes: all, from });
          for (const grade of plan.grades) expect(grade.from >= from).toBe(true);
          if (to === null) expect(plan.grades).toEqual([]);
          else if (to > from) for (const grade of plan.grades) expect(grade.from >= to).toBe(true);
        },
      ),
    );
  });
});
