import { describe, expect, it } from "vitest";
import { toCsv } from "./save-text.js";

describe("CSV made in the page", () => {
  it("begins with the mark by which spreadsheets know UTF-8", () =>
    expect(toCsv([["姓名", "账号"]])).toBe("\uFEFF姓名,账号\r\n"));
  it("quotes what would break a line", () =>
    expect(toCsv([['a"b', "c,d", "e\nf"]])).toBe('\uFEFF"a""b","c,d","e\nf"\r\n'));
});
