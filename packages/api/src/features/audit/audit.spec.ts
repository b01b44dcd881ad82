import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecordCheck, parseRecordHeader, parseRecordProof, verifyProof } from "@shian/domain";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";
import { type AuditDraft, appendEntry } from "./append-entry.service.js";
import { pruneRecord, writeDailyRoot } from "./daily-root.service.js";
import { writeRecord } from "./record-downloads.js";
import { toHashSuite } from "./record-suite.js";
import { readRootsFile } from "./roots-file.js";

const suite = toHashSuite("intl");

describe.each(bothEngines)("the record of people on $name", (engine) => {
  let database: Database;
  let test: TestApp;
  let folder: string;
  let auditor: SignedIn;
  let system: SignedIn;
  beforeAll(async () => {
    database = await engine.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.exec(
      "truncate audit_entry, audit_change, audit_root, office_setting, session, access_grant, person cascade",
    );
    folder = mkdtempSync(join(tmpdir(), "shian-record-"));
    test = await createTestApp({ database });
    Object.assign(test.deps, { folder });
    auditor = await test.clientAs({ role: "audit", name: "赵审计" });
    system = await test.clientAs({ role: "system", name: "王系统" });
  });
  afterEach(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const append = async (count: number, over: Partial<AuditDraft> = {}) => {
    for (let n = 0; n < count; n += 1)
      await database.transaction((tx) =>
        appendEntry(tx, {
          at: test.deps.clock().toISOString(),
          personId: `p${n % 2}`,
          name: "晏清禾",
          role: "office",
          address: "192.0.2.7",
          operation: n % 2 === 0 ? "registry.correct" : "visit.submit",
          txId: test.newTxId(),
          changes: [{ objectKind: "establishment", objectId: `e${n}`, what: "corrected", fields: [] }],
          ...over,
        }),
      );
  };
  const faultsNow = async () =>
    (await auditor.client.audit.check.query({})).faults.map(({ code, params }) => [
      code,
      params.seq ?? params.from,
    ]);
  const exportLines = async () => {
    let text = "";
    for await (const part of writeRecord({ db: database.db })) text += part;
    return text.trimEnd().split("\n");
  };
  const verifyExport = async () => {
    const [head = "", ...lines] = await exportLines();
    const header = parseRecordHeader(head);
    if (!header.ok) throw new Error("no header");
    const check = createRecordCheck({ suite, start: header.value.start, roots: await readRootsFile(folder) });
    for (const line of lines) check.push(line);
    return check.finish();
  };

  it("is listed for the audit administrator alone, by person, operation, object and day, page by page", async () => {
    await append(5);
    test.setToday("2026-11-25");
    await append(2, { operation: "import.apply", personId: "p9" });
    const { list } = auditor.client.audit;
    const first = await list.query({ limit: 3 });
    expect([first.rows.map(({ seq }) => seq), first.total]).toEqual([[7, 6, 5], 7]);
    const second = await list.query({ limit: 3, cursor: first.next ?? "" });
    expect(second.rows.map(({ seq }) => seq)).toEqual([4, 3, 2]);
    expect(second.rows[0]).toMatchObject({ name: "晏清禾", address: "192.0.2.7", changes: 1 });
    const seqsOf = async (filter: Parameters<typeof list.query>[0]["filter"]) =>
      (await list.query({ filter })).rows.map(({ seq }) => seq);
    expect(await seqsOf({ person: "p9" })).toEqual([7, 6]);
    expect(await seqsOf({ operation: "visit.submit" })).toEqual([4, 2]);
    expect(await seqsOf({ objectKind: "establishment", objectId: "e1" })).toEqual([7, 2]);
    expect(await seqsOf({ to: "2026-11-24" })).toEqual([5, 4, 3, 2, 1]);
    expect(await seqsOf({ from: "2026-11-25" })).toEqual([7, 6]);
    expect(await codesOf(system.client.audit.list.query({}))).toEqual(["access/no-role"]);
  });

  it("shows one entry with what it changed", async () => {
    await append(2);
    expect(await auditor.client.audit.get.query({ seq: 2 })).toMatchObject({
      entry: { seq: 2, operation: "visit.submit" },
      changes: [{ objectId: "e1" }],
      changed: 1,
    });
    expect(await codesOf(auditor.client.audit.get.query({ seq: 9 }))).toEqual(["request/not-found"]);
  });

  it("keeps a root a day, in the database and in a file, once", async () => {
    expect(await writeDailyRoot(test.deps)).toBeUndefined();
    await append(5);
    test.setToday("2026-11-25");
    await append(3);
    const root = await writeDailyRoot(test.deps);
    expect(root).toMatchObject({ day: "2026-11-24", size: 5 });
    await writeDailyRoot(test.deps);
    const file = join(folder, "record-roots.ndjson");
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(1);
    rmSync(file);
    await writeDailyRoot(test.deps);
    expect(await readRootsFile(folder)).toEqual([root]);
    expect((await auditor.client.audit.roots.query({})).rows).toEqual([root]);
    expect(await faultsNow()).toEqual([]);
    expect(await verifyExport()).toMatchObject({ entries: 8, faults: [] });
  });

  it("proves an entry under a root, to those who have neither server nor database", async () => {
    await append(6);
    expect(await codesOf(auditor.client.audit.proof.query({ seq: 3 }))).toEqual(["record/no-root-yet"]);
    test.setToday("2026-11-25");
    await append(1);
    await writeDailyRoot(test.deps);
    const roots = await readRootsFile(folder);
    for (const seq of [1, 3, 6]) {
      const proof = parseRecordProof(await auditor.client.audit.proof.query({ seq }));
      if (proof === undefined) throw new Error("no proof");
      expect(verifyProof({ suite, proof, roots }).ok).toBe(true);
      const other = { ...proof, entry: { ...proof.entry, name: "别人" } };
      expect(verifyProof({ suite, proof: other, roots }).ok).toBe(false);
      const elsewhere = roots.map((root) => ({ ...root, root: "0".repeat(64) }));
      expect(verifyProof({ suite, proof, roots: elsewhere }).ok).toBe(false);
    }
  });

  it.each([
    [
      "an entry",
      sql`update audit_entry set content = replace(content, '晏清禾', '别人') where seq = 3`,
      [
        ["record/edited", 3],
        ["record/columns-altered", 3],
      ],
    ],
    ["a column", sql`update audit_entry set name = '别人' where seq = 3`, [["record/columns-altered", 3]]],
    [
      "what an entry changed",
      sql`update audit_change set object_id = 'e99' where seq = 2`,
      [["record/changes-altered", 2]],
    ],
    ["a missing change", sql`delete from audit_change where seq = 4`, [["record/changes-altered", 4]]],
    ["a missing entry", sql`delete from audit_entry where seq = 2`, [["record/deleted", 2]]],
    ["a missing tail", sql`delete from audit_entry where seq > 4`, [["record/cut-tail", 5]]],
  ])("finds %s bent in the database", async (_, bend, faults) => {
    await append(6);
    test.setToday("2026-11-25");
    await writeDailyRoot(test.deps);
    await database.db.execute(bend);
    expect(await faultsNow()).toEqual(faults);
  });

  it("finds a root bent in the database by the one outside", async () => {
    await append(6);
    test.setToday("2026-11-25");
    await writeDailyRoot(test.deps);
    await database.db.execute(sql`update audit_root set root = last_hash`);
    expect(await faultsNow()).toEqual([["record/root-altered", undefined]]);
  });

  it("lets go of nothing before six months, and then up to a root, and still verifies", async () => {
    await append(6);
    test.setToday("2026-11-25");
    await writeDailyRoot(test.deps);
    await append(4);
    const setDays = (days: number | null) =>
      system.client.audit.setRetention.mutate({ txId: test.newTxId(), days });
    expect(await codesOf(setDays(182))).toEqual(["record/retention-too-short"]);
    test.setToday("2029-01-01");
    expect(await pruneRecord(test.deps)).toBe(0);
    await setDays(183);
    expect(await pruneRecord(test.deps)).toBe(6);
    expect(await pruneRecord(test.deps)).toBe(0);
    expect(await faultsNow()).toEqual([]);
    const lines = await exportLines();
    expect(lines).toHaveLength(1 + 4 + 2);
    expect((await verifyExport()).faults).toEqual([]);
    test.setToday("2029-01-02");
    expect(await writeDailyRoot(test.deps)).toMatchObject({ size: 12 });
    const proof = parseRecordProof(await auditor.client.audit.proof.query({ seq: 9 }));
    if (proof === undefined) throw new Error("no proof");
    expect(verifyProof({ suite, proof, roots: await readRootsFile(folder) }).ok).toBe(true);
    expect(await faultsNow()).toEqual([]);
    expect((await auditor.client.audit.roots.query({})).first).toBe(7);
  });

  it("removes nothing when the record differs from its root", async () => {
    await append(6);
    test.setToday("2026-11-25");
    await writeDailyRoot(test.deps);
    await system.client.audit.setRetention.mutate({ txId: test.newTxId(), days: 183 });
    test.setToday("2029-01-01");
    await database.db.execute(sql`update audit_entry set hash = prev where seq = 3`);
    await expect(pruneRecord(test.deps)).rejects.toThrow("differs from its root");
    expect(await database.db.$count(sql`audit_entry`)).toBe(7);
  });

  it("reads a file of roots that a power cut left half written", async () => {
    await append(1);
    test.setToday("2026-11-25");
    await writeDailyRoot(test.deps);
    const file = join(folder, "record-roots.ndjson");
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, `${readFileSync(file, "utf8")}{"day":"2026-1`);
    expect(await readRootsFile(folder)).toHaveLength(1);
  });
});
