// The demonstration city through the real client: every number on the leader's page opens exactly the rows it counts.
import { levels } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureDemonstration } from "./features/demonstration/load-demonstration.service.js";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ today: "2026-12-18" });
  await ensureDemonstration(app.deps);
});
afterAll(() => app.close());

const countRows = async (filter: Parameters<TestApp["client"]["registry"]["list"]["query"]>[0]["filter"]) =>
  (await app.client.registry.list.query({ ...(filter === undefined ? {} : { filter }), limit: 1 })).total;

describe("a number is a door", () => {
  it("loads once, whatever the number of starts", async () => {
    const before = (await app.client.office.status.query({})).counts;
    await ensureDemonstration(app.deps);
    expect((await app.client.office.status.query({})).counts).toEqual(before);
    expect(before.establishments).toBe(3000);
  });

  it("opens from the overview", async () => {
    const overview = await app.client.overview.get.query({});
    const status = await app.client.office.status.query({});
    const { total, gaps } = overview;
    expect(await countRows({ states: ["active"] })).toBe(overview.registered);
    expect(await countRows({ answered: false })).toBe(gaps.nobody);
    expect(status.counts).toMatchObject({ nobody: gaps.nobody, overdue: total.overdue });
    const overdue = await app.client.visit.duties.query({ states: ["overdue"], limit: 1 });
    expect(overdue.total).toBe(total.overdue);
    const open = await app.client.visit.duties.query({ states: ["at-risk", "on-track"], limit: 1 });
    expect(open.total).toBe(total.notDone);
    for (const { grade, cell } of overview.grades) {
      if (grade !== "A" && grade !== "B" && grade !== "C" && grade !== "D") continue;
      expect(await countRows({ grades: [grade], states: ["active"] })).toBe(cell.registered);
      expect(await countRows({ grades: [grade], duties: ["done"] })).toBe(cell.done);
      const late = await app.client.visit.duties.query({ states: ["overdue"], grades: [grade], limit: 1 });
      expect(late.total).toBe(cell.overdue);
    }
    const sums = overview.territories.reduce((sum, { cell }) => sum + cell.due, 0);
    expect(sums).toBe(total.due);
    for (const { code, cell, nobody } of overview.territories) {
      expect(await countRows({ territory: code, answered: false })).toBe(nobody);
      const late = await app.client.visit.duties.query({ states: ["overdue"], territory: code, limit: 1 });
      expect(late.total).toBe(cell.overdue);
    }
  });

  it("opens from the tree, the gaps and the officials", async () => {
    const tree = await app.client.chain.tree.query({});
    const gaps = await app.client.chain.gaps.query({ limit: 500 });
    expect(gaps.rows).toHaveLength(gaps.total);
    expect(tree.self.gaps).toEqual(gaps.counts);
    expect(tree.rows.reduce((sum, row) => sum + row.gaps.nobody, 0)).toBe(gaps.counts.nobody);
    // Every kind that has its records in the demonstration shows there.
    for (const kind of ["nobody", "wrong-level", "outside-jurisdiction", "overload", "no-work"] as const)
      expect(gaps.counts[kind], kind).toBeGreaterThan(0);
    const officials = await app.client.official.list.query({ limit: 500 });
    expect(officials.rows.reduce((sum, { load }) => sum + load, 0) + gaps.counts.nobody).toBe(
      (await app.client.overview.get.query({})).registered,
    );
    const [first] = officials.rows.filter(({ load }) => load > 0);
    const detail = await app.client.official.get.query({ id: first?.id ?? "" });
    expect(detail.establishments).toHaveLength(first?.load ?? -1);
    expect(new Set(officials.rows.map(({ level }) => level))).toEqual(new Set(levels));
  });

  it("stands just under the line, its verdict open, every lost point with a reason", async () => {
    const { sheet, sections } = await app.client.evaluation.get.query({});
    expect(sheet.verdict).toBe("undetermined");
    expect(sheet.lower).toBeLessThan(9000);
    expect(sheet.upper).toBeGreaterThan(9000);
    for (const item of sheet.items) if (item.lost > 0) expect(item.reasons.length).toBeGreaterThan(0);
    const lost = sections.reduce((sum, section) => sum + section.lost, 0);
    expect(sheet.items.reduce((sum, item) => sum + item.lost, 0)).toBe(lost);
  });

  it("answers about other days and other periods", async () => {
    const before = await app.client.coverage.measure.query({ period: "2026Q3" });
    const overdue = await app.client.visit.duties.query({ states: ["overdue"], period: "2026Q3", limit: 1 });
    expect(before.total.total.overdue).toBe(overdue.total);
    const earlier = await app.client.coverage.measure.query({ asOf: "2026-11-01" });
    const today = await app.client.coverage.measure.query({});
    expect(earlier.line).toEqual({ passed: 32, days: 92 });
    expect(earlier.total.total.done).toBeLessThan(today.total.total.done);
  });
});
