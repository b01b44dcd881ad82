import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AttentionFlag,
  attentionFlags,
  businessForms,
  sizes,
} from "../registry/establishment.schema.js";
import { checkScheme } from "./check-scheme.js";
import { compareSchemes } from "./compare-schemes.js";
import { demonstrationScheme } from "./demonstration-scheme.data.js";
import { pairingGrades } from "./grade.schema.js";
import { gradeEstablishment } from "./grade-establishment.js";
import type { GradingCondition, GradingRule, GradingScheme } from "./grading-scheme.schema.js";

const rule = (id: string, when: GradingCondition): GradingRule => ({
  id,
  when,
  grade: pairingGrades[3],
  title: { "zh-CN": id, en: id },
});
const schemeOf = (...rules: GradingRule[]): GradingScheme => ({ ...demonstrationScheme, id: "s", rules });
const codes = (problems: readonly { readonly code: string; readonly params: object }[]) =>
  problems.map(({ code, params }) => `${code} ${Object.values(params).join(" ")}`);

describe("checkScheme", () => {
  it.each([
    [
      "a rule under one that takes everything",
      [rule("a", {}), rule("b", { sizes: ["large"] })],
      ["grading/rule-unreachable b"],
    ],
    [
      "a rule under two that share it",
      [rule("a", { dinersBelow: 10 }), rule("b", { dinersFrom: 10 }), rule("c", { forms: ["grocery"] })],
      ["grading/rule-unreachable c"],
    ],
    ["a rule that reaches past the ones above", [rule("a", { dinersBelow: 10 }), rule("b", {})], []],
    [
      "diners with nothing between",
      [rule("a", { dinersFrom: 10, dinersBelow: 10 }), rule("b", {})],
      ["grading/rule-empty a"],
    ],
    [
      "a flag that the rule above takes as well",
      [
        rule("a", { attention: ["wholesale", "health-food"] }),
        rule("b", { attention: ["wholesale"] }),
        rule("c", {}),
      ],
      ["grading/rule-unreachable b"],
    ],
    [
      "one size of two left over",
      [rule("a", { sizes: ["large"] }), rule("b", { sizes: ["large", "micro"] }), rule("c", {})],
      [],
    ],
  ])("%s", (_, rules, faults) => expect(codes(checkScheme(schemeOf(...rules)).faults)).toEqual(faults));

  it("names forms without a rule and those of which some are left over, with an example", () => {
    const { notices } = checkScheme(
      schemeOf(
        rule("a", { forms: ["grocery"] }),
        rule("b", { forms: ["caterer"], sizes: ["large", "medium", "small"] }),
      ),
    );
    expect(notices).toHaveLength(businessForms.length - 1);
    expect(codes(notices)).toContain("grading/form-uncovered caterer micro 0 0");
    expect(codes(notices)).toContain("grading/form-without-rule seller");
  });

  it("agrees with grading itself on whatever is known in full", () => {
    const condition = fc.record(
      {
        forms: fc.subarray([...businessForms], { minLength: 1, maxLength: 3 }),
        sizes: fc.subarray([...sizes], { minLength: 1 }),
        attention: fc.subarray<AttentionFlag>(attentionFlags.slice(0, 2), { minLength: 1 }),
        dinersFrom: fc.integer({ min: 0, max: 6 }),
        dinersBelow: fc.integer({ min: 1, max: 6 }),
      },
      { requiredKeys: [] },
    );
    const facts = fc.record({
      form: fc.constantFrom(...businessForms),
      size: fc.constantFrom(...sizes),
      diners: fc.integer({ min: 0, max: 8 }),
      attention: fc.subarray<AttentionFlag>(attentionFlags.slice(0, 3)),
    });
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), facts, (conditions, known) => {
        const scheme = schemeOf(
          ...conditions.map((when, index) => rule(`r${index}`, when as GradingCondition)),
        );
        const { faults, notices } = checkScheme(scheme);
        const given = gradeEstablishment({ scheme, facts: known });
        if (given.ok) expect(faults.map(({ params }) => params.rule)).not.toContain(given.value.ruleId);
        else expect(notices.map(({ params }) => params.form)).toContain(known.form);
      }),
      { numRuns: 300 },
    );
  });
});

describe("compareSchemes", () => {
  const [a, b, c] = [rule("a", {}), rule("b", {}), rule("c", {})];
  it.each([
    ["nothing", [a, b, c], [a, b, c], []],
    ["added and removed", [a, b], [a, c], ["c added", "b removed"]],
    ["the last moved up", [a, b, c], [c, a, b], ["c moved"]],
    ["changed", [a, b], [a, { ...b, when: { sizes: ["large" as const] } }], ["b changed"]],
    ["another grade", [a], [{ ...a, grade: pairingGrades[0] }], ["a changed"]],
  ])("%s", (_, before, after, changes) =>
    expect(
      compareSchemes({ before: schemeOf(...before), after: schemeOf(...after) }).map(
        ({ rule: id, what }) => `${id} ${what}`,
      ),
    ).toEqual(changes),
  );
  it("the order within a list of alternatives is no difference", () =>
    expect(
      compareSchemes({
        before: schemeOf(rule("a", { sizes: ["large", "micro"] })),
        after: schemeOf(rule("a", { sizes: ["micro", "large"] })),
      }),
    ).toEqual([]));
});
