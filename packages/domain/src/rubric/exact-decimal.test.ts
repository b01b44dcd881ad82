import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countDecimals,
  greatestCommonDivisor,
  isWithinSize,
  roundExactly,
  roundQuotient,
  toDecimal,
  toHundredths,
  toMillionths,
} from "./exact-decimal.js";

const seed = 20260924;
const whole = fc.integer({ min: -1_000_000_000_000_000, max: 1_000_000_000_000_000 });

it.each([
  [0, 0],
  [-0, 0],
  [7, 0],
  [0.5, 1],
  [0.1 + 0.2, 17],
  [1e-6, 6],
  [1e-7, 7],
  [1.5e-7, 8],
  [123.456789, 6],
  [1e21, 0],
])("%s has %i decimals", (value, decimals) => {
  expect(countDecimals(value)).toBe(decimals);
});

it.each([
  [1e9, true],
  [-1e9, true],
  [1_000_000_000.000001, false],
  [-1_000_000_001, false],
  [0, true],
])("%s within 1e9: %s", (value, within) => {
  expect(isWithinSize(value)).toBe(within);
});

describe("a decimal of at most 6 places and 1e9", () => {
  it("is the millionths that its shortest form writes, and comes back", () =>
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 6 }), (n, places) => {
        const digits = Math.trunc(n / 10 ** (6 - places));
        const value = Number(`${digits}e-${places}`);
        expect(countDecimals(value)).toBeLessThanOrEqual(places);
        expect(BigInt(toMillionths(value))).toBe(BigInt(digits) * 10n ** BigInt(6 - places));
        expect(toDecimal(toMillionths(value))).toBe(value + 0);
      }),
      { seed, numRuns: 1_000 },
    ));

  it.each([
    [4.35, 435],
    [-0, 0],
    [999_999_999.99, 99_999_999_999],
  ])("%s in hundredths", (value, hundredths) => {
    expect(Object.is(toHundredths(value), hundredths)).toBe(true);
  });
});

describe("a rounded quotient", () => {
  it.each([
    [0, 5, 3, 0],
    [1, 1, 2, 1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [49, 1, 100, 0],
    [50, 1, 100, 1],
    [3, 7, 2, 11],
    [2 ** 26, 2 ** 26, 2, 2 ** 51],
    [2 ** 26 - 1, 2 ** 26, 2 ** 52, 1],
    [2 ** 53 - 1, 1, 2, 2 ** 52],
    [2 ** 53 - 1, 2 ** 53 - 1, 2 ** 53 - 1, 2 ** 53 - 1],
    [1, 1, 2 ** 53 - 1, 0],
  ])("%i · %i ÷ %i = %i", (a, b, c, quotient) => {
    expect(roundQuotient(a, b, c)).toBe(quotient);
  });

  it("is exact, whether its product is short or long", () => {
    const factor = fc.oneof(fc.nat(100_000), fc.nat(2 ** 31 - 1), fc.maxSafeNat());
    return fc.assert(
      fc.property(factor, factor, factor, (a, b, c) => {
        const divisor = BigInt(c) + 1n;
        const exact = (2n * BigInt(a) * BigInt(b) + divisor) / (2n * divisor);
        if (divisor > BigInt(Number.MAX_SAFE_INTEGER)) return;
        expect(roundQuotient(a, b, Number(divisor))).toBe(Number(exact));
        expect(roundExactly(BigInt(a) * BigInt(b), divisor)).toBe(Number(exact));
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

it.each([
  [12, 18, 6],
  [0, 5, 5],
  [5, 0, 5],
  [7, 13, 1],
  [1e15, 1e6, 1e6],
])("the divisor of %i and %i is %i", (a, b, divisor) => {
  expect(greatestCommonDivisor(a, b)).toBe(divisor);
});
