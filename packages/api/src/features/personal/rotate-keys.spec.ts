import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getTableColumns, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, executeRows } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { transactionLogTable } from "../../storage/transaction-log.table.js";
import { makeFacts } from "../../testing/make-facts.js";
import { bothEngines } from "../../testing/test-engines.js";
import { createTestKeyring } from "../../testing/test-keyring.js";
import { insertOfficials } from "../chain/chain.repo.js";
import { commitmentPaperTable } from "../commitment/commitment.table.js";
import { establishmentMergeTable } from "../duplicate/duplicate.table.js";
import { importFileTable, importRowTable, importRunTable } from "../import/import.table.js";
import { dutyMobileTable } from "../liaison/duty-post.table.js";
import { personTable } from "../people/people.table.js";
import { insertPost } from "../registry/arm-people.service.js";
import { insertEstablishments } from "../registry/registry.repo.js";
import { credentialTable } from "../session/session.table.js";
import { trainingPlanTable, trainingSessionTable } from "../training/training.table.js";
import { saveContactMobiles, saveOfficialPhones } from "./personal.repo.js";
import { countSealed, forgetKey, resealAll, rotateKeys } from "./rotate-keys.service.js";
import { listSealedOtherwise, replaceSealed, sealedPlaces } from "./sealed-columns.repo.js";
import { settleKeyring } from "./settle-keyring.service.js";

const now = new Date("2026-11-24T04:00:00Z");
const at = now.toISOString();
const ESTABLISHMENTS = 1_200;

/** Every column of every table as text, to look for a key in. */
async function dump(database: Database): Promise<string> {
  const tables = await executeRows(
    database.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await executeRows(
      database.db,
      sql`select coalesce(string_agg(whole::text, ' '), '') as text from ${sql.identifier(String(name))} as whole`,
    );
    texts.push(`${name}: ${rows[0]?.text}`);
  }
  return texts.join("\n");
}
const hex = (text: string) => Buffer.from(text).toString("hex");

async function fill(database: Database, keyring: Keyring): Promise<void> {
  const { db } = database;
  const ids = Array.from({ length: ESTABLISHMENTS }, (_, n) => `e${n}`);
  const founded = ids.map((id) => ({ id, facts: makeFacts(), state: "active", stateSince: "2026-01-01" }));
  await insertEstablishments(db, founded as never, at);
  await saveContactMobiles(
    db,
    ids.map((id, n) => ({
      id,
      sealed: keyring.seal(`138${String(n).padStart(8, "0")}`, "establishment.contactMobile"),
    })),
  );
  const official = { id: "o1", name: "岑晚舟", unit: "澜心社区", post: "主任", level: "village" };
  const place = {
    jurisdictions: ["990106001003"],
    capacity: null,
    homeGrid: null,
    from: "2026-01-01",
    to: null,
  };
  await insertOfficials(db, [{ ...official, ...place }] as never, { at, newId: randomUUID });
  await saveOfficialPhones(db, [
    { id: "o1", officePhone: "025-84567890", mobile: keyring.seal("13987654321", "official.mobile") },
  ]);
  await insertPost(
    db,
    {
      countyCode: toCountyCode(null),
      establishmentId: "e0",
      personId: "p0",
      role: "officer",
      name: "安员",
      mobile: keyring.seal("13700001111", "armPerson.mobile"),
      validFrom: "2026-01-01",
    },
    at,
  );
  await db.insert(dutyMobileTable).values({
    ...{ countyCode: toCountyCode(null), id: "d1", territories: ["990106001"], recordedAt: at },
    mobile: keyring.seal("13600001111", "duty.mobile"),
  });
  const names = { nameKey: "", namePinyin: "", nameInitials: "", sortKey: "" };
  await db.insert(personTable).values({
    ...names,
    ...{
      id: "p1",
      kind: "staff",
      name: "甲",
      username: "jia",
      state: "active",
      version: 1,
      createdAt: at,
      updatedAt: at,
    },
    mobile: keyring.seal("13700000000", "person.mobile"),
    idNumber: keyring.seal("110101199003070134", "person.idNumber"),
  });
  await db.insert(credentialTable).values({
    ...{ personId: "p1", earlierHashes: [], recoveryHashes: [], updatedAt: at },
    totpSecret: keyring.seal("JBSWY3DP", "credential.totp_secret"),
  });
  const log = { operation: "registry.unmask", inputHash: "h", recordedAt: at };
  await db.insert(transactionLogTable).values([
    { ...log, txId: "t-secret-0000000000", response: keyring.seal('{"value":"1"}', "transaction.response") },
    { ...log, txId: "t-open-00000000000", response: { value: "s1.not sealed" } },
  ]);
  await db.insert(importFileTable).values({
    ...{ id: "f1", name: "a.csv", size: 3, sha256: "x", createdAt: at },
    content: keyring.sealBytes(Buffer.from("电话\n13812345678"), "import-file.content"),
  });
  await db.insert(importRunTable).values({
    ...{ id: "r1", kind: "registry", fileId: "f1", fileName: "a.csv", status: "previewed" },
    ...{ done: 0, mapping: {}, createdAt: at, updatedAt: at },
  });
  const empty = { name: "", cells: {}, problems: [], notices: [], changes: [], candidates: [] };
  await db.insert(importRowTable).values({
    ...empty,
    ...{ runId: "r1", row: 2, outcome: "held", decisions: [], decided: null, applied: false },
    plan: { cells: keyring.seal('["13812345678"]', "import-row.cells"), kinds: null, decision: null },
    written: { contact: keyring.seal("13812345678", "import-row.contact") },
  });
  await db.insert(establishmentMergeTable).values({
    ...{ countyCode: toCountyCode(makeFacts().place), id: "m1", survivorId: "e0", absorbedId: "e1" },
    ...{
      mergedOn: "2026-11-24",
      reason: "",
      taken: [],
      survivorVersion: 1,
      absorbedVersion: 1,
      mergedBy: "",
    },
    before: { contact: keyring.seal("13812345678", "establishment-merge.contact") },
    recordedAt: at,
  });
  await db.insert(commitmentPaperTable).values({
    ...{ countyCode: "990106", id: "c1", officialId: "o1", kind: "docx", contentBytes: 3, contentHash: "x" },
    content: keyring.sealBytes(Buffer.from("PK."), "commitment-paper.content"),
    strokes: keyring.seal("[]", "commitment-paper.strokes"),
    recordedAt: at,
  });
  const kept = { countyCode: "990106", territory: "990106", content: {}, version: 1 };
  const written = { createdAt: at, updatedAt: at, updatedBy: "" };
  await db.insert(trainingPlanTable).values({ ...kept, ...written, id: "t1" });
  const secret = keyring.seal("secret", "training-session.secret");
  await db.insert(trainingSessionTable).values({ ...kept, ...written, id: "t2", planId: "t1", secret });
}

describe.each(bothEngines)("a change of keys on $name", ({ open }) => {
  let database: Database;
  let folder: string;
  beforeEach(async () => {
    database = await open();
    folder = mkdtempSync(join(tmpdir(), "shian-rotate-"));
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const settle = () => settleKeyring(database, { file: join(folder, "keys.json"), suite: "intl", now });

  it("reaches every place, goes on after it was broken off, and lets the old key go only then", async () => {
    const keyring = await settle();
    const [old = ""] = keyring.listKeys();
    await fill(database, keyring);
    const all = ESTABLISHMENTS + sealedPlaces.length - 1;
    const clock = () => now;
    expect(await countSealed({ database, keyring, clock })).toEqual(new Map([[old, all]]));

    let left = 700;
    const dying: Keyring = {
      ...keyring,
      seal(text, field) {
        left -= 1;
        if (left === 0) throw new Error("the process died");
        return keyring.seal(text, field);
      },
    };
    await expect(rotateKeys({ database, keyring: dying, clock })).rejects.toThrow("died");
    const key = keyring.currentKey();
    expect(key).not.toBe(old);
    expect(await countSealed({ database, keyring, clock })).toEqual(
      new Map([
        [old, all - 500],
        [key, 500],
      ]),
    );
    expect(await forgetKey({ database, keyring, clock }, old)).toBe(all - 500);

    const again = await settle();
    expect(await resealAll({ database, keyring: again, clock })).toBe(all - 500);
    expect(await resealAll({ database, keyring: again, clock })).toBe(0);
    expect(await forgetKey({ database, keyring: again, clock }, old)).toBe(0);
    expect(again.listKeys()).toEqual([key]);

    const text = await dump(database);
    for (const trace of [`s1.${old}`, hex(`s1.${old}`)]) expect(text).not.toContain(trace);
    for (const trace of [`s1.${key}`, hex(`s1.${key}`)]) expect(text).toContain(trace);
    const [sealed] = await executeRows(
      database.db,
      sql`select contact_mobile from establishment where id = 'e1199'`,
    );
    expect(again.unseal(String(sealed?.contact_mobile), "establishment.contactMobile")).toBe("13800001199");
    const [file] = await database.db.select().from(importFileTable);
    expect(
      Buffer.from(again.unsealBytes(file?.content ?? new Uint8Array(), "import-file.content")).toString(),
    ).toBe("电话\n13812345678");
    expect((await settle()).currentKey()).toBe(key);
  });

  it("writes nothing over a value that changed since it was read", async () => {
    const keyring = createTestKeyring();
    await fill(database, keyring);
    const key = keyring.rotate(now);
    for (const place of sealedPlaces) {
      const [read] = await listSealedOtherwise(database.db, place, { key, after: "(0,0)", limit: 1 });
      if (read === undefined) throw new Error(`nothing sealed in ${place.table}`);
      const stale = typeof read.value === "string" ? `${read.value}A` : Buffer.from("s1.other");
      await replaceSealed(
        database.db,
        place,
        { at: read.at, value: stale },
        typeof stale === "string" ? "" : stale,
      );
      expect(await listSealedOtherwise(database.db, place, { key, after: "(0,0)", limit: 1 })).toEqual([
        read,
      ]);
    }
  });
});

it("names real columns", () => {
  const tables = [
    personTable,
    credentialTable,
    transactionLogTable,
    importFileTable,
    establishmentMergeTable,
    importRowTable,
    commitmentPaperTable,
    trainingSessionTable,
  ];
  const columns = new Set(
    tables.flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => name)),
  );
  const outside = new Set(["contact_mobile", "mobile"]);
  expect(sealedPlaces.filter(({ column }) => !columns.has(column) && !outside.has(column))).toEqual([]);
});
