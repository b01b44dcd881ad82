import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import { settleKeyring } from "./settle-keyring.service.js";

const now = new Date("2026-11-24T04:00:00Z");

describe.each(bothEngines)("keys of a database on $name", ({ open }) => {
  let database: Database;
  let folder: string;
  beforeEach(async () => {
    database = await open();
    folder = mkdtempSync(join(tmpdir(), "shian-settle-"));
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const settle = (name: string) => settleKeyring(database, { file: join(folder, name), suite: "intl", now });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "none",
      (error) => error.problem.code,
    );

  it("are made once and found again, also after a change of key", async () => {
    const first = await settle("keys.json");
    const sealed = first.seal("13812345678", "person.mobile");
    first.rotate(now);
    expect((await settle("keys.json")).unseal(sealed, "person.mobile")).toBe("13812345678");
  });

  it("are refused when the file is gone or another database's", async () => {
    await settle("keys.json");
    rmSync(join(folder, "keys.json"));
    expect(await codeOf(settle("keys.json"))).toBe("storage/key-file-missing");
    const other = await bothEngines[0]?.open();
    if (other === undefined) throw new Error("no engine");
    await settleKeyring(other, { file: join(folder, "keys.json"), suite: "intl", now });
    await other.close();
    expect(await codeOf(settle("keys.json"))).toBe("storage/key-file-other");
  });
});
