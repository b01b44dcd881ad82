import { expect, it } from "vitest";
import type { locales } from "./kernel/text.js";
import { catalogues, isTextKey, label, renderProblem } from "./texts.js";

const entries = (locale: (typeof locales)[number]) =>
  catalogues.flatMap((catalogue) => Object.entries<string>(catalogue[locale]));
const paramsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

it("has every key once", () => {
  const keys = entries("zh-CN").map(([key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.length).toBeGreaterThan(100);
});

it("has every text in both languages, none empty, with the same parameters", () => {
  const english = new Map(entries("en"));
  const wrong = entries("zh-CN").filter(([key, text]) => {
    const other = english.get(key);
    return !text || !other || JSON.stringify(paramsOf(text)) !== JSON.stringify(paramsOf(other));
  });
  expect(wrong).toEqual([]);
  expect(english.size).toBe(entries("zh-CN").length);
});

it("writes Chinese with full-width punctuation", () => {
  const half = entries("zh-CN").filter(([, text]) =>
    /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text),
  );
  expect(half).toEqual([]);
});

it("shows the key where there is no text, and a label where a parameter has one", () => {
  expect(label("no/such", "en")).toBe("no/such");
  expect(isTextKey("no/such")).toBe(false);
  expect(renderProblem({ code: "no/such", params: {} }, "zh-CN")).toBe("no/such");
});

it.each([
  [{ who: "张工", at: "2026-11-24" }, "张工 changed this record at 2026-11-24; "],
  [{}, "This record has been changed since; "],
  [{ who: "", at: "" }, "This record has been changed since; "],
])("names who was faster only where that is known: %j", (params, begins) => {
  const sentence = renderProblem({ code: "request/stale", params }, "en");
  expect(sentence).toBe(`${begins}your change was not saved. Reload it and change it again.`);
});
