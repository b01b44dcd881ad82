import { describe, expect, it } from "vitest";
import { locales } from "../kernel/text.js";
import {
  dutyFields,
  dutyHeaders,
  findDutyField,
  findDutyKindByWord,
  findGroupField,
  groupFields,
  groupHeaders,
} from "./directory-columns.js";
import { createMemberNames, splitMembers } from "./name-member.js";
import { parseDutyRow, parseGroupRow } from "./parse-directory-row.js";

const finder = {
  findPlaces: (text: string) =>
    ({
      望澜街道: ["990106001"],
      "990106001": ["990106001"],
      "990106002": ["990106002"],
      鼓楼: ["1", "2"],
      外地: ["11"],
    })[text] ?? [],
  mayActIn: (place: string) => place.startsWith("990106"),
};
const good = { kind: "联络员", name: "岑晚舟", territories: "望澜街道" };

describe("columns of a sheet of the directory", () => {
  it("are each known by every one of their names, and by no other's", () => {
    for (const field of dutyFields)
      for (const locale of locales)
        for (const name of dutyHeaders[field][locale])
          expect([name, findDutyField(name)]).toEqual([name, field]);
    for (const field of groupFields)
      for (const locale of locales)
        for (const name of groupHeaders[field][locale])
          expect([name, findGroupField(name)]).toEqual([name, field]);
  });

  it.each([
    ["责任领导", "leader"],
    ["食品安全信息员", "liaison"],
    ["所长", "station-head"],
    ["Inspector", "inspector"],
    ["包保干部", "official"],
    ["局长", undefined],
  ])("%s is the kind %s", (word, kind) => expect(findDutyKindByWord(word)).toBe(kind));
});

describe("a row of the directory", () => {
  it.each([
    [{ ...good, kind: "" }, ["kind duty/kind-missing"]],
    [{ ...good, kind: "局长" }, ["kind duty/kind-unknown"]],
    [{ ...good, name: " " }, ["name duty/name-missing"]],
    [{ ...good, name: "长".repeat(61) }, ["name duty/too-long", "name duty/name-missing"].slice(0, 1)],
    [{ ...good, territories: "" }, ["territories duty/place-missing"]],
    [{ ...good, territories: "无处" }, ["territories duty/place-unknown"]],
    [{ ...good, territories: "鼓楼" }, ["territories duty/place-ambiguous"]],
    [{ ...good, territories: "外地" }, ["territories duty/place-outside"]],
    [{ ...good, placeCode: "990107001" }, ["placeCode duty/place-unknown"]],
    [{ ...good, mobile: "去年" }, ["mobile duty/phone-shape"]],
    [{ ...good, from: "年初" }, ["from duty/date-shape"]],
    [
      { kind: "", name: "", territories: "" },
      ["kind duty/kind-missing", "name duty/name-missing", "territories duty/place-missing"],
    ],
  ])("is refused with every reason: %j", (row, reasons) => {
    const read = parseDutyRow({ row, ...finder });
    expect(read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(reasons);
  });

  it.each([
    [{ territories: "望澜街道、990106002" }, { territories: ["990106001", "990106002"] }],
    [{ placeCode: "990106002 990106001", territories: "随便" }, { territories: ["990106001", "990106002"] }],
    [{ mobile: "139****1234" }, { mobile: null }],
    [{ mobile: "139 0013 1234" }, { mobile: "13900131234" }],
    [{ from: "2026年3月1日" }, { from: "2026-03-01" }],
    [{ replaces: "新增" }, { replaces: "" }],
    [{ replaces: "叶听澜" }, { replaces: "叶听澜" }],
    [
      { kind: "包保干部", territories: "" },
      { kind: "official", territories: [] },
    ],
  ])("%j says %j", (more, facts) =>
    expect(parseDutyRow({ row: { ...good, ...more }, ...finder })).toMatchObject({ ok: true, value: facts }),
  );
});

describe("a row of a group", () => {
  const group = { groupName: "联络群", territories: "望澜街道", one: "岑晚舟", members: "叶听澜" };
  it.each([
    [{ ...group, groupName: "" }, ["groupName group/name-missing"]],
    [{ ...group, one: "" }, ["one group/one-missing"]],
    [{ ...group, members: "、" }, ["members group/members-missing"]],
    [{ ...group, territories: "望澜街道、990106002" }, ["territories group/one-place"]],
  ])("is refused with its reason: %j", (row, reasons) => {
    const read = parseGroupRow({ row, ...finder });
    expect(read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(reasons);
  });
});

describe("members of a group", () => {
  const people = [
    { post: "d1", name: "岑晚舟", unit: "梧桐街道", title: "" },
    { post: "d2", name: "岑晚舟", unit: "镜湖街道", title: "联络员" },
    { post: "d3", name: "岑晚舟", unit: "镜湖街道", title: "监管员" },
    { post: "d4", name: "叶听澜", unit: "", title: "" },
    { post: "d5", name: "温知夏", unit: "同", title: "同" },
    { post: "d6", name: "温知夏", unit: "同", title: "同" },
    { post: "d7", name: "、", unit: "", title: "" },
  ];
  const names = createMemberNames(people);

  it.each([
    ["d1", "岑晚舟（梧桐街道）"],
    ["d2", "岑晚舟（镜湖街道 联络员）"],
    ["d4", "叶听澜"],
    ["d5", "d5"],
    ["d7", "d7"],
    ["gone", "gone"],
  ])("%s is written %s", (post, text) => expect(names.write(post)).toBe(text));

  it("are each found again by what is written of them, alone and in a list", () => {
    for (const { post } of people) expect(names.find(names.write(post))).toEqual([post]);
    const cell = people.map(({ post }) => names.write(post)).join("、");
    expect(splitMembers(cell).map((text) => names.find(text))).toEqual(people.map(({ post }) => [post]));
  });
});
