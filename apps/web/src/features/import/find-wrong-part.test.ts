import { expect, it } from "vitest";
import { findWrongPart } from "./find-wrong-part.js";

it.each([
  [
    "911101018O1265535R",
    { code: "credit-code/character", params: { position: 10, character: "O" } },
    [9, 10],
  ],
  [
    "91110101101500821A",
    { code: "credit-code/check-character", params: { expected: "3", found: "A" } },
    [17, 18],
  ],
  ["A-1", { code: "x/character", params: { character: "-" } }, [1, 2]],
  ["9.13205E+17", { code: "credit-code/spreadsheet-number", params: { text: "9.13205E+17" } }, undefined],
  ["91", { code: "credit-code/character", params: { position: 10 } }, undefined],
  ["", { code: "registry/name-missing", params: {} }, undefined],
])("in %s the problem %j is at %j", (text, problem, part) =>
  expect(findWrongPart(text, problem)).toEqual(part),
);
