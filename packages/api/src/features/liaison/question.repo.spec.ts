// Questions, answers and groups are kept alike on both engines.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import { insertGroupRecords, listGroupRecords, supersedeGroups } from "./group.repo.js";
import {
  insertAnswer,
  insertQuestion,
  insertQuestionEntry,
  listAnswers,
  listQuestions,
} from "./question.repo.js";

const day = toPlainDate;
const firstly = "2026-01-01T04:00:00.000Z";
const later = "2026-08-01T04:00:00.000Z";
const question = {
  ...{ id: "q1", place: "990106001003", township: "990106001", asker: "p1", askedBy: "岑晚舟" },
  ...{ subject: "公示牌贴在哪里", text: "", askedOn: day("2026-01-01") },
};
const entry = { on: day("2026-01-01"), by: "岑晚舟", party: "asker", text: "", target: null } as const;

describe.each(bothEngines)("questions on $name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await insertQuestion(database.db, question, firstly);
  });
  afterAll(() => database?.close());

  it("keep their entries in order, and take no number twice", async () => {
    const add = (seq: number, act: "raise" | "supplement", id: string) =>
      insertQuestionEntry(database.db, question, { ...entry, seq, act }, { id, personId: "p1", at: firstly });
    await add(2, "supplement", "e2");
    await add(1, "raise", "e1");
    await expect(add(2, "supplement", "e3")).rejects.toThrow();
    const [stored] = await listQuestions(database.db);
    expect(stored).toEqual({
      ...question,
      changedAt: firstly,
      entries: [
        { ...entry, seq: 1, act: "raise" },
        { ...entry, seq: 2, act: "supplement" },
      ],
    });
  });

  it("have one answer that stands; the earlier one stays on record", async () => {
    const answer = { subject: "公示牌的位置", text: "显著位置", on: day("2026-01-02"), by: "晏清禾" };
    await insertAnswer(database.db, question, { ...answer, id: "a1", corrected: false }, firstly);
    await insertAnswer(database.db, question, { ...answer, id: "a2", corrected: true }, later);
    expect((await listAnswers(database.db)).map(({ id, superseded }) => [id, superseded])).toEqual([
      ["a2", false],
      ["a1", true],
    ]);
    expect((await listAnswers(database.db))[0]?.searchText).toContain("gongshipai");
  });

  it("and groups are superseded once", async () => {
    const facts = { name: "联络群", territory: "990106001", one: "d1", members: ["d2", "d3"] };
    const record = { id: "g1-1", group: "g1", facts, from: day("2026-01-01"), to: null, version: 1 };
    await insertGroupRecords(database.db, [record], { at: firstly, name: "晏清禾" });
    expect(await supersedeGroups(database.db, ["g1-1"], later)).toBe(true);
    expect(await supersedeGroups(database.db, ["g1-1"], later)).toBe(false);
    expect(await listGroupRecords(database.db)).toMatchObject([
      { ...facts, from: "2026-01-01", to: null, recordedFrom: "2026-01-01", recordedTo: "2026-08-01" },
    ]);
  });
});
