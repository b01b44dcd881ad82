import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ServerPort } from "../server-port.js";
import type { Call } from "./command.js";
import { readMapping, readSource, sendSource } from "./source-file.js";

let folder: string;
let said = "";
const call = {
  options: new Map([["map", ["名称=name", "a=b=code", "备注="]]]),
  stdin: Readable.from([Buffer.from("名称\n"), Buffer.from("甲\n")]),
  err: {
    write: async (text: string) => {
      said += `${text.trim()};`;
    },
  },
  t: (key: string) => key,
  locale: "zh-CN",
} as unknown as Call;
const sayings = (): string => {
  const all = said;
  said = "";
  return all;
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shian-source-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("reads a file by its own name, and stdin as a text of values", async () => {
  const file = join(folder, "sheet.csv");
  await writeFile(file, "x");
  const read = await readSource(call, file);
  expect(read.ok && [read.source.name, text(read.source.bytes)]).toEqual(["sheet.csv", "x"]);
  const piped = await readSource(call, "-");
  expect(piped.ok && [piped.source.name, text(piped.source.bytes)]).toEqual(["stdin.csv", "名称\n甲\n"]);
});

it.each([
  ["nothing.csv", "fail.noFile;"],
  [".", "fail.isFolder;"],
])("says why %s cannot be read", async (name, sentence) => {
  expect(await readSource(call, join(folder, name))).toEqual({ ok: false, exit: 2 });
  expect(sayings()).toBe(sentence);
});

it("gives the id of what the server keeps, or says why it does not", async () => {
  const source = { name: "sheet.csv", bytes: new Uint8Array([1]) };
  const takes = { upload: async () => ({ ok: true, value: { fileId: "f1" } }) } as unknown as ServerPort;
  expect(await sendSource(call, takes, source)).toEqual({ ok: true, fileId: "f1" });
  const refuses = {
    upload: async () => ({ ok: false, problems: [{ code: "access/no-role", params: {} }] }),
  } as unknown as ServerPort;
  expect(await sendSource(call, refuses, source)).toEqual({ ok: false, exit: 4 });
  expect(sayings()).not.toBe("");
});

it("takes a column to a field by the last sign between them, and leaves out one without a field", () => {
  expect(readMapping(call)).toEqual({ 名称: "name", "a=b": "code", 备注: null });
  expect(readMapping({ ...call, options: new Map() })).toBe(undefined);
});
