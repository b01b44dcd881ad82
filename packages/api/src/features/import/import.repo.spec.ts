import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toCursor } from "../../storage/cursor.js";
import type { Database } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import { findImportFile, saveImportFile } from "./import-file.repo.js";
import {
  countOutcomes,
  findRows,
  insertRows,
  pageRows,
  replaceRows,
  type StoredRow,
} from "./import-row.repo.js";
import { findRun, insertRun, listRuns, type StoredRun, updateRun } from "./import-run.repo.js";

const at = "2026-11-24T04:00:00.000Z";

const run: StoredRun = {
  id: "run1",
  kind: "registry",
  fileId: "file1",
  fileName: "名册.csv",
  status: "reading",
  progress: { done: 0, of: null },
  mapping: { 名称: "name", 备注: null },
  answer: null,
  failure: null,
  graded: null,
  source: null,
  options: { holdNew: false, holdSimilar: false },
  appliedAt: null,
  undone: null,
  createdAt: at,
  updatedAt: at,
};

const makeRow = (row: number, outcome: StoredRow["outcome"] = "created"): StoredRow => ({
  row,
  outcome,
  name: `第 ${row} 行`,
  cells: { 名称: "=1+1", "": "空表头" },
  problems: [{ column: "名称", code: "credit-code/length", params: { length: 17 } }],
  notices: [],
  changes: [{ field: "name", before: null, after: "甲" }],
  candidates: [],
  decisions: ["create", "refuse"],
  decided: null,
  plan: { facts: { name: "甲" } },
  applied: false,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  fingerprint: null,
  heldAgainIn: null,
  written: null,
  undoneAt: null,
});

describe.each(bothEngines)("imports on $name", ({ open }) => {
  let database: Database;
  const content = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await database.exec("truncate import_row, import_run, import_file cascade");
    await saveImportFile(database.db, {
      uploadedBy: null,
      id: "file1",
      name: "名册.csv",
      size: content.byteLength,
      sha256: "0".repeat(64),
      createdAt: at,
      content,
    });
    await insertRun(database.db, run);
  });
  afterAll(() => database.close());

  it("keeps a file byte for byte", async () => {
    const file = await findImportFile(database.db, "file1");
    expect(Buffer.compare(file?.content ?? new Uint8Array(), content)).toBe(0);
    expect(await findImportFile(database.db, "none")).toBeUndefined();
  });

  it("keeps a run and what changes in it", async () => {
    expect(await findRun(database.db, "run1")).toEqual(run);
    const answer = { rows: 1, created: 1, updated: 0, unchanged: 0, held: 0, refused: 0, problems: [] };
    await updateRun(database.db, "run1", { status: "previewed", progress: { done: 1, of: 1 }, answer });
    expect(await listRuns(database.db, 10)).toEqual([
      { ...run, status: "previewed", progress: { done: 1, of: 1 }, answer },
    ]);
  });

  it("keeps rows whole and replaces them by number", async () => {
    await insertRows(database.db, "run1", [makeRow(3), makeRow(2)]);
    expect(await findRows(database.db, "run1", [2, 3, 4])).toEqual([makeRow(2), makeRow(3)]);
    await replaceRows(database.db, "run1", [{ ...makeRow(3, "refused"), decided: "refuse" }]);
    expect(await findRows(database.db, "run1", [2, 3])).toMatchObject([
      { outcome: "created", decided: null },
      { outcome: "refused", decided: "refuse" },
    ]);
    expect(await countOutcomes(database.db, "run1")).toEqual(
      new Map([
        ["created", 1],
        ["refused", 1],
      ]),
    );
  });

  it("gives every row of an outcome once, page by page, in the order of the file", async () => {
    const rows = Array.from({ length: 2345 }, (_, index) =>
      makeRow(index + 2, index % 5 === 0 ? "held" : "created"),
    );
    await insertRows(database.db, "run1", rows);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await pageRows(database.db, { runId: "run1", outcome: "held", cursor, limit: 100 });
      if (!page.ok) throw new Error("refused");
      expect(page.value.total).toBe(469);
      seen.push(...page.value.rows.map(({ row }) => row));
      cursor = page.value.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(rows.filter(({ outcome }) => outcome === "held").map(({ row }) => row));
  });

  it.each(["nonsense", "e30", "WyJ4Il0", "W10", toCursor([99_999_999_999]), toCursor([1.5])])(
    "refuses the page position %s",
    async (cursor) => {
      const page = await pageRows(database.db, { runId: "run1", outcome: "held", cursor, limit: 10 });
      expect(page).toEqual({ ok: false, problems: [{ code: "request/cursor", params: {} }] });
    },
  );
});
