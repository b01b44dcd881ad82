import { expect, it } from "vitest";
import { findNearest } from "./find-nearest.js";

it.each([
  ["ovreview", "overview"],
  ["training", "training plans"],
  ["duplicates", "registry duplicates"],
  ["x", undefined],
  ["弄不清", undefined],
])("%s was probably meant as %s", (given, meant) => {
  expect(findNearest(given, ["overview", "import", "registry duplicates", "training plans"])).toBe(meant);
});
