import { describe, expect, it } from "vitest";
import {
  type AttentionFlag,
  attentionFlags,
  type BusinessForm,
  businessForms,
  type Size,
  sizes,
} from "../registry/establishment.schema.js";
import { demonstrationScheme } from "./demonstration-scheme.data.js";
import type { PairingGrade } from "./grade.schema.js";
import { gradeEstablishment } from "./grade-establishment.js";
import { GradingScheme } from "./grading-scheme.schema.js";

const grade = (
  form: BusinessForm | null,
  size: Size | null = null,
  diners: number | null = null,
  attention: AttentionFlag[] = [],
) => gradeEstablishment({ scheme: demonstrationScheme, facts: { form, size, diners, attention } });

describe("the demonstration scheme", () => {
  it("is a valid scheme, marked as a demonstration", () => {
    expect(GradingScheme.parse(demonstrationScheme)).toEqual(demonstrationScheme);
    expect(demonstrationScheme.demonstration).toBe(true);
  });

  it.each([
    ["school-canteen", 3000, "A", "S-01"],
    ["school-canteen", 2999, "B", "S-02"],
    ["school-canteen", 1000, "B", "S-02"],
    ["school-canteen", 999, "C", "S-03"],
    ["school-canteen", 300, "C", "S-03"],
    ["school-canteen", 299, "D", "S-04"],
    ["school-canteen", 0, "D", "S-04"],
    ["kindergarten-canteen", 500, "A", "K-01"],
    ["kindergarten-canteen", 499, "B", "K-02"],
    ["kindergarten-canteen", 300, "B", "K-02"],
    ["kindergarten-canteen", 299, "C", "K-03"],
    ["kindergarten-canteen", 100, "C", "K-03"],
    ["kindergarten-canteen", 99, "D", "K-04"],
    ["eldercare-canteen", 1000, "A", "E-01"],
    ["eldercare-canteen", 299, "C", "E-03"],
    ["institution-canteen", 2999, "B", "I-02"],
    ["collective-meal-provider", 1000, "A", "M-01"],
    ["collective-meal-provider", 999, "B", "M-02"],
  ] as const)("%s with %i diners is %s by %s", (form, diners, letter, ruleId) => {
    expect(grade(form, null, diners)).toEqual({ ok: true, value: { grade: letter, ruleId } });
  });

  it.each([
    ["producer", "large", [], "A", "P-01"],
    ["producer", "large", ["dairy-or-meat"], "A", "P-01"],
    ["producer", "medium", [], "B", "P-03"],
    ["producer", "small", ["dairy-or-meat"], "B", "P-02"],
    ["producer", "small", [], "C", "P-04"],
    ["producer", "micro", ["local-speciality"], "C", "P-05"],
    ["producer", "micro", [], "D", "P-06"],
    ["special-food-producer", null, ["infant-food"], "A", "T-01"],
    ["special-food-producer", null, ["health-food"], "B", "T-02"],
    ["seller", "large", [], "A", "X-01"],
    ["seller", "micro", ["wholesale"], "B", "X-02"],
    ["seller", "medium", [], "B", "X-03"],
    ["seller", "small", [], "C", "X-04"],
    ["seller", "micro", [], "D", "X-05"],
    ["produce-market", null, ["wholesale"], "B", "N-01"],
    ["produce-market", null, [], "C", "N-02"],
    ["caterer", "large", [], "A", "C-01"],
    ["caterer", "medium", [], "B", "C-02"],
    ["caterer", "small", [], "C", "C-03"],
    ["caterer", "micro", ["tourist-site"], "C", "C-04"],
    ["caterer", "micro", [], "D", "C-05"],
    ["central-kitchen", null, [], "A", "Z-01"],
    ["chain-headquarters", null, [], "A", "H-01"],
    ["small-workshop", null, ["local-speciality"], "C", "W-01"],
    ["small-workshop", null, [], "D", "W-02"],
    ["small-catering", null, [], "D", "Y-01"],
    ["grocery", null, [], "D", "Y-01"],
    ["food-vendor", null, [], "D", "Y-01"],
  ] as const)("%s, %s, %j is %s by %s", (form, size, attention, letter, ruleId) => {
    expect(grade(form, size, null, [...attention])).toEqual({ ok: true, value: { grade: letter, ruleId } });
  });

  it("gives every form a grade once its facts are known, and nothing but a named refusal before", () => {
    for (const form of businessForms) {
      for (const size of sizes) {
        for (const flag of attentionFlags) {
          for (const diners of [0, 99, 100, 299, 300, 499, 500, 999, 1000, 2999, 3000, 1_000_000]) {
            expect(grade(form, size, diners, [flag]).ok, `${form} ${size} ${diners} ${flag}`).toBe(true);
          }
        }
      }
    }
  });

  it.each([
    [null, null, null, ["form", "size"]],
    [null, "micro", null, ["form"]],
    [null, null, 120, ["form", "size"]],
    ["caterer", null, null, ["size"]],
    ["seller", null, 500, ["size"]],
    ["school-canteen", "large", null, ["diners"]],
    ["collective-meal-provider", null, null, ["diners"]],
  ] as const)("form %s, size %s, diners %s: refused, naming %j", (form, size, diners, missing) => {
    expect(grade(form, size, diners)).toEqual({
      ok: false,
      problems: missing.map((fact) => ({ code: `grading/${fact}-missing`, params: {} })),
    });
  });

  it("treats an absent field as not known", () => {
    expect(gradeEstablishment({ scheme: demonstrationScheme, facts: { form: "caterer" } })).toMatchObject({
      problems: [{ code: "grading/size-missing" }],
    });
  });
});

describe("any scheme", () => {
  const scheme: GradingScheme = {
    id: "own",
    title: { "zh-CN": "自定", en: "own" },
    demonstration: false,
    source: "",
    rules: [
      {
        id: "1",
        when: { forms: ["caterer"], sizes: ["large"], dinersFrom: 100 },
        grade: "B" as PairingGrade,
        title: { "zh-CN": "一", en: "1" },
      },
      {
        id: "2",
        when: { forms: ["caterer"], attention: ["tourist-site"] },
        grade: "A" as PairingGrade,
        title: { "zh-CN": "二", en: "2" },
      },
      { id: "3", when: { sizes: ["micro"] }, grade: "D" as PairingGrade, title: { "zh-CN": "三", en: "3" } },
    ],
  };

  it("lets the first match win, and an undecided rule before it block", () => {
    const ask = (facts: Parameters<typeof gradeEstablishment>[0]["facts"]) =>
      gradeEstablishment({ scheme, facts });
    expect(ask({ form: "caterer", size: "large", diners: 100, attention: ["tourist-site"] })).toMatchObject({
      value: { ruleId: "1" },
    });
    expect(ask({ form: "caterer", size: "large", diners: 99, attention: ["tourist-site"] })).toMatchObject({
      value: { ruleId: "2" },
    });
    expect(ask({ form: "caterer", size: null, diners: null, attention: ["tourist-site"] })).toEqual({
      ok: false,
      problems: [
        { code: "grading/size-missing", params: {} },
        { code: "grading/diners-missing", params: {} },
      ],
    });
    // A condition that does not hold decides a rule whatever else is missing.
    expect(ask({ form: "caterer", size: null, diners: 5, attention: ["tourist-site"] })).toMatchObject({
      value: { ruleId: "2" },
    });
    expect(ask({ form: "seller", size: "micro", diners: null, attention: [] })).toMatchObject({
      value: { ruleId: "3" },
    });
  });

  it("refuses when no rule fits, never a silent D", () => {
    expect(
      gradeEstablishment({ scheme, facts: { form: "seller", size: "large", diners: null, attention: [] } }),
    ).toEqual({
      ok: false,
      problems: [{ code: "grading/no-rule", params: { scheme: "own" } }],
    });
  });

  it("refuses a scheme with one id twice", () => {
    const rule = scheme.rules[0];
    expect(GradingScheme.safeParse({ ...scheme, rules: [rule, rule] }).success).toBe(false);
  });
});
