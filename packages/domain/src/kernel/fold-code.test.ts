import { expect, it } from "vitest";
import { foldCode } from "./fold-code.js";

it.each([
  ["plain text is left alone", "91350100M000100Y43", "91350100M000100Y43", []],
  ["ordinary blanks and tabs", " \t3201\r\n", "3201", ["trimmed"]],
  ["a full-width blank at the edge is trimmed, not folded", "\u30003201\u3000", "3201", ["trimmed"]],
  ["non-breaking blank", "\u00A03201", "3201", ["trimmed"]],
  ["zero-width blanks and marks", "\u200B\uFEFF3201\u200E\u2060", "3201", ["trimmed"]],
  ["only in front", "\u200B3201", "3201", ["trimmed"]],
  ["full-width digits", "３２０１", "3201", ["half-width"]],
  ["first and last full-width forms", "！～", "!~", ["half-width"]],
  ["a full-width blank inside becomes an ordinary one", "32\u300001", "32 01", ["half-width"]],
  ["blanks inside stay", "32 01", "32 01", []],
  ["zero-width inside stays", "32\u200B01", "32\u200B01", []],
  ["lower case", "az", "AZ", ["upper-case"]],
  ["full-width lower case is two changes", "ｊｙ", "JY", ["half-width", "upper-case"]],
  ["only ASCII letters are raised", "ßıé", "ßıé", []],
  ["all three", " ｊｙ1", "JY1", ["trimmed", "half-width", "upper-case"]],
  ["nothing", "", "", []],
  ["only blanks", " \u3000", "", ["trimmed"]],
])("%s", (_, input, value, changes) => {
  expect(foldCode(input)).toEqual({ value, changes });
});
