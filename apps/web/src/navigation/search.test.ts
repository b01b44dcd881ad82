import { describe, expect, it } from "vitest";
import { countConditions, parseRegistrySearch, toRegistryFilter } from "./registry-search.js";
import { parseScopeSearch } from "./scope-search.js";
import { parseSearchText, readFlag, readText, readWords, writeSearchText } from "./search-text.js";
import {
  parseChainSearch,
  parseEvaluationSearch,
  parseImportSearch,
  parseVisitSearch,
} from "./visit-search.js";

describe("search text", () => {
  it.each([
    [{ territory: "990106001" }, "?territory=990106001"],
    [{ grades: ["A", "B"], open: undefined, search: "" }, "?grades=A,B"],
    [{ search: "老槐树 & 面馆" }, "?search=%E8%80%81%E6%A7%90%E6%A0%91%20%26%20%E9%9D%A2%E9%A6%86"],
    [{ answered: false }, "?answered=false"],
    [{}, ""],
  ])("writes %j as %s", (search, text) => expect(writeSearchText(search)).toBe(text));

  it("reads back what it wrote, codes with their zeros", () => {
    const search = { territory: "010203", search: "a,b=c&d", grades: "A,B" };
    expect(parseSearchText(writeSearchText(search))).toEqual(search);
  });

  it.each([
    [true, true],
    ["yes", true],
    ["false", false],
    ["no", false],
    ["maybe", undefined],
    [undefined, undefined],
  ])("reads the flag %j as %j", (value, flag) => expect(readFlag(value)).toBe(flag));

  it("cuts a text to what the contract takes", () => expect(readText("x".repeat(300))?.length).toBe(100));
  it("drops unknown words and keeps the list's order", () => {
    expect(readWords("D,X,A", ["A", "B", "C", "D"])).toEqual(["A", "D"]);
    expect(readWords("X", ["A"])).toBeUndefined();
  });
});

describe("scope", () => {
  it.each([
    [
      { territory: "990106", asOf: "2026-09-30" },
      { territory: "990106", asOf: "2026-09-30" },
    ],
    [{ asOf: "2026-02-30" }, {}],
    [{ asOf: "yesterday", territory: "" }, {}],
  ])("reads %j as %j", (search, scope) => expect(parseScopeSearch(search)).toEqual(scope));
});

describe("the register's address", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(
      parseRegistrySearch({
        grades: "A,E",
        duties: "at-risk,nonsense",
        answered: "no",
        sort: "age",
        colour: "red",
      }),
    ).toEqual({
      grades: ["A"],
      duties: ["at-risk"],
      answered: false,
    });
  });
  it("keeps size, flags and licences", () => {
    const search = parseRegistrySearch({
      sizes: "small,giant",
      attention: "wholesale,night-market,<b>",
      licences: "ending,expired",
      licenceKinds: "operation",
    });
    expect(toRegistryFilter(search, undefined)).toEqual({
      sizes: ["small"],
      attention: ["wholesale", "night-market"],
      licences: ["ending", "expired"],
      licenceKinds: ["operation"],
    });
    expect(countConditions(search)).toBe(4);
  });
  it("makes a filter of the conditions and the territory, never of order or opened row", () => {
    const search = parseRegistrySearch({ search: "食堂", sort: "grade", descending: "true", open: "e1" });
    expect(toRegistryFilter(search, "990106")).toEqual({ search: "食堂", territory: "990106" });
    expect(countConditions(search)).toBe(1);
    expect(countConditions({})).toBe(0);
  });
});

describe("the other addresses", () => {
  it.each([
    [
      { view: "overdue", period: "2026Q3", grades: "C" },
      { view: "overdue", period: "2026Q3", grades: ["C"] },
    ],
    [{ view: "map", period: "2026Q5" }, {}],
  ])("visits: %j is %j", (search, parsed) => expect(parseVisitSearch(search)).toEqual(parsed));
  it("chain: a gap and a view of the closed lists", () =>
    expect(parseChainSearch({ view: "officials", gap: "nobody", level: "moon" })).toEqual({
      view: "officials",
      gap: "nobody",
    }));
  it("evaluation: an item and what to show", () =>
    expect(parseEvaluationSearch({ item: "1-1", show: "lost", rubric: "" })).toEqual({
      item: "1-1",
      show: "lost",
    }));
  it("import: a kind and a run", () =>
    expect(parseImportSearch({ kind: "people", run: "r1" })).toEqual({ run: "r1" }));
});
