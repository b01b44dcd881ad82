import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runShian } from "../testing/run-shian.js";

const folder = mkdtempSync(join(tmpdir(), "shian-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const lines = (
  text: string,
): { input: string; kind: string | null; status: string; value: string | null }[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("shian check-id", () => {
  it("answers each code on a line of its own, in the exact shape, and exits 0 whatever the answers are", async () => {
    const codes = ["12990106MAHU53D38A", "91990106MA1C07K30Y", "92990106MAOT42C146", "hello"];
    const { code, stdout, stderr } = await runShian(["check-id", ...codes, "--ndjson"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.split("\n")[0]).toBe(
      '{"input":"12990106MAHU53D38A","kind":"uscc","ok":true,"status":"valid","value":"12990106MAHU53D38A","changes":[],"notices":[],"problems":[]}',
    );
    expect(lines(stdout).map(({ status, value }) => [status, value])).toEqual([
      ["valid", codes[0]],
      ["held", codes[1]],
      ["refused", null],
      ["refused", null],
    ]);
  });

  it("reads a file line by line: CRLF, a byte order mark, empty lines passed over, no last line end", async () => {
    const file = write(
      "codes.txt",
      "\uFEFF320106\r\n\r\n\n990106001003001\n110108012345678\nｊｙ13202020009651",
    );
    const { code, stdout } = await runShian(["check-id", "--file", file]);
    expect(code).toBe(0);
    expect(lines(stdout).map(({ input, kind, status }) => [input, kind, status])).toEqual([
      ["320106", "division", "valid"],
      ["990106001003001", "grid", "valid"],
      ["110108012345678", "uscc", "held"],
      ["ｊｙ13202020009651", "licence", "valid"],
    ]);
  });

  it("reads stdin by - and by --file -, and knows the villages of a file", async () => {
    const villages = write("villages.csv", "code,name\n320106001003,某社区\n");
    const one = await runShian(["check-id", "-"], { input: "320106001003001\n" });
    const two = await runShian(["check-id", "--file", "-", "--villages", villages], {
      input: "320106001003001\n",
    });
    expect(lines(one.stdout).map(({ kind, status }) => [kind, status])).toEqual([["uscc", "held"]]);
    expect(lines(two.stdout).map(({ kind, status }) => [kind, status])).toEqual([["grid", "valid"]]);
  });

  it("keeps a hundred thousand lines in order", async () => {
    const codes = Array.from({ length: 100_000 }, (_, index) => String(100_000 + index));
    const { code, stdout } = await runShian([
      "check-id",
      "--file",
      write("many.txt", codes.join("\n")),
      "--ndjson",
    ]);
    expect(code).toBe(0);
    expect(lines(stdout).map(({ input }) => input)).toEqual(codes);
  });

  it.each([
    ["a file that is not there", ["check-id", "--file", "/nonexistent/codes.txt"], "没有文件"],
    ["a folder", ["check-id", "--file", "/"], "文件夹"],
    ["no code at all", ["check-id"], "缺少"],
    ["codes and a file", ["check-id", "320106", "--file", "x"], "只能用一个"],
    ["an unknown option", ["check-id", "--fil", "x"], "--file"],
    ["a format it has not", ["check-id", "320106", "--csv"], "不能用"],
    ["two formats", ["check-id", "320106", "--json", "--ndjson"], "只能用一个"],
    ["an unknown command", ["chek-id", "320106"], "check-id"],
    ["villages without a code", ["check-id", "320106", "--villages", write("none.txt", "code\n")], "12 位"],
  ])("refuses %s with exit 2, a sentence on stderr and nothing on stdout", async (_, args, sentence) => {
    const { code, stdout, stderr } = await runShian(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
  });

  it("says what is wrong in English where that is the language", async () => {
    const { stderr } = await runShian(["check-id", "--file", "/nonexistent/codes.txt"], {
      env: { LANG: "en_US.UTF-8" },
    });
    expect(stderr).toBe("There is no file /nonexistent/codes.txt; check the path.\n");
  });
});
