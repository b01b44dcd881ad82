import { expect, it } from "vitest";
import { parseRegisterRow, prepareRegisterReading } from "./parse-register-row.js";

const headers = [
  "店名",
  "登记证编号",
  "从业人数",
  "年营业收入（万元）",
  "经营面积",
  "纬度",
  "经度",
  "坐标系",
];
const fields = [
  "name",
  "registrationNumber",
  "employees",
  "revenue",
  "floorArea",
  "latitude",
  "longitude",
  "coordinates",
] as const;
const prepared = prepareRegisterReading({
  headers,
  mapping: Object.fromEntries(headers.map((header, at) => [header, fields[at] ?? null])),
});
const read = (...cells: string[]) => {
  if (!prepared.ok) throw new Error("the headers cannot be read");
  return parseRegisterRow({ reading: prepared.value, row: { row: 2, cells, kinds: null } });
};

it("a small operator is somebody by its registration alone", () => {
  const row = read("老王豆腐坊", "XZF-0001");
  expect(row.ok && row.value.facts.registrationNumber).toBe("XZF-0001");
});

it.each([
  [
    ["12人", "1,250.5万元", "85.4㎡"],
    [12, 1251, 85],
  ],
  [
    ["0", "0", "0"],
    [0, 0, 0],
  ],
  [
    ["", "无", "不详"],
    [undefined, undefined, undefined],
  ],
])("size facts %j are read as %j", (cells, expected) => {
  const row = read("店", "A1", ...cells);
  expect(row.ok && [row.value.facts.employees, row.value.facts.revenue, row.value.facts.floorArea]).toEqual(
    expected,
  );
});

it.each([
  [["31.2", "118.8", "gcj02"], [31.2, 118.8, "GCJ-02"], []],
  [["31.2°", "118.8", "CGCS2000"], [31.2, 118.8, "WGS-84"], []],
  [["31.2", "118.8", ""], [undefined, undefined, undefined], ["registry/point-incomplete"]],
  [["", "", "WGS-84"], [undefined, undefined, undefined], ["registry/point-incomplete"]],
])("the point %j is read as %j", (cells, expected, notices) => {
  const row = read("店", "A1", "", "", "", ...cells);
  if (!row.ok) throw new Error("refused");
  const { latitude, longitude, coordinates } = row.value.facts;
  expect([latitude, longitude, coordinates]).toEqual(expected);
  expect(row.value.notices.map(({ code }) => code)).toEqual(notices);
});

it.each([
  [["-3"], "registry/number"],
  [["很多"], "registry/number"],
  [["20000000"], "registry/number"],
  [["", "", "", "118.8", "31.2", "WGS-84"], "registry/coordinate"],
  [["", "", "", "北纬31度", "118.8", "WGS-84"], "registry/coordinate"],
  [["", "", "", "31.2", "118.8", "百度"], "registry/coordinates-unknown"],
])("%j refuses the row: %s", (cells, code) => {
  const row = read("店", "A1", ...cells);
  expect(row.ok ? [] : row.problems.map((reason) => reason.code)).toContain(code);
});
