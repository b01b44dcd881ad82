// The first morning of an office, through the real client: territories, register and officials come in, everything is
// graded and assigned, a visit moves the coverage, a measurement moves the score.

import { toPlainDate } from "@shian/domain";
import {
  demonstrationRubric,
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "@shian/domain/fixture-city";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "./client/index.js";
import { writeXlsx } from "./documents/write-spreadsheet.js";
import { allocate } from "./testing/allocate.js";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";
import { importFile, previewFile, toCounts } from "./testing/run-import.js";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ today: "2026-11-24" });
});
afterAll(() => app.close());

const toFile = async (
  rows: { headers: readonly string[]; rows: readonly (readonly string[])[] },
  name: string,
) => ({
  name,
  bytes: await writeXlsx({ sheetName: name, headers: rows.headers, rows: rows.rows }),
});

describe("first morning", () => {
  it("begins empty, with the whole country as its territory", async () => {
    const status = await app.client.office.status.query({});
    expect(status.territory).toEqual({ code: "CN", name: "全国", chosen: false });
    const overview = await app.client.overview.get.query({});
    expect(overview.registered).toBe(0);
    expect(overview.score).toBeNull();
  });

  it("takes in territories, then chooses its own", async () => {
    const file = await toFile(generateTerritoryRows(), "territories.xlsx");
    const run = await importFile(app, { kind: "territories", ...file });
    const counts = toCounts(run);
    expect(counts).toEqual({ ...counts, created: counts.rows, held: 0, refused: 0 });
    await app.client.office.chooseTerritory.mutate({ txId: app.newTxId(), territory: "990106" });
    expect((await app.client.office.status.query({})).territory.code).toBe("990106");
  });

  it("takes in 200 establishments of the template: all graded, none answered yet", async () => {
    const rows = generateRegisterRows({
      seed: "morning",
      count: 200,
      quarterStart: toPlainDate("2026-10-01"),
    });
    const run = await importFile(app, { kind: "registry", ...(await toFile(rows, "register.xlsx")) });
    expect(toCounts(run)).toEqual({ rows: 200, created: 200, updated: 0, unchanged: 0, held: 0, refused: 0 });
    expect(run.graded).toEqual({ graded: 200, ungraded: 0, assigned: 0, unassigned: 200 });
    const summary = await app.client.registry.summary.query({});
    expect(summary).toMatchObject({ active: 200, nobody: 200, placeUnknown: 0, missingFacts: [] });
    const again = await previewFile(app, { kind: "registry", ...(await toFile(rows, "register.xlsx")) });
    expect(toCounts(again)).toMatchObject({ unchanged: 200, created: 0 });
  });

  it("takes in officials and gives every establishment one", async () => {
    const rows = generateOfficialRows({ seed: "morning", quarterStart: toPlainDate("2026-10-01") });
    const run = await importFile(app, { kind: "officials", ...(await toFile(rows, "officials.xlsx")) });
    expect(toCounts(run)).toMatchObject({ created: rows.rows.length, held: 0, refused: 0 });
    const { state, preview } = await allocate(app);
    expect(state).toBe("applied");
    expect(preview).toMatchObject({ assigned: 200, added: 200, moved: 0, unassigned: [] });
    const gaps = await app.client.chain.gaps.query({});
    expect(gaps.counts).toMatchObject({ nobody: 0, "wrong-level": 0, "outside-jurisdiction": 0 });
    const coverage = await app.client.coverage.measure.query({});
    expect(coverage.total.total).toMatchObject({ registered: 200, due: 200, done: 0 });
  });

  it("counts a visit once, whoever sends it twice", async () => {
    const page = await app.client.registry.list.query({ filter: { duties: ["on-track"] }, limit: 1 });
    const [row] = page.rows;
    if (row?.official == null) throw new Error("an answered establishment is expected");
    const checklist = await app.client.visit.checklist.query({ establishment: row.id });
    const visit = {
      txId: app.newTxId(),
      establishment: row.id,
      official: row.official.id,
      madeOn: "2026-11-24",
      mode: "on-site" as const,
      checklist: checklist.id,
      answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" as const })),
    };
    const first = await app.client.visit.submit.mutate(visit);
    expect(await app.client.visit.submit.mutate(visit)).toEqual(first);
    expect(first.valid).toBe(true);
    const coverage = await app.client.coverage.measure.query({});
    expect(coverage.total.total).toMatchObject({ due: 200, done: 1, notDone: 199 });
    const detail = await app.client.registry.get.query({ id: row.id });
    expect(detail.duty).toMatchObject({ state: "done", made: 1 });
    expect(detail.visits).toHaveLength(1);
  });

  it("records a visit that does not count, with the reasons", async () => {
    const page = await app.client.registry.list.query({ filter: { duties: ["on-track"] }, limit: 1 });
    const [row] = page.rows;
    if (row?.official == null) throw new Error("an answered establishment is expected");
    const others = await app.client.official.list.query({ limit: 200 });
    const other = others.rows.find(({ id }) => id !== row.official?.id);
    const checklist = await app.client.visit.checklist.query({ establishment: row.id });
    const visit = await app.client.visit.submit.mutate({
      txId: app.newTxId(),
      establishment: row.id,
      official: other?.id ?? "",
      madeOn: "2026-11-24",
      mode: "on-site",
      checklist: checklist.id,
      answers: [],
    });
    expect(visit.problems.map(({ code }) => code)).toEqual([
      "visit/checklist-incomplete",
      "visit/not-by-pairing-official",
    ]);
    const future = app.client.visit.submit.mutate({
      txId: app.newTxId(),
      establishment: row.id,
      official: row.official.id,
      madeOn: "2026-11-25",
      mode: "on-site",
      checklist: checklist.id,
      answers: [],
    });
    expect(toProblems(await future.catch((error: unknown) => error)).map(({ code }) => code)).toEqual([
      "visit/in-future",
    ]);
  });

  it("corrects a fact, regrades, and tells the second of two editors", async () => {
    const page = await app.client.registry.list.query({ filter: { forms: ["school-canteen"] }, limit: 1 });
    const [row] = page.rows;
    if (row === undefined) throw new Error("a school canteen is expected");
    const before = await app.client.registry.get.query({ id: row.id });
    const correct = (diners: number) =>
      app.client.registry.correct.mutate({
        txId: app.newTxId(),
        id: row.id,
        version: before.establishment.version,
        changes: { diners },
      });
    await correct(3000);
    const after = await app.client.registry.get.query({ id: row.id });
    expect(after.grade).toMatchObject({ grade: "A", ruleId: "S-01" });
    expect(after.changes.some(({ what }) => what === "corrected")).toBe(true);
    const stale = await correct(10).catch((error: unknown) => error);
    expect(toProblems(stale).map(({ code }) => code)).toEqual(["request/stale"]);
  });

  it("scores by a rubric and moves with a measurement", async () => {
    await app.client.rubric.import.mutate({ txId: app.newTxId(), rubric: demonstrationRubric });
    const before = await app.client.evaluation.get.query({});
    expect(before.sheet).toMatchObject({ lower: 0, verdict: "undetermined" });
    const item = before.rubric.sections
      .flatMap(({ items }) => items)
      .find(({ method }) => method.type === "all-or-nothing");
    const after = await app.client.evaluation.measure.mutate({
      txId: app.newTxId(),
      rubric: before.rubric.id,
      item: item?.id ?? "",
      version: 0,
      measurement: { met: true },
    });
    expect(after.sheet.items.find(({ id }) => id === item?.id)?.obtained).toBe(
      Math.round((item?.points ?? 0) * 100),
    );
    const overview = await app.client.overview.get.query({});
    expect(overview.score?.lower).toBe(after.sheet.lower);
    const wrong = await app.client.evaluation.measure
      .mutate({
        txId: app.newTxId(),
        rubric: before.rubric.id,
        item: "no-such",
        version: 0,
        measurement: { met: true },
      })
      .catch((error: unknown) => error);
    expect(toProblems(wrong).length).toBeGreaterThan(0);
  });

  it("answers only inside its territory and finds by pinyin", async () => {
    const outside = await app.client.registry.list
      .query({ filter: { territory: "110108" } })
      .catch((error: unknown) => error);
    expect(toProblems(outside).map(({ code }) => code)).toEqual(["request/not-found"]);
    const [first] = (await app.client.registry.list.query({ limit: 1 })).rows;
    const found = await app.client.search.everything.query({ text: first?.name ?? "" });
    expect(found.hits.some(({ id }) => id === first?.id)).toBe(true);
  });
});
