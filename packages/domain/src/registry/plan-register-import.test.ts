import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import type { Establishment } from "./establishment.schema.js";
import { applyCorrections, guessMapping, type RegisterMapping } from "./guess-mapping.js";
import { listTemplateHeaders } from "./import-columns.js";
import { countOutcomes, findAfter, type MergedRow } from "./merge-import.js";
import { formatRowProblem, planRegisterImport, toImportAnswer } from "./plan-register-import.js";
import type { SheetRow } from "./sheet-row.js";

const importedOn = toPlainDate("2026-11-24");

const toRegister = (rows: readonly MergedRow[]): Establishment[] =>
  rows.flatMap((row) => {
    const after = findAfter({ row, importedOn });
    return after
      ? [{ id: `e${row.row}`, ...after.facts, state: after.state, stateSince: after.stateSince, version: 1 }]
      : [];
  });

function plan(
  headers: readonly string[],
  rows: readonly SheetRow[],
  register: readonly Establishment[] = [],
) {
  const guesses = guessMapping({ headers, sample: rows.slice(0, 20).map((row) => row.cells) });
  const mapping = applyCorrections({ guesses, corrections: {} });
  if (!mapping.ok) throw new Error("no mapping");
  const planned = planRegisterImport({ headers, rows, mapping: mapping.value, register, importedOn });
  if (!planned.ok) throw new Error(planned.problems[0]?.code);
  return planned.value;
}

describe("a whole import", () => {
  const headers = ["主体名称", "信用代码", "许可证到期", "区县"];
  const rows: SheetRow[] = [
    { row: 3, cells: ["面馆", "91350100M000100Y43", "2027-05-20", "无此区"], kinds: null },
    { row: 4, cells: ["粮油", "9.2990106E+17"], kinds: "tn" },
    { row: 6, cells: ["", "91990106MAO", "2027-02-30"], kinds: null },
  ];

  it("answers with every row, every reason and the sentence in the asker's language", () => {
    expect(toImportAnswer({ rows: plan(headers, rows), locale: "zh-CN" })).toEqual({
      rows: 3,
      created: 1,
      updated: 0,
      unchanged: 0,
      held: 1,
      refused: 1,
      problems: [
        {
          row: 3,
          column: "区县",
          code: "registry/place-unknown",
          message: "所在地“无此区”认不出，先按所在地未知登记，请核对名称或补填区划代码。",
        },
        {
          row: 4,
          column: "信用代码",
          code: "credit-code/spreadsheet-number",
          message:
            "代码被表格软件转成了数字“9.2990106E+17”，后面的位数已经丢失，请把该列设为文本后重新填写。",
        },
        {
          row: 6,
          column: "主体名称",
          code: "registry/name-missing",
          message: "“主体名称”必填，这一行是空的，请补充。",
        },
        {
          row: 6,
          column: "信用代码",
          code: "credit-code/length",
          message: "统一社会信用代码应为 18 位，这里是 11 位，请对照营业执照补正。",
        },
        {
          row: 6,
          column: "信用代码",
          code: "credit-code/letter-not-in-alphabet",
          message: "代码第 11 位是字母 O，字母表里没有它，多半是 0，请对照营业执照改正。",
        },
        {
          row: 6,
          column: "许可证到期",
          code: "registry/date",
          message: "“2027-02-30”不是一个真实的日期，请写成 2024-01-05 这样的形式。",
        },
      ],
    });
    expect(toImportAnswer({ rows: plan(headers, rows), locale: "en" }).problems[2]?.message).toBe(
      "The name is required and this row has none; fill it in.",
    );
  });

  it("is refused without a column for the name", () => {
    expect(planRegisterImport({ headers, rows, mapping: {}, register: [], importedOn })).toMatchObject({
      ok: false,
      problems: [{ code: "registry/column-missing" }],
    });
  });

  it("takes the place index and the territory it is given", () => {
    const mapping: RegisterMapping = { 主体名称: "name", 信用代码: "creditCode", 区县: "county" };
    const row: SheetRow = { row: 2, cells: ["面馆", "91350100M000100Y43", "", "鼓楼区"], kinds: null };
    const planned = planRegisterImport({
      headers,
      rows: [row],
      mapping,
      register: [],
      importedOn,
      within: "3201",
      mayActIn: (place) => place === "320106",
    });
    expect(planned.ok && planned.value[0]?.facts?.place).toBe("320106");
    const outside = planRegisterImport({
      headers,
      rows: [row],
      mapping,
      register: [],
      importedOn,
      within: "3201",
      mayActIn: () => false,
    });
    expect(outside.ok && outside.value[0]?.outcome).toBe("refused");
  });

  it.each(["zh-CN", "en"] as const)("reads its own template, %s", (locale) => {
    const cells = [
      "面馆",
      "91350100M000100Y43",
      "SC10741018302531",
      "学校食堂",
      "大型",
      "1200",
      "景区",
      "福建",
      "福州",
      "鼓楼",
      "",
      "",
      "",
      "",
      "五四路 1 号",
      "2019-05-01",
      "2024-01-05",
      "2029-01-04",
      "晏清禾",
      "岑晚舟",
      "张三、李四",
      "138-1234-5678",
      "在营",
      "XCY-7",
      "120",
      "2500",
      "85",
      "26.08",
      "119.3",
      "GCJ-02",
    ];
    const [row] = plan(listTemplateHeaders(locale), [{ row: 2, cells, kinds: null }]);
    expect(row).toMatchObject({
      outcome: "created",
      problems: [],
      notices: [],
      facts: {
        form: "school-canteen",
        size: "large",
        diners: 1200,
        place: "350102",
        foodSafetyOfficers: ["张三", "李四"],
        contactMobile: "13812345678",
      },
    });
    const after = row && findAfter({ row, importedOn });
    expect(after?.stateSince).toBe("2019-05-01");
    expect(Object.values(after?.facts ?? {}).filter((fact) => fact === null)).toEqual([]);
  });
});

it("a reason of another concept is a sentence too", () => {
  expect(
    formatRowProblem(
      {
        code: "territory/place-ambiguous",
        params: { name: "鼓楼区", count: 2, codes: "320106、350102" },
        column: "",
      },
      "zh-CN",
    ),
  ).toContain("鼓楼区");
});

const sample = new URL("../../../../../shared/data/registry-real-sample.csv", import.meta.url);
const hasSample = existsSync(sample);
if (!hasSample)
  console.log("SKIPPED: ../shared/data/registry-real-sample.csv is absent, the real sample was not imported");

describe.skipIf(!hasSample)("1,180 real firms", () => {
  const lines = hasSample
    ? readFileSync(sample, "utf8")
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r?\n/)
    : [];
  const rows: SheetRow[] = lines.map((line, at) => ({ row: at + 1, cells: line.split(","), kinds: null }));
  const [header, ...data] = rows;

  it("are all created, at least 1,145 located, and unchanged the second time", () => {
    const first = plan(header?.cells ?? [], data);
    expect(countOutcomes(first)).toEqual({ created: 1180, updated: 0, unchanged: 0, held: 0, refused: 0 });
    const located = first.filter(({ facts }) => facts?.place !== undefined);
    expect(located.length).toBeGreaterThanOrEqual(1145);
    expect(new Set(located.map(({ facts }) => facts?.place?.length))).toEqual(new Set([4, 6]));
    const unknown = first.filter(({ notices }) =>
      notices.some((notice) => notice.code === "registry/place-unknown"),
    );
    expect(unknown.length).toBe(1180 - located.length);
    const second = plan(header?.cells ?? [], data, toRegister(first));
    expect(countOutcomes(second)).toEqual({ created: 0, updated: 0, unchanged: 1180, held: 0, refused: 0 });
  });
});
