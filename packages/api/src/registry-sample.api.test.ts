// Real input: 1,180 firms of the sample, as CSV and as the xlsx that offices send. Skipped, loudly, where the sample
// does not lie beside the repository.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";
import { mendErrorFile } from "./testing/mend-error-file.js";
import {
  buildRegistrySampleXlsx,
  hasRegistrySample,
  readRegistrySample,
} from "./testing/registry-sample-xlsx.js";
import { importFile, toCounts } from "./testing/run-import.js";

if (!hasRegistrySample()) console.warn("SKIPPED: ../shared/data/registry-real-sample.csv is not there");

describe.skipIf(!hasRegistrySample())("the real sample", () => {
  let csv: TestApp;
  let xlsx: TestApp;
  beforeAll(async () => {
    csv = await createTestApp();
    xlsx = await createTestApp();
  });
  afterAll(async () => {
    await csv.close();
    await xlsx.close();
  });

  it("comes in whole from CSV, is located by name, and changes nothing the second time", async () => {
    const file = { kind: "registry" as const, name: "sample.csv", bytes: readRegistrySample() };
    const run = await importFile(csv, file);
    expect(toCounts(run)).toEqual({
      rows: 1180,
      created: 1180,
      updated: 0,
      unchanged: 0,
      held: 0,
      refused: 0,
    });
    const summary = await csv.client.registry.summary.query({});
    expect(summary.total).toBe(1180);
    expect(summary.placeUnknown).toBeLessThanOrEqual(35);
    expect(run.answer?.problems.filter(({ code }) => code === "registry/place-unknown")).toHaveLength(
      summary.placeUnknown,
    );
    expect(summary.byGrade).toEqual({ A: 0, B: 0, C: 0, D: 0, none: 1180 });
    expect(summary.missingFacts.find(({ code }) => code === "grading/form-missing")?.count).toBe(1180);
    const again = await importFile(csv, file);
    expect(toCounts(again)).toEqual({
      rows: 1180,
      created: 0,
      updated: 0,
      unchanged: 1180,
      held: 0,
      refused: 0,
    });
  });

  it("says of every establishment which facts its grade lacks", async () => {
    const { rows } = await csv.client.registry.list.query({ filter: { graded: false }, limit: 5 });
    for (const { id } of rows) {
      const detail = await csv.client.registry.get.query({ id });
      expect(detail.gradeRefusal.map(({ code }) => code)).toContain("grading/form-missing");
    }
  });

  it("holds the 301 codes that Excel cut, and takes them once the error file is mended", async () => {
    const { bytes } = await buildRegistrySampleXlsx();
    const run = await importFile(xlsx, { kind: "registry", name: "sample.xlsx", bytes });
    expect(toCounts(run)).toEqual({
      rows: 1180,
      created: 879,
      updated: 0,
      unchanged: 0,
      held: 301,
      refused: 0,
    });
    expect(run.answer?.problems.filter(({ code }) => code === "credit-code/spreadsheet-number")).toHaveLength(
      301,
    );
    const mended = await mendErrorFile(xlsx, run.id);
    const second = await importFile(xlsx, { kind: "registry", name: "mended.xlsx", bytes: mended });
    expect(toCounts(second)).toEqual({
      rows: 301,
      created: 301,
      updated: 0,
      unchanged: 0,
      held: 0,
      refused: 0,
    });
    expect((await xlsx.client.registry.summary.query({})).total).toBe(1180);
  });
});
