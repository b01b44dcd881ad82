import { AuditEntry, digestChanges, hashLeaf, type RecordedChange, toHex } from "@shian/domain";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import { type AuditDraft, appendEntry } from "./append-entry.service.js";
import { auditChangeTable, auditEntryTable } from "./audit.table.js";
import { toHashSuite } from "./record-suite.js";

const makeDraft = (over: Partial<AuditDraft> = {}): AuditDraft => ({
  at: "2026-11-24T04:00:00.000Z",
  personId: "p1",
  name: "晏清禾",
  role: "office",
  address: "192.0.2.7",
  operation: "registry.correct",
  txId: "test-transaction-000001",
  changes: [],
  ...over,
});
const makeChange = (id: string): RecordedChange => ({
  objectKind: "establishment",
  objectId: id,
  what: "corrected",
  fields: [{ field: "name", before: null, after: `店 ${id}` }],
});

describe.each(bothEngines)("the record on $name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => database.exec("truncate audit_entry, audit_change"));
  afterAll(() => database.close());

  const append = (draft: AuditDraft, suite?: "intl" | "gm") =>
    database.transaction((tx) => appendEntry(tx, draft, suite === undefined ? {} : { suite }));
  const listEntries = () => database.db.select().from(auditEntryTable).orderBy(asc(auditEntryTable.seq));

  it("chains entries, each with what it changed", async () => {
    await append(makeDraft({ changes: [makeChange("e1"), makeChange("e2")], note: { reason: "核对" } }));
    await append(makeDraft({ personId: null, operation: "registry.export" }));
    const [first, second] = await listEntries();
    expect([first?.seq, first?.prev, second?.seq, second?.prev]).toEqual([1, "0".repeat(64), 2, first?.hash]);
    expect(AuditEntry.parse(JSON.parse(first?.content ?? ""))).toMatchObject({
      seq: 1,
      name: "晏清禾",
      changes: [makeChange("e1"), makeChange("e2")],
      note: { reason: "核对" },
      suite: "intl",
    });
    expect(first?.hash).toBe(toHex(hashLeaf(toHashSuite("intl"), first?.content ?? "")));
    const changes = await database.db.select().from(auditChangeTable).orderBy(asc(auditChangeTable.n));
    expect(
      changes.map(({ seq, n, objectId, countyCode, fields }) => [seq, n, objectId, countyCode, fields]),
    ).toEqual([
      [1, 0, "e1", "000000", makeChange("e1").fields],
      [1, 1, "e2", "000000", makeChange("e2").fields],
    ]);
  });

  it("keeps an entry of thousands of changes short, and every change beside it", async () => {
    const changes = Array.from({ length: 2500 }, (_, index) => makeChange(`e${index}`));
    await append(makeDraft({ changes }));
    const [entry] = await listEntries();
    expect(JSON.parse(entry?.content ?? "")).toMatchObject({
      changes: digestChanges(toHashSuite("intl"), changes),
    });
    expect(entry?.content.length).toBeLessThan(1000);
    expect(await database.db.$count(auditChangeTable)).toBe(2500);
  });

  it("hashes by the other suite", async () => {
    await append(makeDraft(), "gm");
    const [entry] = await listEntries();
    expect(entry?.hash).toBe(toHex(hashLeaf(toHashSuite("gm"), entry?.content ?? "")));
  });

  it("leaves nothing of a transaction that was undone", async () => {
    await append(makeDraft());
    const failed = database.transaction(async (tx) => {
      await appendEntry(tx, makeDraft());
      throw new Error("undone");
    });
    await expect(failed).rejects.toThrow("undone");
    await append(makeDraft());
    expect((await listEntries()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it("stays one line when 20 write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => append(makeDraft({ txId: `t${n}` }))));
    const entries = await listEntries();
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(entries.slice(1).map(({ prev }) => prev)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  });
});
