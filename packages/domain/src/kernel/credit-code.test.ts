import { describe, expect, it } from "vitest";
import {
  composeCreditCode,
  composeOrganisationCode,
  isSpreadsheetNumber,
  parseCreditCode,
} from "./credit-code.js";

const parse = (input: string) => parseCreditCode({ input });

describe("letters that the alphabet lacks are refused with their likely original", () => {
  it.each([
    ["I", "1"],
    ["O", "0"],
    ["S", "5"],
    ["V", "Y/U"],
    ["Z", "2"],
  ])("%s is probably %s", (letter, likely) => {
    expect(parse(`9132020${letter}MA1MGN8MXH`)).toEqual({
      status: "refused",
      value: null,
      changes: [],
      notices: [],
      problems: [{ code: "credit-code/letter-not-in-alphabet", params: { position: 8, letter, likely } }],
    });
  });

  it("every one of them is named", () => {
    expect(parse("OI320200MA1MGN8MXZ").problems.map((reason) => reason.params)).toEqual([
      { position: 1, letter: "O", likely: "0" },
      { position: 2, letter: "I", likely: "1" },
      { position: 18, letter: "Z", likely: "2" },
    ]);
  });
});

it.each([
  ["a hyphen", "91320200MA1MGN8M-H", { position: 17, character: "-" }],
  ["a Chinese character", "91320200MA1MGN8M食H", { position: 17, character: "食" }],
  ["a blank is named by its number", "91320200MA1MGN8M H", { position: 17, character: "U+0020" }],
  ["a zero-width blank too", "91320200MA1MGN8M\u200BH", { position: 17, character: "U+200B" }],
  ["a character beyond 16 bits counts as one", "91320200MA1MGN8M𠮷H", { position: 17, character: "𠮷" }],
])("refuses %s", (_, input, params) => {
  expect(parse(input)).toMatchObject({
    status: "refused",
    problems: [{ code: "credit-code/character", params }],
  });
});

it.each([
  ["91320200MA1MGN8MX", ["credit-code/length"]],
  ["91320200MA1MGN8MXHH", ["credit-code/length"]],
  ["91320200MAOMGN8MX", ["credit-code/length", "credit-code/letter-not-in-alphabet"]],
  ["", ["identifier/empty"]],
  ["9.1E+17", ["credit-code/spreadsheet-number"]],
  ["9.11000006957e17", ["credit-code/spreadsheet-number"]],
])("refuses %j", (input, codes) => {
  const { status, value, problems } = parse(input);
  expect({ status, value, codes: problems.map((reason) => reason.code) }).toEqual({
    status: "refused",
    value: null,
    codes,
  });
});

it("says how long a code of the wrong length is", () => {
  expect(parse("913202").problems[0]?.params).toEqual({ length: 6 });
});

it("holds a failed check character with the expected one", () => {
  expect(parse("91310115591673062R")).toEqual({
    status: "held",
    value: "91310115591673062R",
    changes: [],
    notices: [],
    problems: [{ code: "credit-code/check-character", params: { expected: "2", found: "R" } }],
  });
});

it.each([
  ["81320106", []],
  ["89320106", []],
  ["YY320106", []],
  ["91320100", []],
  ["91320000", []],
  ["91990106", []],
  ["91990199", []],
  ["91320199", [{ code: "credit-code/unknown-division", params: { division: "320199" } }]],
  ["91990201", [{ code: "credit-code/unknown-division", params: { division: "990201" } }]],
  ["91A20106", [{ code: "credit-code/unknown-division", params: { division: "A20106" } }]],
])("beginning %s is taken, with notices %j", (head, notices) => {
  const input = composeCreditCode(head + composeOrganisationCode("MA1MGN8M"));
  expect(parse(input)).toEqual({ status: "valid", value: input, changes: [], notices, problems: [] });
});

it("an inner organisation code that does not check is a notice", () => {
  expect(parse(composeCreditCode("91320106MA1MGN8M1"))).toMatchObject({
    status: "valid",
    notices: [{ code: "credit-code/organisation-code", params: { expected: "X", found: "1" } }],
  });
});

it.each([
  ["11 counts as 0", "00000000", "000000000"],
  ["10 counts as X", "MA1MGN8M", "MA1MGN8MX"],
  ["letters count from 10", "M000100Y", "M000100Y4"],
])("organisation check: %s", (_, body, code) => {
  expect(composeOrganisationCode(body)).toBe(code);
});

it.each(["", "1234567", "123456789", "1234567I", "1234567a"])("no organisation code for %j", (body) => {
  expect(() => composeOrganisationCode(body)).toThrow(RangeError);
});

it.each(["", "9132020", "91320200MA1MGN8MXH", "91320200MA1MGN8MO"])("no credit code for %j", (body) => {
  expect(() => composeCreditCode(body)).toThrow(/17 characters/);
});

it.each([
  ["9.1E+17", true],
  ["9E17", true],
  ["9.1350100E+17", true],
  ["91E+17", false],
  ["9.1E+", false],
  ["X9.1E+17", false],
  ["9.1E+178", false],
  ["91350100M000100Y43", false],
])("spreadsheet number %s: %s", (text, answer) => {
  expect(isSpreadsheetNumber(text)).toBe(answer);
});
