// R6 in small: what a backup holds comes back whole on either engine, and a file that is not as it was is refused.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeSchema } from "../testing/describe-schema.js";
import { emptyEngines, makeFolder } from "../testing/empty-engines.js";
import { composeRows } from "../testing/fill-tables.js";
import { listReleases } from "../testing/released-schemas.js";
import type { BackupSecret } from "./archive-key.js";
import { BackupRefusal } from "./archive-problem.js";
import { readBackup, sumUp } from "./archive-read.js";
import { makeBackup } from "./backup.js";
import { type Database, executeRows } from "./database.js";
import { migrate } from "./migrate.js";
import { restoreBackup } from "./restore.js";

/** Making a database takes seconds, on a busy machine many. */
const SLOW = 300_000;
const head = { version: "0.0.0-test", createdAt: "2026-11-26T12:00:00.000Z" };
const keyFile: BackupSecret = { kind: "key-file", secret: Buffer.alloc(32, 7) };

let from: ReturnType<typeof makeFolder>;
let to: ReturnType<typeof makeFolder>;
beforeEach(() => {
  from = makeFolder();
  to = makeFolder();
});
afterEach(() => {
  from.remove();
  to.remove();
});

async function openFilled(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await migrate(database);
  await database.exec((await composeRows(database.db)).join("\n"));
  return database;
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(() => undefined).catch((reason: unknown) => reason);
  return error instanceof BackupRefusal ? error.problem.code : `no refusal: ${String(error)}`;
};

const pairs = emptyEngines.flatMap((source) => emptyEngines.map((target) => ({ source, target })));

describe.each(pairs)("from $source.name to $target.name", { timeout: SLOW }, ({ source, target }) => {
  it("restores every table, sequence and file", async () => {
    const database = await openFilled(source.open);
    writeFileSync(join(from.folder, "record-roots.ndjson"), '{"day":"2026-11-25"}\n'.repeat(9000));
    const file = join(from.folder, "a.backup");
    const made = await makeBackup(database, { target: file, folder: from.folder, head });
    expect(sumUp(made.manifest)).toMatchObject({ files: 1 });
    expect(made.manifest.parts.filter(({ lines }) => lines === 0)).toEqual([]);
    const schema = await describeSchema(database.db);
    await database.close();

    const restored = await target.open();
    const { migrated } = await restoreBackup({
      file,
      database: restored,
      folder: to.folder,
      place: "the test",
    });
    expect(migrated).toEqual([]);
    // Versions of PostgreSQL list their catalogues differently.
    if (source.name === target.name) expect(await describeSchema(restored.db)).toEqual(schema);
    // The second backup is made of the restored rows, so equal sums mean equal content.
    const again = await makeBackup(restored, { target: `${file}2`, folder: to.folder, head });
    expect(again.manifest.parts).toEqual(made.manifest.parts);
    expect(again.manifest.sequences).toEqual(made.manifest.sequences);
    expect(readFileSync(join(to.folder, "record-roots.ndjson"))).toEqual(
      readFileSync(join(from.folder, "record-roots.ndjson")),
    );
    await restored.close();
  });
});

describe.each(emptyEngines)("$name", { timeout: SLOW }, ({ open }) => {
  it("sees one moment while others write", async () => {
    const database = await openFilled(open);
    let isDone = false;
    const writing = (async () => {
      for (let n = 0; !isDone; n += 1) {
        await database.transaction(async (tx) => {
          await tx.execute(sql`insert into office_setting values (${`n-${n}`}, '1', 1, now())`);
          await tx.execute(sql`insert into transaction_log values (${`n-${n}`}, 'test', '', '{}', now())`);
        });
        // The database in memory answers without ever letting files be written in between.
        await setImmediate();
      }
    })();
    const count = (parts: readonly { name: string; lines: number }[], name: string) =>
      parts.find((part) => part.name === name)?.lines;
    for (const n of [1, 2, 3]) {
      const file = join(from.folder, `${n}.backup`);
      const { manifest } = await makeBackup(database, { target: file, folder: from.folder, head });
      expect(count(manifest.parts, "office_setting")).toBe(count(manifest.parts, "transaction_log"));
    }
    isDone = true;
    await writing;
    await database.close();
  });

  it("restores what an older release backed up, and brings it up to date", async () => {
    const [release] = listReleases();
    const database = await open();
    const { migrated, manifest } = await restoreBackup({
      file: release?.backup ?? "",
      database,
      folder: to.folder,
      place: "the test",
    });
    expect(manifest.migrations).toEqual(["0000_schema"]);
    expect(migrated.length).toBeGreaterThan(0);
    const fresh = await open();
    await migrate(fresh);
    expect(await describeSchema(database.db)).toEqual(await describeSchema(fresh.db));
    await database.close();
    await fresh.close();
  });

  it("refuses a database or folder that holds data, and leaves nothing behind when it fails", async () => {
    const [release] = listReleases();
    const file = release?.backup ?? "";
    const filled = await openFilled(open);
    const place = "the test";
    expect(await codeOf(restoreBackup({ file, database: filled, folder: to.folder, place }))).toBe(
      "backup/not-empty",
    );
    await filled.close();
    const database = await open();
    writeFileSync(join(to.folder, "record-roots.ndjson"), "x");
    expect(await codeOf(restoreBackup({ file, database, folder: to.folder, place }))).toBe(
      "backup/not-empty",
    );
    const failing = restoreBackup({
      file,
      database,
      folder: from.folder,
      place,
      finish: () => Promise.reject(new Error("at the last moment")),
    });
    await expect(failing).rejects.toThrow("at the last moment");
    expect(
      await executeRows(
        database.db,
        sql`select relname from pg_class where relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
    const old = restoreBackup({ file, database, folder: from.folder, place, migrations: [] });
    expect(await codeOf(old)).toBe("backup/newer-schema");
    await database.close();
  });
});

describe("a backup file", { timeout: SLOW }, () => {
  it.each([
    { name: "plain", secret: undefined },
    { name: "encrypted", secret: keyFile },
  ])("$name: refused with any bit flipped, cut, or added to", async ({ secret }) => {
    const database = await openFilled(
      emptyEngines[0]?.open ?? (() => Promise.reject(new Error("no engine"))),
    );
    const file = join(from.folder, "a.backup");
    await makeBackup(database, { target: file, folder: from.folder, head, secret });
    await database.close();
    const bytes = readFileSync(file);
    expect((await readBackup(file, secret)).manifest.version).toBe(head.version);
    const changed = join(from.folder, "changed.backup");
    const tryBytes = (content: Uint8Array) => {
      writeFileSync(changed, content);
      return codeOf(readBackup(changed, secret));
    };
    // A spread over the head and over the rest; the drill flips more.
    for (let at = 0; at < bytes.length; at += at < 500 ? 11 : Math.ceil(bytes.length / 60)) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      expect(await tryBytes(flipped)).toMatch(/^backup\//);
    }
    for (const length of [0, 5, 300, bytes.length - 40, bytes.length - 1])
      expect(await tryBytes(bytes.subarray(0, length))).toMatch(/^backup\//);
    expect(await tryBytes(Buffer.concat([bytes, Buffer.from("x")]))).toBe("backup/damaged");
    expect(await tryBytes(Buffer.concat([bytes, bytes]))).toMatch(/^backup\//);
  });

  it("opens with its own secret only", async () => {
    const database = await openFilled(
      emptyEngines[0]?.open ?? (() => Promise.reject(new Error("no engine"))),
    );
    writeFileSync(join(from.folder, "keys.json"), "{}");
    const file = join(from.folder, "a.backup");
    const secret: BackupSecret = { kind: "passphrase", passphrase: "口令 correct horse battery" };
    const make = (passphrase: string | undefined, target = file) =>
      makeBackup(database, {
        target,
        folder: from.folder,
        head,
        secret: passphrase === undefined ? undefined : { kind: "passphrase", passphrase },
      });
    expect(await codeOf(make("short"))).toBe("backup/weak-passphrase");
    expect((await make(secret.passphrase)).manifest.parts.some(({ name }) => name === "keys.json")).toBe(
      true,
    );
    expect(readFileSync(file).includes("establishment")).toBe(false);
    expect(await codeOf(readBackup(file, undefined))).toBe("backup/key-needed");
    expect(await codeOf(readBackup(file, keyFile))).toBe("backup/wrong-key");
    expect(await codeOf(readBackup(file, { ...secret, passphrase: "another one, wrong" }))).toBe(
      "backup/wrong-key",
    );
    expect(sumUp((await readBackup(file, secret)).manifest).files).toBe(1);
    // The keys of sealed fields never leave in a file that anyone can read.
    const plain = await make(undefined, `${file}2`);
    expect(plain.manifest.parts.some(({ name }) => name === "keys.json")).toBe(false);
    await database.close();
  });

  it("is none when it was never one", async () => {
    const file = join(from.folder, "list.csv");
    writeFileSync(file, "name,code\n");
    expect(await codeOf(readBackup(file, undefined))).toBe("backup/not-a-backup");
    expect(await codeOf(readBackup(join(from.folder, "absent"), undefined))).toBe("backup/not-readable");
  });
});
