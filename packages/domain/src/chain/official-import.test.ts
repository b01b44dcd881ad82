import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { mergeOfficials } from "./merge-officials.js";
import type { Official } from "./official.schema.js";
import { findLevelByWord, findOfficialField, officialFields, officialHeaders } from "./official-columns.js";
import { type OfficialSheetRow, parseOfficialRow } from "./parse-official-row.js";

const places: { readonly [text: string]: readonly string[] } = {
  望澜街道: ["990106001"],
  "990106001003": ["990106001003"],
  澜心社区: ["990106001003"],
  中心社区: ["990106001001", "990106002001"],
  外地街道: ["880101001"],
};
const good: OfficialSheetRow = {
  name: "岑晚舟",
  unit: "澜心社区",
  post: "党委书记",
  level: "村级",
  jurisdictions: "澜心社区、望澜街道",
  capacity: "１４",
  from: "2025年9月1日",
  officePhone: "025-84567890",
  mobile: "138-1234-5678",
};
const parse = (row: OfficialSheetRow) =>
  parseOfficialRow({
    row,
    findPlaces: (text) => places[text] ?? [],
    levelOf: (place) => (place.length === 9 ? "township" : place.length === 12 ? "village" : undefined),
    mayActIn: (place) => place.startsWith("9901"),
    importedOn: toPlainDate("2026-11-24"),
  });

describe("parseOfficialRow", () => {
  it("reads every field, folded", () => {
    expect(parse(good)).toEqual({
      ok: true,
      value: {
        name: "岑晚舟",
        unit: "澜心社区",
        post: "党委书记",
        level: "village",
        jurisdictions: ["990106001003", "990106001"],
        capacity: 14,
        homeGrid: null,
        officePhone: "025-84567890",
        mobile: "13812345678",
        from: "2025-09-01",
        to: null,
      },
    });
  });

  it("takes a missing level from the place and a missing first day from the import", () => {
    const read = parse({ name: "甲", unit: "乙", jurisdictions: "望澜街道" });
    expect(read).toMatchObject({
      ok: true,
      value: { level: "township", from: "2026-11-24", capacity: null },
    });
  });

  it.each<[string, Partial<OfficialSheetRow>, string, string]>([
    ["no name", { name: " " }, "name", "official/name-missing"],
    ["no unit", { unit: "" }, "unit", "official/unit-missing"],
    ["a long name", { name: "长".repeat(61) }, "name", "official/too-long"],
    ["an unknown level", { level: "国家级" }, "level", "official/level-unknown"],
    ["no jurisdiction", { jurisdictions: "、 ；" }, "jurisdictions", "official/jurisdiction-missing"],
    ["an unknown place", { jurisdictions: "无名街道" }, "jurisdictions", "official/jurisdiction-unknown"],
    ["an ambiguous place", { jurisdictions: "中心社区" }, "jurisdictions", "official/jurisdiction-ambiguous"],
    ["a place outside", { jurisdictions: "外地街道" }, "jurisdictions", "official/outside-territory"],
    ["half an establishment", { capacity: "2.5" }, "capacity", "official/capacity-shape"],
    ["a negative limit", { capacity: "-1" }, "capacity", "official/capacity-shape"],
    ["an unknown grid", { homeGrid: "东网格" }, "homeGrid", "official/home-grid-unknown"],
    ["a strange number", { mobile: "见名片" }, "mobile", "official/phone-shape"],
    ["a strange date", { from: "去年" }, "from", "official/date-shape"],
    ["days in the wrong order", { to: "2025-09-01" }, "to", "official/dates-order"],
  ])("refuses %s", (_case, change, field, code) => {
    const read = parse({ ...good, ...change });
    expect(read.ok ? [] : read.problems.map((one) => [one.field, one.code])).toEqual([[field, code]]);
  });

  it("gives every reason, not only the first", () => {
    const read = parse({ capacity: "x", to: "y" });
    expect(read.ok ? 0 : read.problems.length).toBe(5);
  });
});

describe("mergeOfficials", () => {
  const read = parse(good);
  const facts = read.ok ? read.value : undefined;
  if (facts === undefined) throw new Error("the good row must parse");
  const { officePhone, mobile, ...listed } = facts;
  const official: Official = { id: "o1", ...listed };
  const findPhones = () => ({ officePhone, mobile });
  const all = new Set<string>(officialFields);

  it("creates, updates and leaves alone", () => {
    expect(mergeOfficials({ rows: [{ row: 2, facts, given: all }], officials: [] })[0]).toMatchObject({
      outcome: "created",
    });
    const promoted = { ...facts, post: "社区主任", capacity: null };
    const merge = (given: ReadonlySet<string>) =>
      mergeOfficials({ rows: [{ row: 2, facts: promoted, given }], officials: [official], findPhones })[0];
    expect(merge(all)).toMatchObject({
      outcome: "updated",
      changes: ["post", "capacity"],
      official: { id: "o1" },
    });
    expect(merge(new Set(["name", "unit", "post"]))).toMatchObject({
      changes: ["post", "from"],
      official: { capacity: 14 },
    });
    expect(merge(new Set(["name", "unit"]))).toMatchObject({ outcome: "unchanged" });
  });

  it("takes a mobile of its own, and none from a row that went out masked", () => {
    const merge = (mobileNow: string | null, given: readonly string[]) =>
      mergeOfficials({
        rows: [{ row: 2, facts: { ...facts, mobile: mobileNow }, given: new Set(given) }],
        officials: [official],
        findPhones,
      })[0];
    expect(merge("13987654321", ["mobile"])).toMatchObject({
      changes: ["mobile"],
      official: { mobile: "13987654321", officePhone: "025-84567890" },
    });
    expect(merge(null, [])).toMatchObject({ outcome: "unchanged", official: { mobile: "13812345678" } });
    const masked = parse({ ...good, mobile: "138****5678" });
    expect(masked.ok && masked.value.mobile).toBe(null);
  });

  it("holds a person who stands twice in the file or twice in the directory", () => {
    const twice = mergeOfficials({ rows: [2, 3].map((row) => ({ row, facts, given: all })), officials: [] });
    expect(twice.map((one) => one.problem?.code)).toEqual([
      "official/twice-in-file",
      "official/twice-in-file",
    ]);
    const several = mergeOfficials({
      rows: [{ row: 2, facts: { ...facts, name: " 岑晚舟 " }, given: all }],
      officials: [official, { ...official, id: "o2" }],
    });
    expect(several[0]?.problem).toEqual({ code: "official/fits-several", params: { count: 2 } });
  });
});

describe("columns", () => {
  it.each(officialFields)("%s is found by its template headers", (field) => {
    expect(findOfficialField(officialHeaders[field]["zh-CN"][0] ?? "")).toBe(field);
    expect(findOfficialField(officialHeaders[field].en[0] ?? "")).toBe(field);
    expect(findOfficialField(field)).toBe(field);
  });

  it.each([
    ["区级", "county"],
    ["县（区）级", "county"],
    ["township", "township"],
    ["省级", undefined],
  ])("%s means %s", (word, level) => expect(findLevelByWord(word)).toBe(level));
});
