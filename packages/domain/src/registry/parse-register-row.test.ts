import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createPlaceIndex } from "../territory/place-index.js";
import type { Territory } from "../territory/territory.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { RegisterField } from "./import-columns.js";
import { parseRegisterRow, prepareRegisterReading } from "./parse-register-row.js";
import type { PlaceScope } from "./read-place.js";

const CODE = "91350100M000100Y43";
const LICENCE = "SC10741018302531";

type Cells = Partial<Record<RegisterField, string>>;

function read(cells: Cells, scope: PlaceScope = {}) {
  const fields = Object.keys(cells) as RegisterField[];
  const headers = fields.map((field) => `列 ${field}`);
  const mapping = Object.fromEntries(headers.map((header, at) => [header, fields[at] ?? null]));
  const reading = prepareRegisterReading({ headers, mapping, ...scope });
  if (!reading.ok) throw new Error("no name column");
  const row = { row: 7, cells: fields.map((field) => cells[field] ?? ""), kinds: null };
  return parseRegisterRow({ reading: reading.value, row });
}

/** Codes of every reason, with the field whose column they stand at. */
const reasonsOf = (result: ReturnType<typeof read>): string[] =>
  (result.ok ? [...result.value.holds, ...result.value.notices] : result.problems).map(
    (reason) => `${reason.code} @${reason.column.replace("列 ", "")}`,
  );
const factsOf = (cells: Cells, scope?: PlaceScope) => {
  const result = read(cells, scope);
  if (!result.ok) throw new Error(result.problems.map((reason) => reason.code).join());
  return result.value.facts;
};

const named = { name: "面馆", creditCode: CODE };

const node = (code: string, name: string, kind: Territory["kind"], parent: string): Territory => ({
  code,
  name,
  kind,
  parent,
  from: toPlainDate("2020-01-01"),
});
const tree = createTerritoryTree({
  asOf: toPlainDate("2026-11-24"),
  nodes: [
    node("990106001", "望澜街道", "township", "990106"),
    node("990106001003", "澜心社区", "village", "990106001"),
  ],
});
const scope: PlaceScope = {
  index: createPlaceIndex({ tree }),
  within: "990106",
  mayActIn: (place) => tree.contains("990106", place),
};

describe("a whole row", () => {
  it("gives every fact, folded where it is a code or a date and as written where it is a name", () => {
    const result = read(
      {
        name: " 老槐树面馆（望澜店）\u200b ",
        creditCode: "91350100m000100y43",
        licenceNumber: "ｓｃ10741018302531",
        form: "餐饮服务",
        size: "小型",
        diners: "1,200 人",
        attention: "景区、批发，景区",
        township: "望澜街道",
        village: "澜心社区",
        grid: "7",
        address: "槐荫路 1 号",
        openedOn: "2019年5月1日",
        licenceIssuedOn: "2024/1/5",
        licenceExpiresOn: "45296",
        personInCharge: "晏清禾",
        foodSafetyDirector: "Li Lei",
        foodSafetyOfficers: "张三 李四、王五；Han Mei",
        state: "停业",
      },
      scope,
    );
    expect(result).toEqual({
      ok: true,
      value: {
        row: 7,
        holds: [],
        notices: [],
        facts: {
          name: "老槐树面馆（望澜店）",
          creditCode: CODE,
          licenceNumber: LICENCE,
          form: "caterer",
          size: "small",
          diners: 1200,
          attention: ["tourist-site", "wholesale"],
          place: "990106001003007",
          placeText: "望澜街道 澜心社区",
          address: "槐荫路 1 号",
          openedOn: "2019-05-01",
          licenceIssuedOn: "2024-01-05",
          licenceExpiresOn: "2024-01-05",
          personInCharge: "晏清禾",
          foodSafetyDirector: "Li Lei",
          foodSafetyOfficers: ["张三", "李四", "王五", "Han Mei"],
          state: "suspended",
        },
      },
    });
  });

  it("says nothing where cells are blank, stand for nothing, or have no column", () => {
    const blank = factsOf({
      ...named,
      licenceNumber: "  ",
      form: "无",
      size: "/",
      diners: "N/A",
      attention: "—",
      province: "暂无",
      address: "不详",
      openedOn: "-",
      licenceExpiresOn: "长期",
      foodSafetyOfficers: "NULL",
      state: "",
    });
    expect(Object.entries(blank).filter(([, fact]) => fact !== undefined)).toEqual([
      ["name", "面馆"],
      ["creditCode", CODE],
    ]);
    expect(factsOf(named)).toEqual(blank);
  });

  it.each<[RegisterField, string, string]>([
    ["form", "饭", "registry/form-unknown"],
    ["size", "巨", "registry/size-unknown"],
    ["attention", "怪", "registry/attention-unknown"],
    ["state", "迁出", "registry/state-unknown"],
    ["openedOn", "昨天", "registry/date"],
    ["grid", "第三", "registry/grid-unknown"],
    ["creditCode", "9.1E+17", "credit-code/spreadsheet-number"],
  ])("names the text of %s that it could not read", (field, text, code) => {
    const result = read({ ...named, [field]: text });
    const reasons = result.ok ? [...result.value.holds, ...result.value.notices] : result.problems;
    expect(reasons).toEqual([{ code, params: { text }, column: `列 ${field}` }]);
  });

  it("tells every reason of a row at its column, holds among them", () => {
    expect(
      reasonsOf(
        read(
          {
            name: "",
            creditCode: "91350100M000100Y44",
            licenceNumber: "SC1",
            form: "饭",
            size: "巨",
            diners: "很多",
            attention: "景区、怪",
            placeCode: "320106001003",
            address: "a".repeat(301),
            openedOn: "2027-02-30",
            licenceIssuedOn: "昨天",
            licenceExpiresOn: "x",
            personInCharge: "b".repeat(61),
            foodSafetyDirector: "c".repeat(61),
            foodSafetyOfficers: `李四、${"d".repeat(61)}`,
            state: "迁出",
          },
          scope,
        ),
      ),
    ).toEqual([
      "registry/name-missing @name",
      "licence-number/shape @licenceNumber",
      "registry/outside-territory @placeCode",
      "registry/form-unknown @form",
      "registry/size-unknown @size",
      "registry/number @diners",
      "registry/attention-unknown @attention",
      "registry/too-long @address",
      "registry/date @openedOn",
      "registry/date @licenceIssuedOn",
      "registry/date @licenceExpiresOn",
      "registry/too-long @personInCharge",
      "registry/too-long @foodSafetyDirector",
      "registry/too-long @foodSafetyOfficers",
      "registry/state-unknown @state",
      "credit-code/check-character @creditCode",
    ]);
  });
});

describe("codes", () => {
  it.each<[Cells, string[], string | undefined]>([
    [{ creditCode: "91350100M000100Y44" }, ["credit-code/check-character @creditCode"], "91350100M000100Y44"],
    [{ creditCode: "9.1E+17" }, ["credit-code/spreadsheet-number @creditCode"], undefined],
    [{ creditCode: "9.11100000695775E+17" }, ["credit-code/spreadsheet-number @creditCode"], undefined],
    [{ creditCode: "9.1e17" }, ["credit-code/spreadsheet-number @creditCode"], undefined],
    [{ creditCode: "110108012345678" }, ["credit-code/registration-number-15 @creditCode"], undefined],
    [{ creditCode: "91320200MA1MGN8MXH" }, [], "91320200MA1MGN8MXH"],
    [
      { creditCode: "91999900MA1MGN8MX0" },
      ["credit-code/check-character @creditCode", "credit-code/unknown-division @creditCode"],
      "91999900MA1MGN8MX0",
    ],
  ])("%j is read with %j", (cells, reasons, code) => {
    const result = read({ name: "面馆", ...cells });
    expect(reasonsOf(result)).toEqual(reasons);
    expect(result.ok && result.value.facts.creditCode).toBe(code);
  });

  it.each([
    ["91350100M000100Y4", "credit-code/length"],
    ["9135O100M000100Y43", "credit-code/letter-not-in-alphabet"],
    ["12345", "credit-code/length"],
    ["1101080123456789", "credit-code/length"],
    ["A110108012345678", "credit-code/length"],
  ])("%s is refused: %s", (creditCode, code) => {
    expect(reasonsOf(read({ name: "面馆", creditCode }))).toEqual([`${code} @creditCode`]);
  });

  it("a licence whose check digit fails is held with its number, another shape is refused", () => {
    const held = read({ name: "面馆", licenceNumber: "SC10741018302532" });
    expect(reasonsOf(held)).toEqual(["licence-number/check-digit @licenceNumber"]);
    expect(held.ok && held.value.facts.licenceNumber).toBe("SC10741018302532");
    expect(reasonsOf(read({ name: "面馆", licenceNumber: "12345" }))).toEqual([
      "licence-number/shape @licenceNumber",
    ]);
  });
});

describe("what a row needs", () => {
  it.each<[string, Cells, boolean]>([
    ["name and code", { creditCode: CODE }, true],
    ["name and licence", { licenceNumber: LICENCE }, true],
    ["name, address and village by name", { address: "槐荫路 1 号", village: "澜心社区" }, true],
    ["name, address and a village that no list has", { address: "槐荫路 1 号", village: "无此社区" }, true],
    ["name, address and village by code", { address: "槐荫路 1 号", placeCode: "990106001003" }, true],
    ["name, address and grid by code", { address: "槐荫路 1 号", grid: "990106001003001" }, true],
    ["name and a damaged code", { creditCode: "9.1E+17" }, true],
    ["name and address", { address: "槐荫路 1 号" }, false],
    ["name, address and township", { address: "槐荫路 1 号", placeCode: "990106001" }, false],
    ["name and village", { village: "澜心社区" }, false],
    ["name alone", {}, false],
  ])("%s", (_, cells, enough) => {
    const result = read({ name: "面馆", ...cells }, scope);
    expect(result.ok).toBe(enough);
    if (!enough) expect(reasonsOf(result)).toEqual(["registry/identity-missing @"]);
  });

  it("a row that is refused for another reason is not told that it lacks an identity", () => {
    expect(reasonsOf(read({ name: "面馆", form: "饭" }))).toEqual(["registry/form-unknown @form"]);
  });
});

describe("limits", () => {
  it.each<[RegisterField, number]>([
    ["name", 200],
    ["address", 300],
    ["personInCharge", 60],
    ["foodSafetyDirector", 60],
    ["foodSafetyOfficers", 60],
  ])("%s holds %i characters and no more", (field, limit) => {
    expect(read({ ...named, [field]: "长".repeat(limit) }).ok).toBe(true);
    const tooLong = read({ ...named, [field]: "长".repeat(limit + 1) });
    expect(tooLong).toMatchObject({
      problems: [{ code: "registry/too-long", params: { length: limit + 1, limit } }],
    });
  });

  it.each([
    ["0", 0],
    ["1000000", 1_000_000],
    ["１２０人", 120],
    ["1000001", undefined],
    ["99999999", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["人", undefined],
    ["人12", undefined],
    ["12人次", undefined],
  ])("%s diners are %s", (text, diners) => {
    const result = read({ ...named, diners: text });
    if (diners === undefined) {
      expect(result).toMatchObject({ problems: [{ code: "registry/number", params: { text } }] });
    } else expect(result.ok && result.value.facts.diners).toBe(diners);
  });
});
