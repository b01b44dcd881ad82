import { expect, it } from "vitest";
import {
  demonstrationDivisions,
  isDemonstrationDivision,
  isDemonstrationVillage,
} from "./demonstration-division.js";
import {
  isDivisionCodeShape,
  isKnownDivision,
  parseDivisionCode,
  toPlainDivisionCode,
} from "./division-code.js";
import { findDivision, listDivisions } from "./division-table.js";
import { isGridCodeShape, parseGridCode } from "./grid-code.js";

it.each([
  ["11", "北京市"],
  ["1101", "市辖区"],
  ["110108", "海淀区"],
  ["5002", "县"],
  ["419001", "济源市"],
  ["441900", "东莞市"],
  ["442000", "中山市"],
  ["460400", "儋州市"],
  ["659004", "五家渠市"],
  ["99", "演示省"],
  ["9901", "澄岚市"],
  ["990106", "云汀区"],
])("%s is %s", (code, name) => {
  expect(findDivision(code)).toEqual({ code, name });
});

it.each(["", "00", "320100", "320199", "9902", "990107"])("the table has no %j", (code) => {
  expect(findDivision(code)).toBeUndefined();
});

it("has 31 provinces, 342 cities, 2,978 counties and the demonstration's three", () => {
  const count = (length: number) => listDivisions().filter(({ code }) => code.length === length).length;
  expect([2, 4, 6].map(count)).toEqual([31 + 1, 342 + 1, 2978 + 1]);
  expect(listDivisions().slice(-3)).toEqual(demonstrationDivisions);
  expect(listDivisions().every(({ name }) => /^\p{Script=Han}+$/u.test(name))).toBe(true);
});

it.each([
  ["320106", "320106"],
  ["320100", "3201"],
  ["320000", "32"],
  ["320106000", "320106"],
  ["320106001000", "320106001"],
  ["320106000000", "320106"],
  ["320000000000", "32"],
  ["320106001003", "320106001003"],
  ["3200", "32"],
  ["00", "00"],
  ["000000", "00"],
  ["32010600100000", "32010600100000"],
  ["Z00000", "Z00000"],
])("%s without padding is %s", (code, plain) => {
  expect(toPlainDivisionCode(code)).toBe(plain);
});

it.each([
  ["11", true],
  ["110000", true],
  ["110100", true],
  ["320106001003", true],
  ["000000", false],
  ["320199001", false],
  ["71", false],
  ["99", true],
  ["990000", true],
  ["990100", true],
  ["990188", true],
  ["9902", false],
  ["199901", false],
])("%s known: %s", (code, known) => {
  expect(isKnownDivision(code)).toBe(known);
});

it.each(["11", "1101", "110108", "110108001", "110108001001", "　１１０１０８"])("%s is valid", (input) => {
  expect(parseDivisionCode({ input })).toMatchObject({ status: "valid", notices: [], problems: [] });
});

it("holds an unknown county with the county's code", () => {
  expect(parseDivisionCode({ input: "320199001003" })).toEqual({
    status: "held",
    value: "320199001003",
    changes: [],
    notices: [],
    problems: [{ code: "division-code/unknown", params: { code: "320199" } }],
  });
});

it.each([
  "",
  "1",
  "110",
  "11010",
  "1101080",
  "11010800",
  "1101080010",
  "11010800100",
  "1101080010011",
  "x11",
  "11x",
  "一一",
])("%j has not the shape", (input) => {
  expect(isDivisionCodeShape(input)).toBe(false);
  expect(parseDivisionCode({ input })).toMatchObject({
    status: "refused",
    value: null,
    problems: [{ code: "division-code/shape" }],
  });
});

it.each([
  ["990106001001001", "valid", []],
  ["320106001001001", "valid", []],
  ["320199001001001", "held", ["division-code/unknown"]],
  ["99010600100100", "refused", ["grid-code/shape"]],
  ["9901060010010011", "refused", ["grid-code/shape"]],
  ["99010600100100A", "refused", ["grid-code/shape"]],
])("grid %s is %s", (input, status, codes) => {
  const reading = parseGridCode({ input });
  expect(reading.status).toBe(status);
  expect(reading.value).toBe(status === "refused" ? null : input);
  expect(reading.problems.map((reason) => reason.code)).toEqual(codes);
  expect(isGridCodeShape(input)).toBe(status !== "refused");
});

it("a held grid names the county", () => {
  expect(parseGridCode({ input: "320199001001001" }).problems[0]?.params).toEqual({ code: "320199" });
});

it.each([
  ["99", true],
  ["9901", true],
  ["990106001003", true],
  ["990", false],
  ["9902", false],
  ["19901", false],
])("%s of the demonstration: %s", (code, answer) => {
  expect(isDemonstrationDivision(code)).toBe(answer);
});

it.each([
  ["990106001001", true],
  ["990106001011", true],
  ["990106001012", false],
  ["990106001000", false],
  ["990106001199", false],
  ["990106001200", true],
  ["990106001201", false],
  ["990106100205", true],
  ["990106100206", false],
  ["990106201001", true],
  ["990106201002", false],
  ["990106202001", false],
  ["990107001001", false],
  ["99010600100", false],
  ["9901060010011", false],
  ["1990106001001", false],
  ["99010600100A", false],
  ["99010600100 ", false],
])("%s a village of the demonstration: %s", (code, answer) => {
  expect(isDemonstrationVillage(code)).toBe(answer);
});
