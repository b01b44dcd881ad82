import fc from "fast-check";
import { expect, it } from "vitest";
import { type JsonValue, toCanonicalJson } from "./canonical-json.js";

it("writes the example of RFC 8785 §3.2.2", () => {
  const value: JsonValue = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  expect(toCanonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it("puts members in the order of RFC 8785 §3.2.3", () => {
  const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
  const text = toCanonicalJson(Object.fromEntries(names.map((name) => [name, null])));
  expect(Object.keys(JSON.parse(text))).toHaveLength(7);
  expect([...text.matchAll(/"((?:[^"\\]|\\.)*)":/g)].map(([, name]) => name)).toEqual([
    "\\r",
    "1",
    "\u0080",
    "\u00f6",
    "\u20ac",
    "\ud83d\ude00",
    "\ufb33",
  ]);
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ["\ud800"], [{ "\udc00": 1 }]])("refuses %o", (value) => {
  expect(() => toCanonicalJson(value)).toThrow(TypeError);
});

it("is one text for equal values, and reads back as the value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = toCanonicalJson(value as JsonValue);
      const back: JsonValue = JSON.parse(text);
      expect(toCanonicalJson(back)).toBe(text);
      expect(back).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
