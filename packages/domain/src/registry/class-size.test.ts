import { expect, it } from "vitest";
import { classSize, fillSize, findSizeSector } from "./class-size.js";
import type { BusinessForm } from "./establishment.schema.js";

const none: [] = [];

// Source: regulations §1.4 after 国统字〔2017〕213号, to be checked; both lower bounds, else the class below.
it.each<[BusinessForm, "wholesale" | null, number, number, string]>([
  ["producer", null, 1000, 40_000, "large"],
  ["producer", null, 999, 40_000, "medium"],
  ["producer", null, 1000, 39_999, "medium"],
  ["producer", null, 300, 2000, "medium"],
  ["producer", null, 300, 1999, "small"],
  ["producer", null, 20, 300, "small"],
  ["producer", null, 19, 300, "micro"],
  ["small-workshop", null, 5, 20, "micro"],
  ["caterer", null, 300, 10_000, "large"],
  ["caterer", null, 100, 2000, "medium"],
  ["caterer", null, 10, 100, "small"],
  ["caterer", null, 10, 99, "micro"],
  ["seller", null, 300, 20_000, "large"],
  ["seller", null, 50, 500, "medium"],
  ["seller", null, 10, 100, "small"],
  ["seller", "wholesale", 200, 40_000, "large"],
  ["seller", "wholesale", 20, 5000, "medium"],
  ["seller", "wholesale", 5, 1000, "small"],
  ["seller", "wholesale", 4, 1000, "micro"],
])("%s %s with %i employees and %i0,000 yuan is %s", (form, flag, employees, revenue, size) => {
  expect(classSize({ form, attention: flag === null ? none : [flag], employees, revenue })).toBe(size);
});

it.each<[BusinessForm | null, number | null, number | null]>([
  ["school-canteen", 50, 500],
  ["chain-headquarters", 500, 50_000],
  ["food-vendor", 1, 10],
  [null, 50, 500],
  ["caterer", null, 500],
  ["caterer", 50, null],
])("%s with %s employees and %s revenue is not classed, never guessed", (form, employees, revenue) => {
  expect(classSize({ form, attention: none, employees, revenue })).toBeUndefined();
  expect(fillSize({ form, attention: none, employees, revenue, size: null }).size).toBeNull();
});

it("only a seller is a wholesaler by its flag", () => {
  expect(findSizeSector({ form: "producer", attention: ["wholesale"] })).toBe("industry");
});
