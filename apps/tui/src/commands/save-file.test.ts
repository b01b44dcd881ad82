import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Call } from "./command.js";
import { saveFile } from "./save-file.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shian-save-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function* stream() {
  yield new Uint8Array([0x61]);
  yield new Uint8Array([0x62]);
}

it.each([
  ["saves a stream", "out", stream(), [], 0, "audit.saved\n"],
  ["saves bytes", "out", new Uint8Array([0x61, 0x62]), [], 0, "audit.saved\n"],
  ["says nothing where quiet is asked", "out", new Uint8Array([0x61, 0x62]), ["quiet"], 0, ""],
  ["cannot write over a folder", ".", new Uint8Array(), [], 1, "fail.write\n"],
])("%s", async (_, name, content, options, exit, sentence) => {
  let said = "";
  const call = {
    options: new Map(options.map((option) => [option, []])),
    err: {
      write: async (text: string) => {
        said += text;
      },
    },
    t: (key: string) => key,
  } as unknown as Call;
  const file = join(folder, name);
  expect([await saveFile(call, file, content, "audit.saved"), said]).toEqual([exit, sentence]);
  if (exit === 0) expect(await readFile(file, "utf8")).toBe("ab");
});
