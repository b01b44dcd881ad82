import { expect, it } from "vitest";
import {
  composeLicenceNumber,
  isLicenceNumberShape,
  parseLicenceNumber,
  toLicenceDivision,
} from "./licence-number.js";

const parse = (input: string) => parseLicenceNumber({ input });

it.each([
  ["SC10741018302531", []],
  ["JY13301080111719", []],
  ["sc10741018302531", []],
  ["JY13202020009651", [{ code: "licence-number/unknown-division", params: { division: "320202" } }]],
  ["JY10000000000011", [{ code: "licence-number/unknown-division", params: { division: "000000" } }]],
  [composeLicenceNumber("JY1110508000000"), []],
  [
    composeLicenceNumber("JY1119908000000"),
    [{ code: "licence-number/unknown-division", params: { division: "110199" } }],
  ],
  [composeLicenceNumber("JY1990106000001"), []],
])("%s is valid", (input, notices) => {
  expect(parse(input)).toMatchObject({ status: "valid", value: input.toUpperCase(), notices, problems: [] });
});

it("holds a failed check digit with the expected one, and still gives the notice", () => {
  expect(parse("JY12345678901234")).toEqual({
    status: "held",
    value: "JY12345678901234",
    changes: [],
    notices: [{ code: "licence-number/unknown-division", params: { division: "234567" } }],
    problems: [{ code: "licence-number/check-digit", params: { expected: "2", found: "4" } }],
  });
});

it.each([
  "",
  "JY1320202000965",
  "JY132020200096511",
  "XJY13202020009651",
  "YB13202020009651",
  "JY1320202000965O",
  "SC１",
])("refuses the shape of %j", (input) => {
  expect(parse(input)).toMatchObject({
    status: "refused",
    value: null,
    problems: [{ code: "licence-number/shape" }],
  });
});

it.each([
  ["SC10741018302531", "410183"],
  ["JY13202020009651", "320202"],
  ["JY21101010000000", "110101"],
  ["JY11105080000000", "110105"],
])("%s holds the division %s", (number, division) => {
  expect(toLicenceDivision(number)).toBe(division);
});

it.each(["", "JY", "JY13202020009651", "XX1320202000965", "0JY1320202000965", "JY132020200096A"])(
  "composes nothing for %j",
  (body) => {
    expect(() => composeLicenceNumber(body)).toThrow(/13 digits/);
  },
);

it("does not fold when only the shape is asked", () => {
  expect(isLicenceNumberShape("jy13202020009651")).toBe(false);
});
