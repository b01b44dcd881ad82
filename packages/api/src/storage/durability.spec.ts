// R3: an acknowledged commit is on the disk. Fails if an upgrade of PGlite silently undoes our fsync.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { makeServerDatabase, testServerUrl } from "../testing/test-engines.js";
import { connect } from "./connect.js";
import { openWorkerEngine } from "./pglite-proxy.js";
import { StorageRefusal } from "./storage.problem.js";

describe("embedded", () => {
  it("syncs the host's file at least once for every commit", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shian-fsync-"));
    const engine = await openWorkerEngine(folder);
    try {
      const show = async (name: string) => (await engine.query(`show ${name}`, [], "array")).rows[0];
      expect(await show("fsync")).toEqual(["on"]);
      expect(await show("wal_sync_method")).toEqual(["fsync"]);
      expect(await show("synchronous_commit")).toEqual(["on"]);
      await engine.exec("create table entry (n int)");
      for (let n = 0; n < 50; n += 1) {
        const before = await engine.countSyncs();
        await engine.query("insert into entry values ($1)", [n], "array");
        expect((await engine.countSyncs()) - before).toBeGreaterThanOrEqual(1);
      }
      const idle = await engine.countSyncs();
      await engine.query("select count(*) from entry", [], "array");
      expect(await engine.countSyncs()).toBe(idle);
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("says that it is durable once the engine confirms it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shian-durable-"));
    const database = await connect({ folder, requireDurable: true, now: new Date() });
    expect(database).toMatchObject({ engine: "pglite", durable: true });
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("server", () => {
  const options = { folder: "", now: new Date() };

  it("that does not answer is refused with its reason", async () => {
    const databaseUrl = "postgres://nobody@127.0.0.1:1/none";
    const refusal: unknown = await connect({ ...options, databaseUrl, requireDurable: true }).catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({ problem: { code: "storage/server-unreachable" } });
  });

  if (testServerUrl !== undefined) {
    const adminUrl = testServerUrl;
    it("with synchronous_commit off is refused where durability is required, and told otherwise", async () => {
      const { url, name, drop } = await makeServerDatabase(adminUrl);
      const admin = new pg.Client({ connectionString: adminUrl });
      await admin.connect();
      await admin.query(`alter database ${name} set synchronous_commit = off`);
      await admin.end();
      const refusal: unknown = await connect({ ...options, databaseUrl: url, requireDurable: true }).catch(
        (error) => error,
      );
      expect((refusal as StorageRefusal).problem).toEqual({
        code: "storage/server-not-durable",
        params: { settings: "synchronous_commit" },
      });
      const database = await connect({ ...options, databaseUrl: url, requireDurable: false });
      expect(database.durable).toBe(false);
      await database.close();
      await drop();
    });

    it("is used as a role that is no superuser", async () => {
      const { url, drop } = await makeServerDatabase(adminUrl);
      const database = await connect({ ...options, databaseUrl: url, requireDurable: true });
      expect(database).toMatchObject({ engine: "postgres", durable: true });
      await database.close();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(
        "select usename, usesuper from pg_user where usename = current_user",
      );
      expect(rows).toEqual([{ usename: "shian_app", usesuper: false }]);
      await client.end();
      await drop();
    });
  }

  it("refusals are errors that carry a problem", () => {
    expect(new StorageRefusal("storage/schema-newer", { migration: "1" }).problem.code).toBe(
      "storage/schema-newer",
    );
  });
});
