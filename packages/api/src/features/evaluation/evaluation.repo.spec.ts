import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import {
  findMeasurementAuthor,
  listMeasurements,
  listRubrics,
  saveMeasurement,
  saveRubric,
} from "./evaluation.repo.js";

const at = "2026-11-24T04:00:00.000Z";

describe.each(bothEngines)("editions and measurements on $name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => database.exec("truncate rubric, measurement"));
  afterAll(() => database.close());

  const keep = (id: string, makeCurrent: boolean, content: unknown = { id }) =>
    saveRubric(database.db, { id, content, makeCurrent, at });
  const measure = (value: unknown, seen: number, who = "甲") =>
    saveMeasurement(database.db, { rubricId: "r1", itemId: "K1", value, seen, at, who });

  it("has at most one current edition", async () => {
    await keep("r1", true);
    await keep("r2", true);
    await keep("r1", false, { id: "r1", title: "新" });
    expect(await listRubrics(database.db)).toEqual([
      { id: "r1", content: { id: "r1", title: "新" }, isCurrent: false },
      { id: "r2", content: { id: "r2" }, isCurrent: true },
    ]);
  });

  it("keeps numbers exactly as they were measured", async () => {
    await keep("r1", true);
    await measure({ numerator: 0.1, denominator: 123_456_789.25 }, 0);
    expect(await listMeasurements(database.db, "r1")).toEqual([
      { itemId: "K1", value: { numerator: 0.1, denominator: 123_456_789.25 }, version: 1 },
    ]);
  });

  it("writes over the version seen; a measurement taken back goes on counting", async () => {
    await keep("r1", true);
    expect(await measure({ met: true }, 0)).toBe(true);
    expect(await measure({ met: false }, 0, "乙")).toBe(false);
    expect(await findMeasurementAuthor(database.db, "r1", "K1")).toEqual({ who: "甲", at });
    expect(await measure(null, 1, "乙")).toBe(true);
    expect(await measure({ met: true }, 1, "丙")).toBe(false);
    expect(await listMeasurements(database.db, "r1")).toEqual([{ itemId: "K1", value: null, version: 2 }]);
  });

  it("of 20 editors of one version exactly one wins, of a new measurement too", async () => {
    await keep("r1", true);
    const race = (seen: number) =>
      Promise.all(Array.from({ length: 20 }, () => measure({ met: true }, seen)));
    expect((await race(0)).filter(Boolean)).toHaveLength(1);
    expect((await race(1)).filter(Boolean)).toHaveLength(1);
  });
});
