import { describe, expect, it } from "vitest";
import { createRequestLimit } from "./request-limit.js";

describe("the limit of requests", () => {
  const start = Date.parse("2026-11-24T04:00:00.000Z");
  const make = (mostAddresses?: number) => {
    let now = start;
    const limit = createRequestLimit({
      clock: () => new Date(now),
      most: 3,
      windowMs: 60_000,
      ...(mostAddresses === undefined ? {} : { mostAddresses }),
    });
    return {
      ask: (address: string) => limit.take(address),
      pass: (ms: number) => {
        now += ms;
      },
    };
  };

  it("lets so many of an address through, then says how long to wait", () => {
    const { ask, pass } = make();
    expect([1, 2, 3].map(() => ask("a"))).toEqual([undefined, undefined, undefined]);
    pass(15_500);
    expect(ask("a")).toBe(45);
  });
  it("counts each address by itself", () => {
    const { ask } = make();
    for (let n = 0; n < 5; n += 1) ask("a");
    expect(ask("b")).toBeUndefined();
  });
  it("begins anew with the next window", () => {
    const { ask, pass } = make();
    for (let n = 0; n < 5; n += 1) ask("a");
    pass(60_000);
    expect(ask("a")).toBeUndefined();
  });
  it("keeps its memory bounded: addresses beyond the most share one count", () => {
    const { ask } = make(2);
    for (const address of ["a", "b", "c", "d", "e"]) expect(ask(address)).toBeUndefined();
    expect(ask("f")).toBe(60);
    expect(ask("a")).toBeUndefined();
  });
});
