import { describe, expect, it } from "vitest";
import { sampleItem, sampleRubric } from "../testing/rubric-samples.js";
import { parseRubric } from "./parse-rubric.js";
import { rubricProblemCodes } from "./rubric.problem.js";

const refusals = (rubric: unknown) => {
  const result = parseRubric(rubric);
  return result.ok
    ? []
    : result.problems.map(({ code, params: { path, ...params } }) => [code, path, params]);
};
const refusalsOf = (item: object) => refusals(sampleRubric([sampleItem("a", item)]));
const at = "sections[0].items[0]";
const veto = { kind: "veto", points: undefined };
const option = (id: string, points: number) => ({ id, title: id, points });

describe("an item that the rules refuse (rules §6)", () => {
  const parts = (...points: number[]) => ({
    type: "parts",
    parts: points.map((each, k) => option(`p${k}`, each)),
  });
  const levels = (...points: number[]) => ({
    type: "levels",
    levels: points.map((each, k) => option(`l${k}`, each)),
  });
  const deduction = (changes: object) => ({
    type: "deduction",
    deductions: [{ id: "d", title: "D", pointsEach: 1, ...changes }],
  });
  const path = (tail: string) => `${at}.${tail}`;
  it.each<[string, object, readonly unknown[]]>([
    ["points of 0", { points: 0 }, ["points-not-positive", "points", { points: 0 }]],
    ["negative points", { points: -1 }, ["points-not-positive", "points", { points: -1 }]],
    ["no points", { points: undefined }, ["points-missing", "points", {}]],
    ["3 decimals", { points: 1.005 }, ["too-many-decimals", "points", { value: 1.005, most: 2 }]],
    ["too large", { points: 1e9 + 1 }, ["number-too-large", "points", { value: 1e9 + 1 }]],
    ["points as text", { points: "5" }, ["shape", "points", { expected: "number" }]],
    ["points not finite", { points: Number.POSITIVE_INFINITY }, ["shape", "points", { expected: "number" }]],
    ["points not a number", { points: Number.NaN }, ["shape", "points", { expected: "number" }]],
    ["an unknown kind", { kind: "must" }, ["shape", "kind", { expected: "key | basic | bonus | veto" }]],
    ["an unknown field", { weight: 2 }, ["unknown-key", "", { key: "weight" }]],
    ["an empty id", { id: "" }, ["shape", "id", { expected: "text" }]],
    ["no title", { title: undefined }, ["shape", "title", { expected: "string" }]],
    [
      "an unknown highlight",
      { highlight: "yes" },
      ["shape", "highlight", { expected: "required | optional" }],
    ],
    [
      "units that are no list",
      { cooperatingUnits: "x" },
      ["shape", "cooperatingUnits", { expected: "array" }],
    ],
    ["evidence that is no text", { evidence: [1] }, ["shape", "evidence[0]", { expected: "string" }]],
    ["no method", { method: undefined }, ["shape", "method", { expected: "object" }]],
    [
      "an unknown method",
      { method: { type: "guess" } },
      [
        "shape",
        "method.type",
        {
          expected:
            "all-or-nothing | deduction | parts | levels | bands | linear | ratio | assessed | veto-event | veto-threshold",
        },
      ],
    ],
    [
      "a field of another method",
      { method: { type: "assessed", target: 1 } },
      ["unknown-key", "method", { key: "target" }],
    ],
    [
      "a veto's method",
      { method: { type: "veto-event" } },
      ["method-for-vetoes", "method.type", { method: "veto-event", kind: "basic" }],
    ],
    [
      "a veto's threshold on a bonus",
      { kind: "bonus", method: { type: "veto-threshold", direction: "higher", bound: 1 } },
      ["method-for-vetoes", "method.type", { method: "veto-threshold", kind: "bonus" }],
    ],
    [
      "a veto with a scoring method",
      { ...veto },
      ["veto-method", "method.type", { method: "all-or-nothing" }],
    ],
    [
      "a veto with points",
      { ...veto, points: 1, method: { type: "veto-event" } },
      ["veto-with-points", "points", { points: 1 }],
    ],
    [
      "a veto as highlight",
      { ...veto, highlight: "required", method: { type: "veto-event" } },
      ["veto-with-highlight", "highlight", {}],
    ],
    [
      "a veto without direction",
      { ...veto, method: { type: "veto-threshold", bound: 1 } },
      ["shape", "method.direction", { expected: "higher | lower" }],
    ],
    ["parts below P", { method: parts(4, 5.99) }, ["parts-sum", "method.parts", { sum: 999, points: 1000 }]],
    ["parts above P", { method: parts(4, 6.01) }, ["parts-sum", "method.parts", { sum: 1001, points: 1000 }]],
    ["no parts", { method: { type: "parts" } }, ["parts-sum", "method.parts", { sum: 0, points: 1000 }]],
    [
      "a negative part",
      { method: parts(11, -1) },
      ["number-negative", "method.parts[1].points", { value: -1 }],
    ],
    [
      "a part of 3 decimals",
      { method: parts(9.996, 0) },
      ["too-many-decimals", "method.parts[0].points", { value: 9.996, most: 2 }],
    ],
    [
      "levels below P",
      { method: levels(9.99, 1) },
      ["levels-highest", "method.levels", { highest: 999, points: 1000 }],
    ],
    [
      "levels above P",
      { method: levels(1, 10.01) },
      ["levels-highest", "method.levels", { highest: 1001, points: 1000 }],
    ],
    [
      "no levels",
      { method: { type: "levels" } },
      ["levels-highest", "method.levels", { highest: 0, points: 1000 }],
    ],
    [
      "a deduction that adds",
      { method: deduction({ pointsEach: -0.1 }) },
      ["number-negative", "method.deductions[0].pointsEach", { value: -0.1 }],
    ],
    [
      "a negative cap",
      { method: deduction({ cap: -1 }) },
      ["number-negative", "method.deductions[0].cap", { value: -1 }],
    ],
    [
      "a deduction of 7 decimals",
      { method: deduction({ pointsEach: 1e-7 }) },
      ["too-many-decimals", "method.deductions[0].pointsEach", { value: 1e-7, most: 6 }],
    ],
    [
      "a cap of nothing known",
      { method: deduction({ cap: null }) },
      ["shape", "method.deductions[0].cap", { expected: "number" }],
    ],
    [
      "zero where full is",
      { method: { type: "linear", zeroAt: 0.1, fullAt: 0.1 } },
      ["zero-is-full", "method.fullAt", { value: 0.1 }],
    ],
    [
      "a target of 0",
      { method: { type: "ratio", target: 0 } },
      ["target-range", "method.target", { value: 0 }],
    ],
    [
      "a target above 1",
      { method: { type: "ratio", target: 1.000001 } },
      ["target-range", "method.target", { value: 1.000001 }],
    ],
    [
      "a bound of 7 decimals",
      { method: { type: "bands", direction: "lower", bands: [{ bound: 1.0000001, points: 1 }] } },
      ["too-many-decimals", "method.bands[0].bound", { value: 1.0000001, most: 6 }],
    ],
    [
      "a bound below −1e9",
      { method: { type: "bands", direction: "lower", bands: [{ bound: -1e9 - 1, points: 1 }] } },
      ["number-too-large", "method.bands[0].bound", { value: -1e9 - 1 }],
    ],
    [
      "an unknown direction",
      { method: { type: "bands", direction: "up" } },
      ["shape", "method.direction", { expected: "higher | lower" }],
    ],
  ])("%s", (_, item, [code, tail, params]) => {
    expect(refusalsOf(item)).toEqual([[`rubric/${code}`, tail === "" ? at : path(String(tail)), params]]);
  });

  it.each(["deduction", "parts", "levels"])("an id twice in %s", (type) => {
    const list = { deduction: "deductions", parts: "parts", levels: "levels" }[type] ?? "";
    const rows = [option("x", 10), option("y", 0), option("x", 0)];
    const entries = type === "deduction" ? rows.map(({ id }) => ({ id, title: id, pointsEach: 1 })) : rows;
    const path = `${at}.method.${list}[2].id`;
    expect(refusalsOf({ method: { type, [list]: entries } })).toEqual([
      ["rubric/detail-id-repeated", path, { id: "x" }],
    ]);
  });
});

describe("an item at the limits of the rules", () => {
  it.each<[string, object]>([
    ["a hundredth of a point", { points: 0.01 }],
    ["a billion points", { points: 1e9 }],
    ["a veto without points", { ...veto, method: { type: "veto-event" } }],
    ["a veto of 0 points", { ...veto, points: 0, method: { type: "veto-event" } }],
    ["a key item as highlight", { kind: "key", highlight: "required" }],
    ["a bonus item as highlight", { kind: "bonus", highlight: "optional" }],
    [
      "parts that sum where binary does not",
      { points: 0.3, method: { type: "parts", parts: [option("a", 0.1), option("b", 0.2)] } },
    ],
    ["a target of a millionth", { method: { type: "ratio", target: 1e-6 } }],
    ["a target of 1", { method: { type: "ratio", target: 1 } }],
    ["one id in parts of two items", { method: { type: "parts", parts: [option("a", 10)] } }],
    [
      "a cap of 0",
      { method: { type: "deduction", deductions: [{ id: "d", title: "D", pointsEach: 0.000001, cap: 0 }] } },
    ],
    ["bounds at the ends", { method: { type: "linear", zeroAt: -1e9, fullAt: 1e9 } }],
  ])("%s", (_, item) => {
    expect(refusals(sampleRubric([sampleItem("a", item), sampleItem("b", item)]))).toEqual([]);
  });
});

describe("the rubric around its items", () => {
  it.each<[string, object, readonly unknown[]]>([
    [
      "minTotal of 3 decimals",
      { minTotal: 0.125 },
      ["too-many-decimals", "passRule.minTotal", { value: 0.125, most: 2 }],
    ],
    ["a negative minTotal", { minTotal: -1 }, ["number-negative", "passRule.minTotal", { value: -1 }]],
    [
      "bonusCap of 3 decimals",
      { bonusCap: 0.125 },
      ["too-many-decimals", "passRule.bonusCap", { value: 0.125, most: 2 }],
    ],
    ["a missing bonusCap", { bonusCap: undefined }, ["shape", "passRule.bonusCap", { expected: "number" }]],
    [
      "a rate above 1",
      { minKeyItemRate: 1.5 },
      ["key-rate-range", "passRule.minKeyItemRate", { value: 1.5 }],
    ],
    [
      "a rate below 0",
      { minKeyItemRate: -0.5 },
      ["key-rate-range", "passRule.minKeyItemRate", { value: -0.5 }],
    ],
    [
      "bonusCounts as text",
      { bonusCounts: "no" },
      ["shape", "passRule.bonusCounts", { expected: "boolean" }],
    ],
    [
      "an unknown rule",
      { notApplicable: "skip" },
      ["shape", "passRule.notApplicable", { expected: "rescale | full | zero" }],
    ],
    ["an unknown field", { maxTotal: 1 }, ["unknown-key", "passRule", { key: "maxTotal" }]],
  ])("pass rule: %s", (_, passRule, [code, path, params]) => {
    expect(refusals(sampleRubric([], passRule))).toEqual([[`rubric/${code}`, path, params]]);
  });

  it.each<[string, object, readonly unknown[]]>([
    [
      "a day that does not exist",
      { effectiveFrom: "2026-02-30" },
      ["shape", "effectiveFrom", { expected: "not a calendar day YYYY-MM-DD" }],
    ],
    ["official as text", { official: "yes" }, ["shape", "official", { expected: "boolean" }]],
    ["an unknown field", { colour: "red" }, ["unknown-key", "$", { key: "colour" }]],
    ["sections that are no list", { sections: {} }, ["shape", "sections", { expected: "array" }]],
    [
      "a section without id",
      { sections: [{ title: "S" }] },
      ["shape", "sections[0].id", { expected: "string" }],
    ],
    [
      "a section's points too large",
      { sections: [{ id: "s", title: "S", points: 1e10 }] },
      ["number-too-large", "sections[0].points", { value: 1e10 }],
    ],
  ])("%s", (_, changes, [code, path, params]) => {
    expect(refusals({ ...sampleRubric([]), ...changes })).toEqual([[`rubric/${code}`, path, params]]);
  });

  it.each([[null], [[]], ["rubric"], [7], [undefined]])("%j is no rubric", (value) => {
    expect(refusals(value)).toEqual([["rubric/shape", "$", { expected: "object" }]]);
  });

  it("an item id twice, also across sections", () => {
    const rubric = sampleRubric([sampleItem("a")]);
    const twice = {
      ...rubric,
      sections: [...rubric.sections, { id: "2", title: "T", items: [sampleItem("a")] }],
    };
    expect(refusals(twice)).toEqual([["rubric/item-id-repeated", "sections[1].items[0].id", { id: "a" }]]);
  });

  it("every reason at once, repeated ids among them", () => {
    const rubric = sampleRubric([sampleItem("a", { points: 0 }), sampleItem("a", { extra: 1 })], {
      minTotal: 0.001,
    });
    expect(refusals(rubric).map(([code]) => code)).toEqual([
      "rubric/too-many-decimals",
      "rubric/points-not-positive",
      "rubric/unknown-key",
      "rubric/item-id-repeated",
    ]);
  });

  it("repeated ids are found in a file whose shape is wrong, each once", () => {
    const rubric = sampleRubric([
      sampleItem("a"),
      7,
      sampleItem("a", { title: 1 }),
      { id: 3 },
      { id: 3 },
    ] as object[]);
    expect(refusals(rubric).filter(([code]) => code === "rubric/item-id-repeated")).toEqual([
      ["rubric/item-id-repeated", "sections[0].items[2].id", { id: "a" }],
    ]);
  });

  it("__proto__ is an unknown field like any other", () => {
    const text = JSON.stringify(sampleRubric([sampleItem("a")])).replace(
      '"kind"',
      '"__proto__":{"points":3},"kind"',
    );
    expect(refusals(JSON.parse(text))).toEqual([["rubric/unknown-key", at, { key: "__proto__" }]]);
  });

  it("absent arrays come back empty, and a section's points are read but not summed", () => {
    const rubric = {
      ...sampleRubric([]),
      sections: [{ id: "s", title: "S", points: 99 }],
      documentNumber: "1",
    };
    const parsed = parseRubric(rubric);
    expect(parsed.ok && parsed.value.sections).toEqual([{ id: "s", title: "S", points: 99, items: [] }]);
    const { sections: _, ...bare } = sampleRubric([]);
    const empty = parseRubric(bare);
    expect(empty.ok && empty.value.sections).toEqual([]);
    const item = parseRubric(sampleRubric([sampleItem("a", { method: { type: "deduction" } })]));
    expect(item.ok && item.value.sections[0]?.items[0]).toMatchObject({
      cooperatingUnits: [],
      evidence: [],
      method: { deductions: [] },
    });
  });
});

it("codes are closed and distinct", () => {
  expect(new Set(rubricProblemCodes).size).toBe(rubricProblemCodes.length);
});
