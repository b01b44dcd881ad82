// Words, names and dates of cells.
import { describe, expect, it } from "vitest";
import { createFlagFinder, listFlags } from "./attention-list.js";
import { attentionFlags, businessForms, establishmentStates, sizes } from "./establishment.schema.js";
import { foldName } from "./fold-name.js";
import { parseCellDate } from "./parse-cell-date.js";
import { findForm, findSize, findState } from "./register-label.js";
import { registryProblemCodes } from "./registry.problem.js";
import { registryText } from "./registry.text.js";
import { cellKind } from "./sheet-row.js";
import { spreadsheetProblemCodes } from "./spreadsheet.problem.js";
import { spreadsheetText } from "./spreadsheet.text.js";

describe("words for forms, sizes, flags and states", () => {
  it("every key is read by itself and by the word that is shown for it, in both languages", () => {
    const { "zh-CN": chinese, en } = registryText;
    for (const form of businessForms) {
      for (const word of [form, chinese[`form/${form}`], en[`form/${form}`], form.toUpperCase()]) {
        expect([word, findForm(word)]).toEqual([word, form]);
      }
    }
    for (const size of sizes) {
      for (const word of [size, chinese[`size/${size}`], en[`size/${size}`]])
        expect(findSize(word)).toBe(size);
    }
    const findFlag = createFlagFinder(listFlags([]));
    for (const flag of attentionFlags) {
      for (const word of [flag, chinese[`attention/${flag}`], en[`attention/${flag}`]])
        expect(findFlag(word)?.code).toBe(flag);
    }
    for (const state of establishmentStates) {
      for (const word of [state, chinese[`state/${state}`], en[`state/${state}`]])
        expect(findState(word)).toBe(state);
    }
  });

  it.each([
    ["餐饮服务经营者", "caterer"],
    ["超市", "seller"],
    ["食 品 小 作 坊", "small-workshop"],
    ["small_workshop", "small-workshop"],
    ["食品摊贩", "food-vendor"],
    ["幼儿园食堂", "kindergarten-canteen"],
    ["医院食堂", "institution-canteen"],
    ["饭", undefined],
    ["constructor", undefined],
  ])("the form %s is %s", (word, form) => {
    expect(findForm(word)).toBe(form);
  });

  it.each([
    ["大", "large"],
    ["小微", "micro"],
    ["ＬＡＲＧＥ", "large"],
    ["超大", undefined],
  ])("the size %s is %s", (word, size) => {
    expect(findSize(word)).toBe(size);
  });

  it.each([
    ["存续（在营、开业、在册）", "active"],
    ["存续(在营、开业、在册)", "active"],
    ["吊销", "closed"],
    ["歇业", "dormant"],
    ["停业整顿", "suspended"],
    ["迁出", undefined],
  ])("the state %s is %s", (word, state) => {
    expect(findState(word)).toBe(state);
  });
});

describe("folding names", () => {
  it.each([
    ["老槐树面馆（望澜店）", "老槐树面馆(望澜店)"],
    ["老槐树面馆(望澜店)", "老槐树面馆(望澜店)"],
    [" 老槐树 面馆\u3000", "老槐树面馆"],
    ["Ｋｆｃ 餐厅", "KFC餐厅"],
    ["kfc餐厅", "KFC餐厅"],
    ["面馆〔一店〕", "面馆(一店)"],
    ["面馆【一店】", "面馆(一店)"],
    ["面馆[一店]", "面馆(一店)"],
    ["槐荫路１号－２", "槐荫路1号-2"],
    ["槐荫路1号—2", "槐荫路1号-2"],
    ["面\u200b馆", "面馆"],
    ["", ""],
    ["面馆", "面馆"],
    ["面馆二店", "面馆二店"],
  ])("%j compares as %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
    expect(foldName(folded)).toBe(folded);
  });
});

describe("date cells", () => {
  it.each([
    ["2024-01-05", "2024-01-05"],
    ["2024-1-5", "2024-01-05"],
    ["2024/01/05", "2024-01-05"],
    ["2024.1.5", "2024-01-05"],
    ["2024年1月5日", "2024-01-05"],
    ["20240105", "2024-01-05"],
    ["２０２４－０１－０５", "2024-01-05"],
    ["2024-01-05 00:00:00", "2024-01-05"],
    ["45296", "2024-01-05"],
    ["45296.75", "2024-01-05"],
    ["10000", "1927-05-18"],
    ["99999", "2173-10-13"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["1900-01-01", "1900-01-01"],
    ["2024-12-31", "2024-12-31"],
    ["2024-04-30", "2024-04-30"],
    ["2027-02-30", undefined],
    ["2023-02-29", undefined],
    ["1900-02-29", undefined],
    ["2100-02-29", undefined],
    ["1899-12-31", undefined],
    ["2024-04-31", undefined],
    ["2024-01-32", undefined],
    ["2024-13-01", undefined],
    ["2024-00-10", undefined],
    ["2024-01-00", undefined],
    ["2024-0a-01", undefined],
    ["202a-01-01", undefined],
    ["2024-01-0/", undefined],
    ["2024-01-0:", undefined],
    ["4529", undefined],
    ["452961", undefined],
    ["去年", undefined],
    ["", undefined],
  ])("%s means %s", (text, day) => {
    expect(parseCellDate(text)).toBe(day);
  });
});

describe("cell kinds", () => {
  it.each([
    [0, "text"],
    [1, "number"],
    [2, "date"],
    [3, "empty"],
    [4, "empty"],
  ])("of a typed row, column %i is %s", (column, kind) => {
    expect(cellKind({ row: 1, cells: ["a", "1", "2024-01-05", ""], kinds: "tnde" }, column)).toBe(kind);
  });
  it("of a text row is text or empty", () => {
    const row = { row: 1, cells: ["1", ""], kinds: null };
    expect([cellKind(row, 0), cellKind(row, 1), cellKind(row, 2)]).toEqual(["text", "empty", "empty"]);
  });
});

it("every reason has one sentence in each language, and both name the same parts", () => {
  const listParts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const catalogue of [registryText, spreadsheetText] as const) {
    for (const [key, text] of Object.entries(catalogue["zh-CN"])) {
      const english = (catalogue.en as Record<string, string>)[key] ?? "";
      expect([key, listParts(english)]).toEqual([key, listParts(text)]);
    }
  }
  const codes: readonly string[] = [...registryProblemCodes, ...spreadsheetProblemCodes];
  for (const code of codes) {
    const text = { ...registryText["zh-CN"], ...spreadsheetText["zh-CN"] }[
      code as keyof (typeof registryText)["zh-CN"]
    ];
    expect([code, text.endsWith("。")]).toEqual([code, true]);
  }
});
