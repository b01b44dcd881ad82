// Which columns a sheet of the directory and one of its "1+N" groups may have, under which headers, and which words mean a
// kind of post. The first name of each language is that of the file that the directory gives out, so that it comes back.
// Source: ours, from directories that offices keep (open: add what is met).
import { foldCode } from "../kernel/fold-code.js";
import type { Locale } from "../kernel/text.js";
import type { DutyKind } from "./duty-post.schema.js";

/** Fields of a duty post that a column may be mapped to, in the order of the template. */
export const dutyFields = [
  "territories",
  "placeCode",
  "kind",
  "name",
  "unit",
  "title",
  "officePhone",
  "mobile",
  "from",
  "replaces",
] as const;
export type DutyField = (typeof dutyFields)[number];

/** Fields of a group that a column may be mapped to, in the order of the template. */
export const groupFields = ["groupName", "territories", "placeCode", "one", "members", "from"] as const;
export type GroupField = (typeof groupFields)[number];

type Headers<F extends string> = {
  readonly [K in F]: { readonly [L in Locale]: readonly [string, ...string[]] };
};

const places = {
  territories: {
    "zh-CN": ["属地", "辖区", "所属地区", "负责区域", "街道（乡镇）", "街道", "社区（村）"],
    en: ["territories", "territory", "place", "area"],
  },
  placeCode: {
    "zh-CN": ["属地代码", "区划代码", "行政区划代码", "辖区代码"],
    en: ["place code", "division code", "area code"],
  },
  from: {
    "zh-CN": ["起始日期", "任职日期", "开始日期", "到岗日期", "任职时间", "自"],
    en: ["from", "start", "since"],
  },
} as const satisfies Headers<"territories" | "placeCode" | "from">;

/** Headers that mean each field of a duty post. */
export const dutyHeaders: Headers<DutyField> = {
  ...places,
  kind: {
    "zh-CN": ["类别", "岗位类别", "岗位", "角色", "人员类别", "身份"],
    en: ["kind", "role", "kind of post"],
  },
  name: { "zh-CN": ["姓名", "人员姓名", "联系人", "联络员姓名"], en: ["name", "person"] },
  unit: { "zh-CN": ["单位", "工作单位", "所在单位"], en: ["unit", "organisation", "organization"] },
  title: { "zh-CN": ["职务", "职位", "所任职务"], en: ["title", "position"] },
  officePhone: {
    "zh-CN": ["办公电话", "办公室电话", "单位电话", "座机", "固定电话"],
    en: ["office phone", "office telephone", "landline"],
  },
  mobile: {
    "zh-CN": ["手机", "手机号", "手机号码", "移动电话", "联系电话", "电话"],
    en: ["mobile", "mobile phone", "phone"],
  },
  replaces: {
    "zh-CN": ["接替", "接替谁", "原任", "前任", "原任姓名"],
    en: ["replaces", "predecessor", "follows"],
  },
};

/** Headers that mean each field of a group. */
export const groupHeaders: Headers<GroupField> = {
  ...places,
  groupName: { "zh-CN": ["群名", "群名称", "联络群", "群组"], en: ["group", "group name"] },
  one: { "zh-CN": ["联络人（1）", "联络人", "群主", "牵头人"], en: ["the one", "one", "lead"] },
  members: { "zh-CN": ["成员（N）", "成员", "群成员", "人员"], en: ["the N", "members"] },
};

// A bracketed remark behind a header, as in 起始日期（必填）, says nothing about which column it is.
const toKey = (header: string): string => {
  const plain = foldCode(header).value.replace(/[\s*]/g, "");
  return plain.replace(/\([^()]*\)/g, "") || plain;
};

const createFinder = <F extends string>(headers: Headers<F>): ((header: string) => F | undefined) => {
  const known = new Map<string, F>(
    (Object.keys(headers) as F[]).flatMap((field) =>
      [field, ...headers[field]["zh-CN"], ...headers[field].en].map((name) => [toKey(name), field] as const),
    ),
  );
  return (header) => known.get(toKey(header));
};

/**
 * The field of a duty post that a header means; undefined when it is none of ours.
 *
 * @example
 * findDutyField("类别（必填）"); // => "kind"
 * findDutyField("备注"); // => undefined
 */
export const findDutyField: (header: string) => DutyField | undefined = createFinder(dutyHeaders);

/**
 * The field of a "1+N" group that a header means; undefined when it is none of ours.
 *
 * @example
 * findGroupField("成员（N）"); // => "members"
 * findGroupField("姓名"); // => undefined
 */
export const findGroupField: (header: string) => GroupField | undefined = createFinder(groupHeaders);

const kindWords: { readonly [K in DutyKind | "official"]: readonly string[] } = {
  leader: ["责任领导", "分管领导", "领导", "leader", "leader in charge"],
  liaison: ["联络员", "食安办联络员", "信息员", "食品安全信息员", "liaison"],
  "station-head": [
    "监管所负责人",
    "市场监管所负责人",
    "监管所所长",
    "所长",
    "head of station",
    "station-head",
    "station head",
  ],
  inspector: ["监管员", "监管人员", "市场监管员", "执法人员", "inspector"],
  // The directory's file lists them too; they are kept by their own import.
  official: ["包保干部", "督导干部", "pairing official"],
};
const kindByWord = new Map<string, DutyKind | "official">(
  (Object.keys(kindWords) as (DutyKind | "official")[]).flatMap((kind) =>
    kindWords[kind].map((word) => [foldCode(word).value, kind] as const),
  ),
);

/**
 * The kind of post that a word means; `official` for the pairing officials, who are no posts of the directory.
 *
 * @example
 * findDutyKindByWord("所长"); // => "station-head"
 * findDutyKindByWord("局长"); // => undefined
 */
export const findDutyKindByWord = (word: string): DutyKind | "official" | undefined =>
  kindByWord.get(foldCode(word).value);
