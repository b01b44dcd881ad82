import * as fc from "fast-check";
import { expect, it } from "vitest";
import { attentionFlags, businessForms, sizes } from "../registry/establishment.schema.js";
import { demonstrationScheme } from "./demonstration-scheme.data.js";
import { gradeEstablishment } from "./grade-establishment.js";
import { gradeRisk } from "./grade-risk.js";
import { compileRiskTable, gradeRiskColumns } from "./grade-risk-columns.js";
import { gradeSellerRisks } from "./grade-seller-risks.js";
import { healthFoodProduction2016, salesNational2016 } from "./static-risk-tables.data.js";

const seed = 20261124;
const facts = fc.record({
  form: fc.constantFrom(...businessForms),
  size: fc.constantFrom(...sizes),
  diners: fc.integer({ min: 0, max: 5000 }),
  attention: fc.uniqueArray(fc.constantFrom(...attentionFlags)),
});

it("never grades otherwise because a fact is missing: it gives the same grade or none", () => {
  void fc.assert(
    fc.property(facts, fc.boolean(), fc.boolean(), fc.boolean(), (known, form, size, diners) => {
      const full = gradeEstablishment({ scheme: demonstrationScheme, facts: known });
      const part = gradeEstablishment({
        scheme: demonstrationScheme,
        facts: {
          ...known,
          form: form ? known.form : null,
          size: size ? known.size : null,
          diners: diners ? known.diners : null,
        },
      });
      expect(full.ok).toBe(true);
      if (part.ok) expect(part).toEqual(full);
      else expect(part.problems.length).toBeGreaterThan(0);
    }),
    { seed, numRuns: 1000 },
  );
});

it("moves by raising and lowering as the rule says, and never by more than one grade", () => {
  const letters = ["A", "B", "C", "D"];
  void fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 400 }),
      fc.boolean(),
      fc.boolean(),
      (dynamic, fixed, up, down) => {
        const given = gradeRisk({
          form: "caterer",
          dynamicScore: dynamic / 10,
          staticScore: fixed / 10,
          raising: up ? ["accident"] : [],
          lowering: down ? ["other-lowering"] : [],
        });
        if (!given.ok) throw new Error("refused");
        const sum = dynamic + fixed;
        const base = [300, 450, 600].filter((bound) => sum > bound).length;
        const expected = up ? Math.min(3, base + 1) : down ? Math.max(0, base - 1) : base;
        expect(letters.indexOf(given.value.grade)).toBe(expected);
        expect(given.value.total).toBe(sum / 10);
      },
    ),
    { seed, numRuns: 1000 },
  );
});

it("columns give what rows give", () => {
  const table = compileRiskTable(salesNational2016);
  const ids = salesNational2016.factors.map((factor) => factor.id);
  const row = fc.record({
    dynamic: fc.integer({ min: 0, max: 600 }),
    values: fc.tuple(
      ...ids.map(() => fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 12_000 }))),
    ),
    up: fc.boolean(),
    down: fc.boolean(),
  });
  void fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const grades = gradeRiskColumns({
        table,
        columns: {
          dynamicTenths: Uint16Array.from(rows, (one) => one.dynamic),
          factors: ids.map((_, f) => Uint16Array.from(rows, (one) => one.values[f] ?? 0)),
          raising: Uint8Array.from(rows, (one) => Number(one.up)),
          lowering: Uint8Array.from(rows, (one) => Number(one.down)),
        },
      });
      const value = (one: (typeof rows)[number], id: string) => one.values[ids.indexOf(id)] ?? 0;
      const sellers = gradeSellerRisks({
        rows: rows.map((one) => ({
          dynamicTenths: one.dynamic,
          area_m2: value(one, "area_m2"),
          prepack_ambient: value(one, "prepack_ambient"),
          prepack_chilled: value(one, "prepack_chilled"),
          prepack_frozen: value(one, "prepack_frozen"),
          bulk_ambient: value(one, "bulk_ambient"),
          bulk_chilled: value(one, "bulk_chilled"),
          bulk_frozen: value(one, "bulk_frozen"),
          suppliers: value(one, "suppliers"),
          raising: one.up,
          lowering: one.down,
        })),
      });
      rows.forEach((one, index) => {
        const given = gradeRisk({
          form: "seller",
          dynamicScore: one.dynamic / 10,
          staticFactors: Object.fromEntries(ids.map((id, f) => [id, one.values[f] ?? 0])),
          raising: one.up ? ["accident"] : [],
          lowering: one.down ? ["other-lowering"] : [],
        });
        if (!given.ok) throw new Error("refused");
        expect("ABCD".indexOf(given.value.grade)).toBe(grades[index]);
        expect(sellers[index]).toEqual({
          grade: given.value.grade,
          totalTenths: Math.round(given.value.total * 10),
        });
      });
    }),
    { seed, numRuns: 200 },
  );
});

it("columns of any number of factors add up, and unfit input throws", () => {
  const band = (points: number) => ({
    kind: "count" as const,
    id: "f",
    title: "f",
    bands: [{ upTo: null, points }],
  });
  for (const factors of [0, 1, 3, 8, 9, 17]) {
    const table = compileRiskTable({
      ...salesNational2016,
      factors: Array.from({ length: factors }, () => band(20)),
    });
    const rows = 10_000;
    const columns = {
      dynamicTenths: new Uint16Array(rows).fill(150),
      factors: Array.from({ length: factors }, () => new Uint16Array(rows).fill(7)),
      raising: new Uint8Array(rows),
      lowering: new Uint8Array(rows),
    };
    const total = 150 + 20 * factors;
    const expected = total <= 300 ? 0 : total <= 450 ? 1 : 2;
    expect(gradeRiskColumns({ table, columns }).every((grade) => grade === expected)).toBe(true);
    expect(() => gradeRiskColumns({ table, columns: { ...columns, raising: new Uint8Array(1) } })).toThrow(
      RangeError,
    );
  }
  expect(() => compileRiskTable(healthFoodProduction2016)).toThrow(RangeError);
  const row = {
    dynamicTenths: 1,
    area_m2: 1,
    prepack_ambient: 0,
    prepack_chilled: 0,
    prepack_frozen: 0,
    bulk_ambient: 0,
    bulk_chilled: 0,
    bulk_frozen: 0,
    suppliers: 0,
    raising: false,
    lowering: false,
  };
  expect(gradeSellerRisks({ rows: [row] })).toEqual([{ grade: "A", totalTenths: 11 }]);
  for (const bad of [{ area_m2: 1.5 }, { suppliers: -1 }, { bulk_frozen: 70_000 }, { dynamicTenths: 1001 }]) {
    expect(() => gradeSellerRisks({ rows: [{ ...row, ...bad }] })).toThrow(/row 0/);
  }
});
