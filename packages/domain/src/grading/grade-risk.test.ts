/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { businessForms } from "../registry/establishment.schema.js";
import { gradeRisk } from "./grade-risk.js";
import { scoreStaticRisk } from "./score-static-risk.js";
import { healthFoodProduction2016, salesNational2016 } from "./static-risk-tables.data.js";

const give = (dynamicScore: number, staticScore: number, raising = false, lowering = false) =>
  gradeRisk({
    form: "caterer",
    dynamicScore,
    staticScore,
    raising: raising ? ["accident"] : [],
    lowering: lowering ? ["city-quality-award"] : [],
  });

describe("gradeRisk", () => {
  it.each([
    [0, 0, "A"],
    [10, 20, "A"],
    [10.1, 20, "B"],
    [10.000001, 20, "B"],
    [25, 20, "B"],
    [25.1, 20, "C"],
    [40, 20, "C"],
    [40.1, 20, "D"],
    [60, 40, "D"],
    // 0.1 + 29.9 and 15.3 + 29.7 meet the boundary only in exact arithmetic.
    [0.1, 29.9, "A"],
    [15.3, 29.7, "B"],
    [44.8, 15.2, "C"],
  ])("dynamic %d and static %d is %s", (dynamicScore, staticScore, grade) => {
    expect(give(dynamicScore, staticScore)).toMatchObject({
      ok: true,
      value: { grade, gradeByScore: grade, adjustment: "none" },
    });
  });

  it.each([
    [10, false, false, "A", "none"],
    [10, true, false, "B", "raised"],
    [35, true, false, "C", "raised"],
    [50, true, false, "D", "raised"],
    [60, true, false, "D", "raised"],
    [10, false, true, "A", "lowered"],
    [35, false, true, "A", "lowered"],
    [50, false, true, "B", "lowered"],
    [60, false, true, "C", "lowered"],
    [35, true, true, "C", "raised"],
    [60, true, true, "D", "raised"],
  ] as const)(
    "dynamic %d + 5, raised %s, lowered %s is %s",
    (dynamicScore, raising, lowering, grade, adjustment) => {
      expect(give(dynamicScore, 5, raising, lowering)).toMatchObject({
        ok: true,
        value: { grade, adjustment },
      });
    },
  );

  it("says the sum exactly", () => {
    expect(give(0.1, 0.2)).toMatchObject({
      ok: true,
      value: { total: 0.3, staticScore: 0.2, dynamicScore: 0.1 },
    });
  });

  it.each([
    [-0.1, 0, "grading/dynamic-score-out-of-range"],
    [60.1, 0, "grading/dynamic-score-out-of-range"],
    [Number.NaN, 0, "grading/dynamic-score-out-of-range"],
    [0, -1, "grading/static-score-out-of-range"],
    [0, 40.1, "grading/static-score-out-of-range"],
    [0, 1.0000001, "grading/score-not-decimal"],
    [1 / 3, 0, "grading/score-not-decimal"],
  ])("dynamic %d, static %d is refused by %s", (dynamicScore, staticScore, code) => {
    expect(give(dynamicScore, staticScore)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it("names every fault at once", () => {
    const refused = give(70, 50);
    expect(refused.ok ? [] : refused.problems.map((found) => found.code)).toEqual([
      "grading/dynamic-score-out-of-range",
      "grading/static-score-out-of-range",
    ]);
  });

  it("refuses any form without a table, naming it, unless the static score is given", () => {
    for (const form of businessForms) {
      const bare = gradeRisk({ form, dynamicScore: 20, raising: [], lowering: [] });
      const code =
        form === "seller" || form === "special-food-producer"
          ? "grading/static-factors-missing"
          : "grading/static-table-missing";
      expect(bare, form).toMatchObject({ ok: false, problems: [{ code }] });
      const factors = gradeRisk({ form, dynamicScore: 20, staticFactors: {}, raising: [], lowering: [] });
      if (code === "grading/static-table-missing") {
        expect(factors, form).toEqual({ ok: false, problems: [{ code, params: { form } }] });
      }
      expect(gradeRisk({ form, dynamicScore: 20, staticScore: 5, raising: [], lowering: [] }).ok, form).toBe(
        true,
      );
    }
  });

  it("refuses a score beside factors", () => {
    expect(
      gradeRisk({
        form: "seller",
        dynamicScore: 1,
        staticScore: 1,
        staticFactors: {},
        raising: [],
        lowering: [],
      }),
    ).toMatchObject({ ok: false, problems: [{ code: "grading/static-score-twice" }] });
  });

  it("computes a seller's static score", () => {
    expect(
      gradeRisk({
        form: "seller",
        dynamicScore: 20,
        staticFactors: { area_m2: 150, prepack_ambient: 2001, bulk_chilled: 50, suppliers: 12 },
        raising: [],
        lowering: [],
      }),
    ).toMatchObject({
      ok: true,
      value: { grade: "B", total: 30.7, staticScore: 10.7, table: "sales_national_2016" },
    });
  });
});

describe("the static tables", () => {
  it.each([
    [
      "area_m2",
      [
        [0, 0],
        [1, 10],
        [200, 10],
        [201, 20],
        [1000, 20],
        [1001, 25],
        [2000, 25],
        [2001, 30],
        [3000, 30],
        [3001, 40],
      ],
    ],
    [
      "prepack_ambient",
      [
        [500, 5],
        [501, 10],
        [2000, 10],
        [2001, 12],
        [5000, 12],
        [5001, 15],
        [10_000, 15],
        [10_001, 20],
      ],
    ],
    [
      "prepack_chilled",
      [
        [100, 10],
        [101, 30],
        [300, 30],
        [301, 40],
        [600, 40],
        [601, 50],
        [1000, 50],
        [1001, 70],
      ],
    ],
    [
      "prepack_frozen",
      [
        [100, 10],
        [101, 15],
        [300, 15],
        [301, 20],
        [600, 20],
        [601, 25],
        [1000, 25],
        [1001, 30],
      ],
    ],
    [
      "bulk_ambient",
      [
        [100, 10],
        [101, 15],
        [300, 15],
        [301, 20],
        [600, 20],
        [601, 30],
        [1000, 30],
        [1001, 50],
      ],
    ],
    [
      "bulk_chilled",
      [
        [0, 0],
        [1, 60],
        [30, 60],
        [31, 65],
        [50, 65],
        [51, 70],
        [100, 70],
        [101, 80],
        [150, 80],
        [151, 90],
      ],
    ],
    [
      "bulk_frozen",
      [
        [50, 10],
        [51, 20],
        [100, 20],
        [101, 25],
        [200, 25],
        [201, 30],
        [300, 30],
        [301, 40],
      ],
    ],
    [
      "suppliers",
      [
        [50, 20],
        [51, 30],
        [100, 30],
        [101, 40],
        [200, 40],
        [201, 50],
        [300, 50],
        [301, 60],
      ],
    ],
  ] as const)("sales, %s", (factor, rows) => {
    for (const [value, tenths] of rows) {
      expect(
        scoreStaticRisk({ table: salesNational2016, factors: { [factor]: value } }),
        `${factor} ${value}`,
      ).toMatchObject({ ok: true, value: { tenths } });
    }
  });

  const ordinary = {
    raw_material: "ordinary-food",
    formula: "single",
    function: "other",
    unsuitable_group: "none",
    storage: "ambient",
  };
  it.each([
    [{}, 240],
    [{ raw_material: "extract" }, 330],
    [{ raw_material: "permitted-material" }, 310],
    [{ raw_material: "vitamin-mineral" }, 300],
    [{ raw_material: "new-resource-food" }, 280],
    [{ raw_material: "food-and-medicine" }, 260],
    [{ raw_material: ["ordinary-food", "extract", "food-and-medicine"] }, 330],
    [{ formula: "compound" }, 260],
    [{ function: "prone-to-illegal-drugs" }, 270],
    [{ unsuitable_group: "children-and-mothers" }, 180],
    [{ unsuitable_group: "children" }, 200],
    [{ unsuitable_group: "mothers" }, 220],
    [{ storage: "chilled-or-frozen" }, 260],
  ])("health food, %j is %i tenths", (change, tenths) => {
    expect(
      scoreStaticRisk({ table: healthFoodProduction2016, factors: { ...ordinary, ...change } }),
    ).toMatchObject({ ok: true, value: { tenths } });
  });

  it("refuses what the tables do not know, every fault named", () => {
    expect(
      scoreStaticRisk({
        table: salesNational2016,
        factors: { area_m2: 1.5, suppliers: -1, bulk_frozen: "3", diners: 4 },
      }),
    ).toMatchObject({
      problems: [
        { code: "grading/static-factor-unknown", params: { factor: "diners" } },
        { code: "grading/static-factor-invalid", params: { factor: "area_m2", value: "1.5" } },
        { code: "grading/static-factor-invalid", params: { factor: "bulk_frozen" } },
        { code: "grading/static-factor-invalid", params: { factor: "suppliers" } },
      ],
    });
    expect(
      scoreStaticRisk({
        table: healthFoodProduction2016,
        factors: { raw_material: [], formula: "x", function: 3 },
      }),
    ).toMatchObject({
      problems: [
        { code: "grading/static-factor-invalid", params: { factor: "raw_material" } },
        { code: "grading/static-factor-invalid", params: { factor: "formula" } },
        { code: "grading/static-factor-invalid", params: { factor: "function" } },
        { code: "grading/static-factor-missing", params: { factor: "unsuitable_group" } },
        { code: "grading/static-factor-missing", params: { factor: "storage" } },
      ],
    });
    expect(
      scoreStaticRisk({
        table: healthFoodProduction2016,
        factors: { ...ordinary, raw_material: ["extract", "gold"] },
      }).ok,
    ).toBe(false);
  });

  it.each([salesNational2016, healthFoodProduction2016])("$id adds to 40 points at most", (table) => {
    const most = table.factors.map((factor) =>
      Math.max(...(factor.kind === "count" ? factor.bands : factor.choices).map((band) => band.points)),
    );
    expect(most.reduce((sum, points) => sum + points, 0)).toBe(400);
  });

  it("are those of the facts", (context) => {
    const path = new URL("../../../../../shared/reference/rubrics/risk-static-factors.json", import.meta.url);
    if (!existsSync(path)) {
      console.warn(
        "SKIPPED: ../shared/reference/rubrics/risk-static-factors.json is absent, the tables were not compared",
      );
      context.skip();
    }
    type Facts = {
      tables: Record<
        string,
        { factors?: { id: string; max: number; bands: { range: string; points: number }[] }[] }
      >;
    };
    const facts = JSON.parse(readFileSync(path, "utf8")) as Facts;
    for (const table of [salesNational2016, healthFoodProduction2016]) {
      const source = facts.tables[table.id]?.factors ?? [];
      expect(table.factors.map((factor) => factor.id)).toEqual(source.map((factor) => factor.id));
      table.factors.forEach((factor, index) => {
        const bands = source[index]?.bands ?? [];
        const own = factor.kind === "count" ? factor.bands : factor.choices;
        expect(
          own.map((band) => band.points / 10),
          factor.id,
        ).toEqual(bands.map((band) => band.points));
        if (factor.kind === "count") {
          const ends = bands.map((band) =>
            /^>/.test(band.range) ? null : Number(/\d+$/.exec(band.range)?.[0]),
          );
          expect(
            factor.bands.map((band) => band.upTo),
            factor.id,
          ).toEqual(ends);
        }
      });
    }
  });
});
