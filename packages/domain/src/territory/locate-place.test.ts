/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { foldPlaceName, listPlaceAliases, stripPlaceSuffix } from "./fold-place-name.js";
import { locatePlace, type PlaceNames } from "./locate-place.js";
import { createPlaceIndex } from "./place-index.js";
import { Territory } from "./territory.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const sampleFile = new URL("../../../../../shared/data/registry-real-sample.csv", import.meta.url);
const hasSample = existsSync(sampleFile);
if (!hasSample) console.warn("SKIPPED: places of the real sample, shared/data is absent");

const place = (code: string, name: string, kind: string, parent: string) =>
  Territory.parse({ code, name, kind, parent, from: "2020-01-01" });
const tree = createTerritoryTree({
  asOf: day("2026-11-24"),
  nodes: [
    place("9901", "澄岚市", "city", "99"),
    place("990106", "云汀区", "county", "9901"),
    place("990107", "石棠区", "county", "9901"),
    place("990106001", "望澜街道", "township", "990106"),
    place("990106100", "石棠镇", "township", "990106"),
    place("990107100", "石棠镇", "township", "990107"),
    place("Z990106-01", "澜港开发区", "zone", "990106"),
    place("990106001003", "澜心社区", "village", "990106001"),
    place("990106100201", "双桨村", "village", "990106100"),
    place("990107100201", "双桨村", "village", "990107100"),
    place("990107100202", "柿林村", "village", "990107100"),
    place("990107100001", "柿子村社区", "village", "990107100"),
  ],
});
const index = createPlaceIndex({ tree });
const outcome = (names: PlaceNames & { code?: string; within?: string }) => {
  const found = locatePlace({ index, ...names });
  return found.ok ? found.value.code : found.problems.map(({ code }) => code.replace("territory/", ""));
};

describe("names of the shipped table", () => {
  it.each([
    ["a county in the city column", { province: "北京", city: "海淀" }, "110108"],
    ["full names", { province: "北京市", city: "海淀区" }, "110108"],
    ["the municipality as its own city", { province: "北京", city: "北京", county: "海淀" }, "110108"],
    ["the city of the code table", { province: "北京市", city: "市辖区" }, "1101"],
    ["a province alone", { province: "江苏" }, "32"],
    ["a name that is a city and a county counts as the city", { province: "辽宁", city: "朝阳" }, "2113"],
    ["so does one that is a city and a county elsewhere", { city: "朝阳市" }, "2113"],
    ["the full name of a county is not taken for the city", { province: "吉林", city: "通化县" }, "220521"],
    ["the short name is the city", { province: "吉林", city: "通化" }, "2205"],
    ["city and province of one name", { province: "吉林", city: "吉林" }, "2202"],
    ["city then county", { city: "苏州", county: "姑苏" }, "320508"],
    ["county alone", { county: "玄武区" }, "320102"],
    ["a city without counties", { province: "广东", city: "东莞" }, "4419"],
    ["a county directly under the province", { province: "湖北", city: "仙桃" }, "429004"],
    ["a county under the region", { province: "新疆", city: "五家渠" }, "659004"],
    ["an autonomous region", { province: "广西", city: "桂林" }, "4503"],
    ["a region named after a people", { province: "内蒙古", city: "锡林郭勒" }, "1525"],
    ["a prefecture by its short name", { province: "贵州", city: "黔东南" }, "5226"],
    ["a prefecture with the word for its kind", { province: "吉林", city: "延边州" }, "2224"],
    ["a prefecture with its people", { province: "新疆", city: "伊犁哈萨克" }, "6540"],
    ["a new area", { province: "上海", city: "浦东" }, "310115"],
    ["a county that is a district today", { province: "重庆", city: "璧山县" }, "500120"],
    ["a district written as the city it is today", { province: "江苏", county: "昆山" }, "320583"],
    [
      "a county-level city by its full name, not the prefecture",
      { province: "云南", city: "大理市" },
      "532901",
    ],
    ["the prefecture by the same short name", { province: "云南", city: "大理" }, "5329"],
    ["a prefecture called a city", { province: "吉林", city: "延边市" }, "2224"],
    ["a municipality in the city column alone", { city: "北京市" }, "11"],
    ["a municipality in the city column, then its district", { city: "北京", county: "海淀区" }, "110108"],
    ["a new area with a prefix of its name", { province: "天津", city: "滨海" }, "120116"],
    ["blanks and full width", { province: " 江 苏\u3000", city: "南京" }, "3201"],
    ["the demonstration city", { city: "澄岚", county: "云汀" }, "990106"],
  ])("%s", (_, names, code) => {
    expect(outcome(names)).toBe(code);
  });

  it.each([
    ["nothing given", {}, ["place-missing"]],
    ["only blanks", { province: " ", city: "\u3000", code: " " }, ["place-missing"]],
    ["a province that is none", { province: "江东", city: "南京" }, ["place-name-unknown"]],
    ["a city that is none", { province: "上海", city: "闸北" }, ["place-name-unknown"]],
    ["a city of another province", { province: "江苏", city: "杭州" }, ["place-name-unknown"]],
    ["a county that is none, alone", { county: "无名区" }, ["place-name-unknown"]],
    ["a county of two cities", { province: "河北", city: "新华区" }, ["place-ambiguous"]],
    ["a county of four provinces", { county: "鼓楼区" }, ["place-ambiguous"]],
    ["only the word for a kind", { county: "区" }, ["place-name-unknown"]],
    ["a county word never leads to a city", { province: "江苏", city: "苏州县" }, ["place-name-unknown"]],
  ])("unknown: %s", (_, names, codes) => {
    expect(outcome(names)).toEqual(codes);
  });

  it("an ambiguous name tells what it fits, at most five", () => {
    expect(locatePlace({ county: "鼓楼区" })).toEqual({
      ok: false,
      problems: [
        {
          code: "territory/place-ambiguous",
          params: { name: "鼓楼区", count: 4, codes: "320106、320302、350102、410204" },
        },
      ],
    });
    expect(locatePlace({ county: "城" }).ok).toBe(false);
  });

  it("a name that fits nothing is told", () => {
    expect(locatePlace({ province: "江苏", city: " 无名市" })).toEqual({
      ok: false,
      problems: [{ code: "territory/place-name-unknown", params: { name: "无名市" } }],
    });
  });

  it("of many places five are named", () => {
    const nodes = [1, 2, 3, 4, 5, 6].map((n) => place(`99010600${n}`, "同名街道", "township", "990106"));
    const many = createPlaceIndex({ tree: createTerritoryTree({ asOf: day("2026-11-24"), nodes }) });
    expect(locatePlace({ index: many, township: "同名" })).toMatchObject({
      problems: [{ params: { count: 6, codes: "990106001、990106002、990106003、990106004、990106005" } }],
    });
  });

  it("the office's own territory settles an ambiguous name", () => {
    expect(outcome({ county: "鼓楼区", within: "3201" })).toBe("320106");
    expect(outcome({ county: "玄武区", within: "3203" })).toBe("320102");
    expect(outcome({ county: "鼓楼区", within: "33" })).toEqual(["place-ambiguous"]);
  });
});

describe("names of the office's tree", () => {
  it.each([
    ["township and village", { township: "望澜街道", village: "澜心社区" }, "990106001003"],
    ["other words for the kind", { township: "望澜街道办事处", village: "澜心社区居委会" }, "990106001003"],
    ["short names", { county: "云汀", township: "望澜", village: "澜心" }, "990106001003"],
    ["a township of two districts under its own", { county: "石棠区", township: "石棠镇" }, "990107100"],
    ["a zone", { township: "澜港开发区" }, "Z990106-01"],
    ["a village alone", { village: "柿林村民委员会" }, "990107100202"],
    ["a village whose short name ends like a village", { village: "柿子村" }, "990107100001"],
    ["a village under its county", { county: "云汀区", village: "双桨村" }, "990106100201"],
    ["a village by the office's territory", { village: "双桨", within: "990107" }, "990107100201"],
  ])("%s", (_, names, code) => {
    expect(outcome(names)).toBe(code);
  });

  it.each([
    ["a village of two townships", { village: "双桨村" }, ["place-ambiguous"]],
    ["a township of two districts", { township: "石棠镇" }, ["place-ambiguous"]],
    ["a township of two, below the city", { city: "澄岚市", township: "石棠镇" }, ["place-ambiguous"]],
    ["a village that is none, alone", { village: "无名村" }, ["place-name-unknown"]],
  ])("unknown: %s", (_, names, codes) => {
    expect(outcome(names)).toEqual(codes);
  });

  it("a name below the city that fits nothing stops the walk and is told with all below it", () => {
    expect(
      locatePlace({ index, city: "澄岚", county: "云汀", township: "无名镇", village: "澜心社区" }),
    ).toEqual({
      ok: true,
      value: { code: "990106", kind: "county", listed: true, unmatched: ["township", "village"] },
    });
  });

  it("the office's name for a county stands in place of the shipped one", () => {
    const renamed = createTerritoryTree({
      asOf: day("2026-11-24"),
      nodes: [place("320106", "新鼓楼区", "county", "3201")],
    });
    const own = createPlaceIndex({ tree: renamed });
    expect(locatePlace({ index: own, city: "南京", county: "新鼓楼" })).toMatchObject({
      value: { code: "320106" },
    });
    expect(locatePlace({ index: own, city: "南京", county: "鼓楼区" })).toMatchObject({
      value: { code: "3201" },
    });
  });
});

describe("codes", () => {
  it.each([
    ["990106001003", "990106001003", "village", true],
    ["990106001009", "990106001009", "village", false],
    ["９９０１０６０００", "990106", "county", true],
    ["320100", "3201", "city", true],
    ["320106", "320106", "county", true],
    ["320106001", "320106001", "township", false],
    ["320106001003002", "320106001003002", "grid", false],
    ["z990106-01", "Z990106-01", "zone", true],
    ["32", "32", "province", true],
    ["CN", "CN", "country", false],
  ])("%s is %s, a %s, listed: %s", (code, plain, kind, listed) => {
    expect(locatePlace({ index, code, county: "玄武区" })).toEqual({
      ok: true,
      value: { code: plain, kind, listed, unmatched: [] },
    });
  });

  it.each(["320199", "Z2", "3201060", "望澜"])("%s is unknown", (code) => {
    expect(locatePlace({ index, code })).toEqual({
      ok: false,
      problems: [{ code: "territory/place-code-unknown", params: { text: code } }],
    });
  });
});

describe("short forms of names", () => {
  it.each([
    ["北京市", "province", ["北京"]],
    ["广西壮族自治区", "province", ["广西壮族", "广西", "广西区"]],
    ["宁夏回族自治区", "province", ["宁夏回族", "宁夏", "宁夏区"]],
    ["新疆维吾尔自治区", "province", ["新疆维吾尔", "新疆", "新疆区"]],
    ["西藏自治区", "province", ["西藏"]],
    ["香港特别行政区", "province", ["香港"]],
    ["阿克苏地区", "city", ["阿克苏"]],
    ["锡林郭勒盟", "city", ["锡林郭勒"]],
    ["市辖区", "city", []],
    ["克孜勒苏柯尔克孜自治州", "city", ["克孜勒苏柯尔克孜", "克孜勒苏", "克孜勒苏州"]],
    ["积石山保安族东乡族撒拉族自治县", "county", ["积石山保安族东乡族撒拉族", "积石山", "积石山县"]],
    ["鄂温克族自治旗", "county", ["鄂温克族"]],
    ["神农架林区", "county", ["神农架"]],
    ["浦东新区", "county", ["浦东"]],
    ["忠县", "county", []],
    ["望澜街道", "township", ["望澜"]],
    ["澜心社区", "village", ["澜心"]],
    ["澜港开发区", "zone", []],
  ] as const)("%s", (name, kind, aliases) => {
    expect(listPlaceAliases(name, kind)).toEqual(aliases);
  });

  it.each([
    ["望澜街道办", "township", "望澜"],
    ["望澜地区办事处", "township", "望澜"],
    ["柿林苏木", "township", "柿林"],
    ["柿林民族乡", "township", "柿林"],
    ["柿林乡", "township", "柿林"],
    ["澜心社区居民委员会", "village", "澜心"],
    ["澜心居民委员会", "village", "澜心"],
    ["澜心居委会", "village", "澜心"],
    ["柿林村委会", "village", "柿林"],
    ["柿林嘎查", "village", "柿林"],
    ["新村", "village", "新村"],
    ["平台", "zone", "平台"],
  ] as const)("%s without the word for a %s", (name, kind, stripped) => {
    expect(stripPlaceSuffix(name, kind)).toBe(stripped);
  });

  it("blanks inside go", () => {
    expect(foldPlaceName(" 海\u200B淀\u3000区 ")).toBe("海淀区");
  });

  it("lists codes by kind and form", () => {
    expect(index.listCodes("county", "full", "云汀区")).toEqual(["990106"]);
    expect(index.listCodes("county", "full", "云汀")).toEqual([]);
    expect(index.listCodes("county", "short", "云汀")).toEqual(["990106"]);
    expect(index.listCodes("city", "short", "云汀")).toEqual([]);
    expect(index.listCodes("township", "full", "石棠镇")).toEqual(["990106100", "990107100"]);
  });
});

it.skipIf(!hasSample)("locates at least 1,145 of the 1,180 real rows at county or city level", () => {
  const rows = readFileSync(sampleFile, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  expect(rows).toHaveLength(1180);
  const missed: string[] = [];
  for (const [, , , , province, city] of rows) {
    const found = locatePlace({ province, city });
    const isLocated = found.ok && (found.value.code.length === 4 || found.value.code.length === 6);
    if (!isLocated) missed.push(`${province} ${city}`);
  }
  console.info(
    `real sample: ${rows.length - missed.length} of ${rows.length} rows located; not: ${missed.join(", ")}`,
  );
  expect(rows.length - missed.length).toBeGreaterThanOrEqual(1145);
});
