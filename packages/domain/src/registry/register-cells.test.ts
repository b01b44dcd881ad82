// Blanks, places and columns of a register row.
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createPlaceIndex } from "../territory/place-index.js";
import type { Territory } from "../territory/territory.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { RegisterField } from "./import-columns.js";
import { parseRegisterRow, prepareRegisterReading } from "./parse-register-row.js";
import type { PlaceScope } from "./read-place.js";
import { createPlaceReader } from "./read-place.js";

const CODE = "91350100M000100Y43";

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

describe("blanks around and words for nothing", () => {
  it.each([
    ["面馆", "面馆"],
    ["\u3000面馆\t", "面馆"],
    ["\ufeff面馆", "面馆"],
    ["\u00ad\u200b 面馆", "面馆"],
    ["面馆 \u200b\u2060", "面馆"],
    ["面\u200b馆", "面\u200b馆"],
    ["面馆\u200f", "面馆"],
    ["\u2060面馆", "面馆"],
    ["面馆\u00ad", "面馆"],
    ["\u2010面馆\u2010", "\u2010面馆\u2010"],
    ["面馆\u00a0", "面馆"],
    ["《面馆》", "《面馆》"],
    [" a ", "a"],
    ["~", "~"],
    ["\u007f面", "\u007f面"],
    ["NULLS", "NULLS"],
    ["无名", "无名"],
  ])("the name %j is %j", (text, name) => {
    expect(factsOf({ ...named, name: text }).name).toBe(name);
  });
  it.each([
    "N/A",
    "NA",
    "/",
    "\\",
    "-",
    "--",
    "—",
    "——",
    "无",
    "暂无",
    "未知",
    "不详",
    "\u200b",
    "NULL",
    "null",
    "#N/A",
    "n/a",
    " 无 ",
  ])("%j is no name", (text) => {
    expect(reasonsOf(read({ ...named, name: text }))).toEqual(["registry/name-missing @name"]);
  });
  it.each(["长期", "永久", "长期有效", "无期限"])("a licence valid %s has no last day", (text) => {
    expect(factsOf({ ...named, licenceExpiresOn: text }).licenceExpiresOn).toBeUndefined();
  });
});

it("attention flags stand in one order, each once", () => {
  expect(factsOf({ ...named, attention: "批发、景区、批发" }).attention).toEqual([
    "tourist-site",
    "wholesale",
  ]);
});

describe("lists of names", () => {
  it.each<[string, string[] | undefined]>([
    ["张三、李四", ["张三", "李四"]],
    [
      "张三,李四，王五;赵六；钱七/孙八|周九\n吴十",
      ["张三", "李四", "王五", "赵六", "钱七", "孙八", "周九", "吴十"],
    ],
    ["张三、、李四、", ["张三", "李四"]],
    ["张三  李四", ["张三", "李四"]],
    ["阿依·古丽 李四", ["阿依·古丽", "李四"]],
    ["Li Lei ， Han Mei", ["Li Lei", "Han Mei"]],
    ["张三 Li Lei", ["张三 Li Lei"]],
    ["Li Lei 张三", ["Li Lei 张三"]],
    ["、，", undefined],
  ])("%j are %j", (text, names) => {
    expect(factsOf({ ...named, foodSafetyOfficers: text }).foodSafetyOfficers).toEqual(names);
  });
});

describe("places", () => {
  it.each<[Cells, string | undefined, string[]]>([
    [{ township: "望澜街道", village: "澜心社区" }, "990106001003", []],
    [{ county: "云汀区", township: "望澜" }, "990106001", []],
    [{ placeCode: "990106001003", village: "别处" }, "990106001003", []],
    [
      { county: "云汀区", township: "望澜", village: "无此社区" },
      "990106001",
      ["registry/place-partly-known @village"],
    ],
    [{ county: "无此区", village: "x" }, undefined, ["registry/place-unknown @village"]],
    [{ placeCode: "888888" }, undefined, ["registry/place-unknown @placeCode"]],
    [{ village: "澜心社区", grid: "990106001003012" }, "990106001003012", []],
    [{ grid: "990106001003012" }, "990106001003012", []],
    [{ grid: "1990106001003012" }, undefined, ["registry/grid-unknown @grid"]],
    [{ grid: "9901060010030120" }, undefined, ["registry/grid-unknown @grid"]],
    [{ grid: "12" }, undefined, ["registry/grid-unknown @grid"]],
    [{ village: "澜心社区", grid: "12" }, "990106001003012", []],
    [{ village: "澜心社区", grid: "１２" }, "990106001003012", []],
    [{ village: "澜心社区", grid: "990106001004012" }, "990106001003", ["registry/grid-unknown @grid"]],
    [{ township: "望澜", grid: "12" }, "990106001", ["registry/grid-unknown @grid"]],
    [{ village: "澜心社区", grid: "1234" }, "990106001003", ["registry/grid-unknown @grid"]],
    [{ village: "澜心社区", grid: "第三网格" }, "990106001003", ["registry/grid-unknown @grid"]],
    [{}, undefined, []],
  ])("%j is %s", (cells, place, reasons) => {
    const result = read({ ...named, ...cells }, scope);
    expect(reasonsOf(result)).toEqual(reasons);
    expect(result.ok && result.value.facts.place).toBe(place);
  });

  it("names the place that is not known, and what of it is", () => {
    const unknown = read({ ...named, province: "浙江", city: "无此市" });
    expect(unknown).toMatchObject({
      value: { facts: { placeText: "浙江 无此市" }, notices: [{ params: { text: "浙江 无此市" } }] },
    });
    const partly = read({ ...named, county: "云汀区", township: "无此街道", village: "无此社区" }, scope);
    expect(partly).toMatchObject({
      value: { notices: [{ params: { place: "澄岚市云汀区", text: "无此街道 无此社区" } }] },
    });
  });

  it("a name of several places is unknown and says among which", () => {
    const result = read({ ...named, county: "鼓楼区" });
    expect(reasonsOf(result)).toEqual([
      "registry/place-unknown @county",
      "territory/place-ambiguous @county",
    ]);
    expect(factsOf({ ...named, county: "鼓楼区" }, { within: "3201" }).place).toBe("320106");
  });

  it("outside the territory is refused, an unknown place is not known to be outside", () => {
    expect(read({ ...named, province: "江苏", city: "南京" }, scope)).toMatchObject({
      problems: [{ code: "registry/outside-territory", params: { place: "江苏 南京" }, column: "列 city" }],
    });
    expect(read({ ...named, placeCode: "320106" }, scope)).toMatchObject({
      problems: [{ code: "registry/outside-territory", params: { place: "320106" }, column: "列 placeCode" }],
    });
    expect(read({ ...named, city: "无此市" }, scope).ok).toBe(true);
    expect(read({ ...named, province: "江苏" }).ok).toBe(true);
  });

  it("the same cells are looked up once", () => {
    let asked = 0;
    const readPlace = createPlaceReader({
      mayActIn: () => {
        asked += 1;
        return true;
      },
    });
    const cells = { province: "北京", city: "", county: "", township: "", village: "", code: "" };
    expect(
      [readPlace(cells), readPlace({ ...cells }), readPlace({ ...cells, city: "海淀" })].map(
        ({ code }) => code,
      ),
    ).toEqual(["11", "11", "110108"]);
    expect(asked).toBe(2);
  });
});

describe("the reading of a file", () => {
  const prepare = (headers: string[], mapping: Record<string, RegisterField | null>) => {
    const reading = prepareRegisterReading({ headers, mapping });
    return reading.ok ? reading.value.columns : reading.problems.map((reason) => reason.code);
  };

  it("finds each field's column, the first of two, never the reason column", () => {
    const columns = prepare(["a", "b", "c", "原因"], {
      b: "name",
      c: "name",
      a: "address",
      原因: "creditCode",
    });
    expect(columns).toMatchObject({ name: 1, address: 0, creditCode: -1, form: -1 });
  });

  it("is refused without a column for the name", () => {
    expect(prepare(["a"], { a: "address" })).toEqual(["registry/column-missing"]);
    expect(prepare(["toString", "name"], {})).toEqual(["registry/column-missing"]);
    expect(prepare(["原因"], { 原因: "name" })).toEqual(["registry/column-missing"]);
  });

  it("reads short rows: a missing cell is blank", () => {
    const reading = prepareRegisterReading({
      headers: ["n", "c", "f"],
      mapping: { n: "name", c: "creditCode", f: "form" },
    });
    if (!reading.ok) throw new Error("refused");
    const result = parseRegisterRow({
      reading: reading.value,
      row: { row: 2, cells: ["面馆", CODE], kinds: null },
    });
    expect(result.ok && result.value.facts.form).toBeUndefined();
  });
});

describe("the contact's telephone number", () => {
  it.each([
    ["１３８ １２３４ ５６７８", "13812345678"],
    ["025-84567890", "025-84567890"],
  ])("%s is kept as %s", (text, kept) =>
    expect(factsOf({ ...named, contactMobile: text }).contactMobile).toBe(kept),
  );

  it.each([
    ["见门牌", "privacy/phone-shape"],
    ["138****5678", "privacy/masked-value"],
  ])("%s is left out with a notice that does not quote it", (text, code) => {
    const result = read({ ...named, contactMobile: text });
    expect(reasonsOf(result)).toEqual([`${code} @contactMobile`]);
    expect(JSON.stringify(result)).not.toContain(text);
  });
});

it("an identity number in the place of the credit code is left out, and nowhere quoted", () => {
  const cells = {
    name: "面馆",
    creditCode: "110101199003070134",
    address: "槐荫路 1 号",
    village: "澜心社区",
  };
  const result = read(cells, scope);
  expect(reasonsOf(result)).toContain("privacy/id-number @creditCode");
  expect(JSON.stringify(result)).not.toContain("110101199003070134");
});
