import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseEnv } from "./env.js";
import { settleKeyring } from "./features/personal/settle-keyring.service.js";
import { runKeys } from "./run-keys.js";
import { connect } from "./storage/connect.js";
import { migrate } from "./storage/migrate.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shian-run-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const envOf = () => parseEnv({ SHIAN_DATA: folder }, "/");
async function run(...args: readonly string[]): Promise<{ code: number; said: string }> {
  let said = "";
  const code = await runKeys(args, envOf(), (text) => {
    said += text;
  });
  return { code, said };
}

it("shows, changes and forgets the keys of a stopped server, and refuses what would lose data", async () => {
  expect(await run("status")).toMatchObject({ code: 1, said: expect.stringContaining("no keys yet") });
  const database = await connect({ folder, requireDurable: true, now: new Date() });
  await migrate(database);
  const { keyFile, suite } = envOf();
  const keyring = await settleKeyring(database, { file: keyFile, suite, now: new Date() });
  const old = keyring.currentKey();
  expect(await run("rotate")).toMatchObject({
    code: 1,
    said: expect.stringContaining("is in use by process"),
  });
  await database.close();

  expect((await run("rotate")).said).toMatch(/^New key [0-9a-f]{12}; 0 values sealed anew\.\n$/);
  const key = keyring.currentKey();
  expect((await run("status")).said).toContain(`${old}  0 values\n${key}  0 values, seals now\n`);
  expect((await run("forget", key)).code).toBe(1);
  expect((await run("forget", old)).said).toBe(`Key ${old} is forgotten.\n`);
  expect(keyring.listKeys()).toEqual([key]);
  rmSync(keyFile);
  expect(await run("reseal")).toMatchObject({ code: 1, said: expect.stringContaining("is not there") });
  // Each command opens the embedded database anew.
}, 240_000);

it.each(["", "renew", "forget", "status all", "forget a b"])("does not understand “%s”", async (line) => {
  const answer = await run(...line.split(" ").filter((word) => word !== ""));
  expect(answer).toMatchObject({ code: 2, said: expect.stringContaining("rotate") });
});
