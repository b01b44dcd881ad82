import * as fc from "fast-check";
import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createMeantFinder } from "./find-meant.js";
import { countFactOutcomes, planFactSheet, readFactRows } from "./plan-fact-sheet.js";
import { isSameRisk, readRiskFact, settleRiskFact } from "./risk-fact.js";

const today = toPlainDate("2026-11-24");
const columns = ["name", "grade", "from"] as const;
const register = ["面馆", "茶楼", "粮油店", "粮油店"].map((name, at) => ({
  id: `e${at}`,
  name,
  creditCode: null,
  licenceNumber: null,
  furtherLicences: [],
  address: null,
}));
// Few names, grades and days, so that rows meet, repeat and contradict each other.
const cells = fc.tuple(
  fc.constantFrom("面馆", "面 馆", "茶楼", "粮油店", "没有的店", ""),
  fc.constantFrom("A", "B级", "b", "E", ""),
  fc.constantFrom("2026-03-01", "2026/3/1", "2026-05-01", "2027-01-01", "昨天", ""),
);
const record = fc.record({
  value: fc.constantFrom("A", "B"),
  from: fc.constantFrom("2026-03-01", "2026-05-01").map((day) => toPlainDate(day)),
});
type Records = readonly { readonly value: string; readonly from: ReturnType<typeof toPlainDate> }[];

const plan = (sheet: readonly (readonly string[])[], records: ReadonlyMap<string, Records>) =>
  planFactSheet({
    rows: readFactRows({
      headers: columns,
      columns,
      rows: sheet.map((row, at) => ({ row: at + 2, cells: [...row], kinds: null })),
      read: (row) => readRiskFact({ cells: row, today }),
      findMeant: createMeantFinder(register),
    }),
    settle: ({ id }, read) => settleRiskFact({ records: (records.get(id) ?? []) as never, read, today }),
    isSame: isSameRisk,
  });

const standing = fc.tuple(fc.array(record, { maxLength: 1 }), fc.array(record, { maxLength: 1 })).map(
  ([first, second]) =>
    new Map<string, Records>([
      ["e0", first],
      ["e1", second],
    ]),
);

it("accounts for every row exactly once, and refuses none without a reason", () => {
  void fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), standing, (sheet, records) => {
      const rows = plan(sheet, records);
      expect(rows.map(({ row }) => row)).toEqual(sheet.map((_row, at) => at + 2));
      const counts = countFactOutcomes(rows);
      expect(counts.new + counts.replaces + counts.same + counts.refused).toBe(sheet.length);
      for (const { outcome, problems, fact, standing: before } of rows) {
        expect(outcome === "refused").toBe(problems.length > 0);
        if (outcome === "new") expect([fact === null, before]).toEqual([false, null]);
        if (outcome === "replaces") expect(fact?.grade).not.toBe(before?.grade);
        if (outcome === "same") expect(fact?.grade).toBe(before?.grade);
      }
    }),
  );
});

it("enters at most one fact about the same, whatever the sheet says", () => {
  void fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), standing, (sheet, records) => {
      const entered = plan(sheet, records)
        .filter(({ outcome }) => outcome !== "refused")
        .map(({ establishment, subject }) => `${establishment?.id} ${subject}`);
      expect(new Set(entered).size).toBe(entered.length);
    }),
  );
});

it("has nothing new to say about a sheet that was entered", () => {
  void fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), (sheet) => {
      const records = new Map<string, Records[number][]>();
      const first = plan(sheet, records);
      for (const { outcome, establishment, fact } of first)
        if (outcome === "new" && establishment !== null && fact !== null)
          records.set(establishment.id, [
            ...(records.get(establishment.id) ?? []),
            { value: fact.grade, from: fact.from },
          ]);
      const counts = countFactOutcomes(plan(sheet, records));
      expect([counts.new, counts.replaces]).toEqual([0, 0]);
    }),
  );
});
