import { expect, it } from "vitest";
import { formatDayOf, formatInstant } from "./format-instant.js";

it.each([
  ["2026-11-23T15:59:59.999Z", "2026-11-23 23:59"],
  ["2026-11-23T16:00:00.000Z", "2026-11-24 00:00"],
  ["2026-11-24T01:05:31.000Z", "2026-11-24 09:05"],
])("%s is %s in the office", (instant, said) => {
  expect(formatInstant(instant)).toBe(said);
  expect(formatDayOf(instant)).toBe(said.slice(0, 10));
});
