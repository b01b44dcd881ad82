import { describe, expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { fillText, locales } from "../kernel/text.js";
import { parseTerritoryRow, type TerritorySheetRow, territoryFields } from "./parse-territory-row.js";
import { parseTerritoryRows } from "./parse-territory-rows.js";
import { territoryProblemCodes } from "./territory.problem.js";
import { Territory } from "./territory.schema.js";
import { territoryText } from "./territory.text.js";

const from = "2026-01-01";
const street: TerritorySheetRow = { row: 2, code: "990106001", name: "望澜街道", from };
const village: TerritorySheetRow = { row: 3, code: "990106001003", name: "澜心社区", from };
const zone: TerritorySheetRow = { row: 4, code: "Z1", name: "澜港开发区", parent: "990106", from };

const reasons = (row: Partial<TerritorySheetRow>) => {
  const outcome = parseTerritoryRow({ row: { ...street, ...row } });
  return outcome.ok ? [] : outcome.problems.map(({ field, code, params }) => [field, code, params]);
};

describe("one row by itself", () => {
  it("is folded and filled from its code", () => {
    const row = {
      row: 9,
      code: " ９９０１０６００１ ",
      name: " 望澜街道 ",
      from: "2026年1月1日",
      to: "2027/1/1",
    };
    const outcome = parseTerritoryRow({ row });
    expect(outcome).toEqual({
      ok: true,
      value: {
        code: "990106001",
        name: "望澜街道",
        kind: "township",
        parent: "990106",
        from,
        to: "2027-01-01",
      },
    });
    expect(outcome.ok && Territory.safeParse(outcome.value).success).toBe(true);
  });

  it("takes what a zone takes over, whatever separates the codes", () => {
    const takesOver = "990106001003，990106001004、990106001005002; 990106001006\n";
    expect(parseTerritoryRow({ row: { ...zone, takesOver } })).toMatchObject({
      value: {
        kind: "zone",
        parent: "990106",
        takesOver: ["990106001003", "990106001004", "990106001005002", "990106001006"],
      },
    });
  });

  it("has the first day given for the file when its own is blank", () => {
    expect(
      parseTerritoryRow({ row: { ...street, from: " " }, defaultFrom: day("2025-05-05") }),
    ).toMatchObject({
      value: { from: "2025-05-05" },
    });
    expect(parseTerritoryRow({ row: street, defaultFrom: day("2025-05-05") })).toMatchObject({
      value: { from },
    });
  });

  it("the country has no parent, a province lies in it", () => {
    expect(parseTerritoryRow({ row: { ...street, code: "cn" } })).toMatchObject({
      value: { kind: "country", parent: null },
    });
    expect(parseTerritoryRow({ row: { ...street, code: "98" } })).toMatchObject({
      value: { kind: "province", parent: "CN" },
    });
  });

  it.each([
    ["code", { code: " " }, [["code", "territory/code-missing", {}]]],
    ["code", { code: "99010" }, [["code", "territory/code-shape", { text: "99010" }]]],
    ["name", { name: " " }, [["name", "territory/name-missing", {}]]],
    ["name", { name: "长".repeat(60) }, []],
    ["name", { name: "长".repeat(61) }, [["name", "territory/name-too-long", { length: 61 }]]],
    ["kind", { kind: "街道" }, []],
    ["kind", { kind: "Township" }, []],
    ["kind", { kind: "部落" }, [["kind", "territory/kind-unknown", { text: "部落" }]]],
    [
      "kind",
      { kind: "社区" },
      [["kind", "territory/kind-code-mismatch", { code: "990106001", text: "社区" }]],
    ],
    ["parent", { parent: "9901060" }, [["parent", "territory/code-shape", { text: "9901060" }]]],
    ["parent", { parent: "990106000000" }, []],
    ["parent", { code: "Z1", parent: "" }, [["parent", "territory/parent-missing", {}]]],
    ["from", { from: "" }, [["from", "territory/from-missing", {}]]],
    ["from", { from: "昨天" }, [["from", "plain-date/not-a-day", { text: "昨天" }]]],
    ["to", { to: "2026-13-01" }, [["to", "plain-date/not-a-day", { text: "2026-13-01" }]]],
    ["to", { to: "2026-01-02" }, []],
    ["to", { to: "2026-01-01" }, [["to", "territory/dates-order", { from, to: "2026-01-01" }]]],
    ["takesOver", { takesOver: " , " }, []],
    ["takesOver", { takesOver: "990106001003" }, [["takesOver", "territory/takeover-not-zone", {}]]],
    [
      "takesOver",
      { code: "Z1", parent: "990106", takesOver: "990106001" },
      [["takesOver", "territory/takeover-shape", { text: "990106001" }]],
    ],
    [
      "everything",
      { code: "", name: "", kind: "部落", from: "", to: "x" },
      [
        ["code", "territory/code-missing", {}],
        ["name", "territory/name-missing", {}],
        ["kind", "territory/kind-unknown", { text: "部落" }],
        ["from", "territory/from-missing", {}],
        ["to", "plain-date/not-a-day", { text: "x" }],
      ],
    ],
  ])("%s of %j", (_, row, problems) => {
    expect(reasons(row)).toEqual(problems);
  });

  it.each([
    ["全国", "CN"],
    ["省", "98"],
    ["省级", "98"],
    ["province", "98"],
    ["市", "9801"],
    ["地级市", "9801"],
    ["市级", "9801"],
    ["区县", "980101"],
    ["县级市", "980101"],
    ["district", "980101"],
    ["乡镇街道", "980101001"],
    ["镇", "980101001"],
    ["乡", "980101001"],
    ["street", "980101001"],
    ["村（社区）", "980101001001"],
    ["村", "980101001001"],
    ["community", "980101001001"],
    ["网格", "980101001001001"],
    ["grid", "980101001001001"],
    ["功能区", "Z2"],
    ["开发区", "Z2"],
    ["平台", "Z2"],
    ["zone", "Z2"],
  ])("kind %s fits code %s", (kind, code) => {
    expect(reasons({ code, kind, parent: "CN" })).toEqual([]);
  });
});

describe("rows against each other", () => {
  const parse = (rows: readonly TerritorySheetRow[], existing: readonly Territory[] = []) =>
    parseTerritoryRows({ rows, existing }).map((outcome) =>
      outcome.ok
        ? outcome.value.code
        : outcome.problems.map(({ field, code, params }) => [field, code.replace("territory/", ""), params]),
    );
  const node = (row: TerritorySheetRow) => {
    const outcome = parseTerritoryRow({ row });
    if (!outcome.ok) throw new Error("the row of the test is refused");
    return outcome.value;
  };

  it("children may stand before their parents, answers come in the order of the rows", () => {
    expect(parse([village, zone, street])).toEqual(["990106001003", "Z1", "990106001"]);
  });

  it("nothing comes of nothing", () => {
    expect(parse([])).toEqual([]);
  });

  it("a first day given for the file reaches the rows", () => {
    const [outcome] = parseTerritoryRows({ rows: [{ ...street, from: "" }], defaultFrom: day("2025-05-05") });
    expect(outcome).toMatchObject({ ok: true, value: { from: "2025-05-05" } });
  });

  it("a parent may be in the shipped table, among the office's nodes, or in the file", () => {
    expect(parse([{ ...street, code: "320106001" }])).toEqual(["320106001"]);
    expect(parse([village], [node(street)])).toEqual(["990106001003"]);
    expect(parse([village])).toEqual([[["parent", "parent-unknown", { parent: "990106001", from }]]]);
    expect(parse([{ ...street, code: "320199001" }])).toEqual([
      [["parent", "parent-unknown", { parent: "320199", from }]],
    ]);
    expect(
      parse([
        { ...street, code: "98", name: "新省" },
        { ...street, row: 3, code: "9801" },
      ]),
    ).toEqual(["98", "9801"]);
  });

  it("a parent must be there on the first day", () => {
    const late = { ...street, from: "2026-01-02" };
    const unknown = [["parent", "parent-unknown", { parent: "990106001", from }]];
    expect(parse([late, village])).toEqual(["990106001", unknown]);
    expect(parse([village], [node(late)])).toEqual([unknown]);
    expect(parse([{ ...street, to: "2026-01-02" }, village])).toEqual(["990106001", "990106001003"]);
    const county = { row: 1, code: "990106", name: "云汀区", from: "2026-01-02" };
    expect(parse([county, street])).toEqual([
      "990106",
      [["parent", "parent-unknown", { parent: "990106", from }]],
    ]);
  });

  it("a refused row refuses those under it", () => {
    expect(parse([{ ...street, parent: "9999" }, village])).toEqual([
      [["parent", "parent-unknown", { parent: "9999", from }]],
      [["parent", "parent-refused", { parent: "990106001", row: 2 }]],
    ]);
  });

  it.each([
    ["990106001", "9901", true],
    ["990106001", "99", false],
    ["990106001", "CN", false],
    ["990106", "9901", true],
    ["990106", "99", true],
    ["990106", "CN", false],
    ["9901", "99", true],
    ["9901", "CN", false],
    ["99", "CN", true],
    ["Z1", "990106", true],
    ["Z1", "9901", true],
    ["Z1", "99", true],
    ["Z1", "CN", false],
    ["990106001003", "Z9", true],
    ["990106001003", "990106", false],
    ["990106001003", "990106001009", false],
    ["990106001003001", "990106001009", true],
    ["990106001003001", "Z9", true],
    ["990106001003001", "990106", false],
  ])("%s may lie directly under %s: %s", (code, parent, answer) => {
    const existing = [node({ ...zone, code: "Z9" }), node({ ...village, code: "990106001009" })];
    const problem = [["parent", "parent-kind", { code, parent }]];
    expect(parse([{ ...street, code, parent }], existing)).toEqual([answer ? code : problem]);
  });

  it("a circle is named", () => {
    const z1 = { ...zone, parent: "Z2" };
    const z2 = { ...zone, row: 5, code: "Z2", parent: "Z1" };
    expect(parse([z1, z2])).toEqual([
      [["parent", "circle", { code: "Z1" }]],
      [["parent", "circle", { code: "Z2" }]],
    ]);
    expect(parse([{ ...zone, parent: "Z1" }])).toEqual([[["parent", "circle", { code: "Z1" }]]]);
    const beside = { ...village, parent: "Z1" };
    expect(parse([z1, z2, beside])[2]).toEqual([["parent", "parent-refused", { parent: "Z1", row: 4 }]]);
  });

  it("one code twice on a day is refused at the later row, one after the other is not", () => {
    const next = { ...street, row: 7, name: "新望澜街道" };
    expect(parse([street, next])).toEqual([
      "990106001",
      [["code", "duplicate", { code: "990106001", row: 2 }]],
    ]);
    expect(
      parse([
        { ...street, to: "2026-06-01" },
        { ...next, from: "2026-06-01" },
      ]),
    ).toEqual(["990106001", "990106001"]);
    expect(
      parse([
        { ...next, from: "2026-06-01" },
        { ...street, row: 8, to: "2026-06-01" },
      ]),
    ).toEqual(["990106001", "990106001"]);
    expect(
      parse([
        { ...street, to: "2026-06-02" },
        { ...next, from: "2026-06-01" },
      ])[1],
    ).toEqual([["code", "duplicate", { code: "990106001", row: 2 }]]);
    expect(parse([street, { ...next, to: "2026-06-01" }])[1]).toEqual([
      ["code", "duplicate", { code: "990106001", row: 2 }],
    ]);
  });

  it("the file's rows of a code stand in place of the office's nodes", () => {
    expect(parse([{ ...street, name: "改名街道" }], [node(street)])).toEqual(["990106001"]);
    const later = { ...street, from: "2026-06-01" };
    expect(parse([later, village], [node(street)])).toEqual([
      "990106001",
      [["parent", "parent-unknown", { parent: "990106001", from }]],
    ]);
  });

  it("a village or grid is in one zone at a time", () => {
    const taking = { ...zone, takesOver: "990106001003 990106001004001" };
    const rival = { ...taking, row: 6, code: "Z2" };
    const twice = (code: string, other: string) => ["takesOver", "takeover-twice", { code, zone: other }];
    const both = [twice("990106001003", "Z1"), twice("990106001004001", "Z1")];
    expect(parse([taking, rival])).toEqual(["Z1", both]);
    expect(parse([rival], [node(taking)])).toEqual([both]);
    expect(
      parse([
        { ...taking, to: "2026-06-01" },
        { ...rival, from: "2026-06-01" },
      ]),
    ).toEqual(["Z1", "Z2"]);
    expect(parse([{ ...rival, code: "Z1" }], [node(taking)])).toEqual(["Z1"]);
    expect(
      parse([
        { ...taking, to: "2026-06-01" },
        { ...taking, row: 6, from: "2026-06-01" },
      ]),
    ).toEqual(["Z1", "Z1"]);
    expect(parse([{ ...taking, takesOver: "990106001003,990106001003" }])).toEqual(["Z1"]);
    expect(
      parse([
        { ...taking, takesOver: "990106001003" },
        { ...rival, takesOver: "990106001004" },
      ]),
    ).toEqual(["Z1", "Z2"]);
  });

  it("a row that is refused by itself keeps its place among the answers", () => {
    expect(parse([street, { row: 5, code: "" }, village])).toEqual([
      "990106001",
      [
        ["code", "code-missing", {}],
        ["name", "name-missing", {}],
        ["from", "from-missing", {}],
      ],
      "990106001003",
    ]);
  });
});

describe("the catalogue", () => {
  it.each(territoryProblemCodes)("%s has a sentence in both languages with the same parameters", (code) => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(names(territoryText.en[code])).toEqual(names(territoryText["zh-CN"][code]));
    expect(territoryText["zh-CN"][code].endsWith("。")).toBe(true);
  });

  it("every field has a word in both languages", () => {
    for (const locale of locales) {
      const words = territoryFields.map((field) => territoryText[locale][`territory/field-${field}`]);
      expect(new Set(words).size).toBe(territoryFields.length);
    }
  });

  it("sentences take the parameters that the rules give", () => {
    const [, outcome] = parseTerritoryRows({ rows: [street, { ...street, row: 7 }] });
    const reason = outcome?.ok === false ? outcome.problems[0] : undefined;
    expect(reason && fillText(territoryText["zh-CN"]["territory/duplicate"], reason.params)).toBe(
      "代码 990106001 与第 2 行重复，两行的有效期重叠，请保留一行或调整日期。",
    );
  });
});
