// Grades and assignments are dated in two times by the same rule, so one spec holds for the three tables.
import { type PairingGrade, type RiskGrade, toPlainDate } from "@shian/domain";
import { isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { makeFacts } from "../../testing/make-facts.js";
import { bothEngines } from "../../testing/test-engines.js";
import { recordAssignments } from "../chain/chain.repo.js";
import { assignmentTable } from "../chain/chain.table.js";
import { insertEstablishments } from "../registry/registry.repo.js";
import { recordPairingGrades, recordRiskGrades, revertPairingGrades } from "./grading.repo.js";
import { pairingGradeTable, riskGradeTable } from "./grading.table.js";

const day = toPlainDate;
const firstly = "2026-01-01T04:00:00.000Z";
const later = "2026-08-01T04:00:00.000Z";
let lastId = 0;
const newId = () => `id-${++lastId}`;

type Written = { readonly establishment: string; readonly value: string };
type Kind = {
  readonly name: string;
  readonly write: (database: Database, facts: readonly Written[], from: string, at: string) => Promise<void>;
  readonly read: (database: Database) => Promise<
    readonly {
      establishmentId: string;
      value: string;
      validFrom: string;
      validTo: string | null;
      supersededAt: string | null;
    }[]
  >;
};

const kinds: readonly Kind[] = [
  {
    name: "pairing grades",
    write: ({ db }, facts, from, at) =>
      recordPairingGrades(
        db,
        facts.map(({ establishment, value }) => ({
          establishment,
          grade: value as PairingGrade,
          ruleId: "r1",
          schemeId: "s1",
        })),
        { from: day(from), at, newId },
      ),
    read: async ({ db }) =>
      (await db.select().from(pairingGradeTable)).map(({ grade, ...row }) => ({ ...row, value: grade })),
  },
  {
    name: "risk grades",
    write: ({ db }, facts, from, at) =>
      recordRiskGrades(
        db,
        facts.map(({ establishment, value }) => ({
          establishment,
          grade: value as RiskGrade,
          source: "市场监管局",
          basis: "41.5 分",
        })),
        { from: day(from), at, newId },
      ),
    read: async ({ db }) =>
      (await db.select().from(riskGradeTable)).map(({ grade, ...row }) => ({ ...row, value: grade })),
  },
  {
    name: "assignments",
    write: ({ db }, facts, from, at) =>
      recordAssignments(
        db,
        facts.map(({ establishment, value }) => ({ establishment, official: value })),
        { from: day(from), at, newId },
      ),
    read: async ({ db }) =>
      (await db.select().from(assignmentTable)).map(({ officialId, ...row }) => ({
        ...row,
        value: officialId,
      })),
  },
];

describe.each(bothEngines)("$name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await insertEstablishments(
      database.db,
      ["e1", "e2"].map((id) => ({
        id,
        facts: makeFacts({ place: "990106001003" }),
        state: "active",
        stateSince: day("2020-01-01"),
      })),
      firstly,
    );
  });
  beforeEach(() => database.exec("truncate pairing_grade, risk_grade, assignment"));
  afterAll(() => database.close());

  it("taking a transaction back leaves what somebody wrote over it since", async () => {
    const grade = (value: string, establishments: readonly string[], at: string) =>
      kinds[0]?.write(
        database,
        establishments.map((establishment) => ({ establishment, value })),
        "2026-01-01",
        at,
      );
    const last = "2026-09-01T04:00:00.000Z";
    await grade("D", ["e1", "e2"], firstly);
    await grade("C", ["e1", "e2"], later);
    await grade("B", ["e2"], last);
    const at = "2026-10-01T04:00:00.000Z";
    const both = { establishments: ["e1", "e2"], recordedAt: later, at, newId };
    expect(await revertPairingGrades(database.db, both)).toEqual({
      superseded: 1,
      restored: 1,
      left: ["e2"],
    });
    const standing = await database.db
      .select()
      .from(pairingGradeTable)
      .where(isNull(pairingGradeTable.supersededAt));
    expect(standing.map(({ establishmentId, grade: value }) => [establishmentId, value]).sort()).toEqual([
      ["e1", "D"],
      ["e2", "B"],
    ]);
  });

  describe.each(kinds)("$name", ({ write, read }) => {
    const isKnownAt = (at: string, row: { recordedAt?: string; supersededAt: string | null }) =>
      row.supersededAt === null || row.supersededAt > at;
    /** What is known now of one establishment, in the order of days. */
    const readKnown = async (establishment: string) =>
      (await read(database))
        .filter((row) => row.establishmentId === establishment && row.supersededAt === null)
        .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
        .map(({ value, validFrom, validTo }) => [value, validFrom, validTo]);

    it("the next one ends the one before it and leaves other establishments alone", async () => {
      await write(
        database,
        [
          { establishment: "e1", value: "C" },
          { establishment: "e2", value: "D" },
        ],
        "2026-01-01",
        firstly,
      );
      await write(database, [{ establishment: "e1", value: "B" }], "2026-07-01", later);
      expect(await readKnown("e1")).toEqual([
        ["C", "2026-01-01", "2026-07-01"],
        ["B", "2026-07-01", null],
      ]);
      expect(await readKnown("e2")).toEqual([["D", "2026-01-01", null]]);
    });

    it("what was known before the correction can still be read", async () => {
      await write(database, [{ establishment: "e1", value: "C" }], "2026-01-01", firstly);
      await write(database, [{ establishment: "e1", value: "B" }], "2026-07-01", later);
      const before = (await read(database)).filter((row) => isKnownAt("2026-07-31T00:00:00.000Z", row));
      expect(before.filter(({ supersededAt }) => supersededAt !== null)).toMatchObject([
        { value: "C", validFrom: "2026-01-01", validTo: null, supersededAt: later },
      ]);
      expect(await read(database)).toHaveLength(3);
    });

    it("one from an earlier day takes the place of later ones", async () => {
      await write(database, [{ establishment: "e1", value: "C" }], "2026-07-01", firstly);
      await write(database, [{ establishment: "e1", value: "A" }], "2026-03-01", later);
      expect(await readKnown("e1")).toEqual([["A", "2026-03-01", null]]);
    });

    it("one from the same day replaces it whole, also within one millisecond", async () => {
      await write(database, [{ establishment: "e1", value: "C" }], "2026-01-01", firstly);
      await write(database, [{ establishment: "e1", value: "D" }], "2026-01-01", firstly);
      expect(await readKnown("e1")).toEqual([["D", "2026-01-01", null]]);
    });

    it("nobody of the register is an error, and nothing is written", async () => {
      await expect(
        write(database, [{ establishment: "none", value: "C" }], "2026-01-01", firstly),
      ).rejects.toThrow(/none/);
      expect(await read(database)).toEqual([]);
    });

    it("nothing to write writes nothing", async () => {
      await write(database, [], "2026-01-01", firstly);
      expect(await read(database)).toEqual([]);
    });
  });
});
