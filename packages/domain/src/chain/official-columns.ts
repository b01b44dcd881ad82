// Which columns a file of officials may have, under which headers, and the product's own template.
// Source: issue "First", `shian import officials FILE` (certain); headers are ours, from lists that offices keep.
import { foldCode } from "../kernel/fold-code.js";
import type { Level } from "./official.schema.js";

/** Fields of an official that a column may be mapped to, in the order of the template. */
export const officialFields = [
  "name",
  "unit",
  "post",
  "level",
  "jurisdictions",
  "capacity",
  "homeGrid",
  "officePhone",
  "mobile",
  "from",
  "to",
] as const;
export type OfficialField = (typeof officialFields)[number];

/** Headers that mean each field; the first Chinese and the first English one are the template's. */
export const officialHeaders: {
  readonly [F in OfficialField]: { readonly "zh-CN": readonly string[]; readonly en: readonly string[] };
} = {
  name: { "zh-CN": ["姓名", "干部姓名", "包保干部", "督导干部"], en: ["name", "official"] },
  unit: { "zh-CN": ["单位", "工作单位", "所在单位"], en: ["unit", "organisation", "organization"] },
  post: { "zh-CN": ["职务", "职位", "岗位"], en: ["post", "position", "title"] },
  level: { "zh-CN": ["层级", "包保层级", "级别"], en: ["level"] },
  jurisdictions: {
    "zh-CN": ["辖区", "包保辖区", "负责区域", "辖区代码"],
    en: ["jurisdictions", "jurisdiction", "area"],
  },
  capacity: { "zh-CN": ["包保上限", "户数上限", "最多户数"], en: ["capacity", "limit"] },
  homeGrid: { "zh-CN": ["所在网格", "网格"], en: ["home grid", "homegrid", "grid"] },
  officePhone: {
    "zh-CN": ["办公电话", "办公室电话", "单位电话", "座机", "固定电话"],
    en: ["office phone", "office telephone", "landline"],
  },
  mobile: { "zh-CN": ["手机", "手机号", "手机号码", "移动电话"], en: ["mobile", "mobile phone"] },
  from: { "zh-CN": ["任职日期", "起始日期", "开始日期", "自"], en: ["from", "start"] },
  to: { "zh-CN": ["离任日期", "截止日期", "结束日期", "至"], en: ["to", "end"] },
};

const fieldByHeader = new Map<string, OfficialField>(
  officialFields.flatMap((field) =>
    [...officialHeaders[field]["zh-CN"], ...officialHeaders[field].en, field].map(
      (header) => [foldCode(header).value, field] as const,
    ),
  ),
);

/**
 * The field that a header of a file of officials means; undefined when it is none of ours.
 *
 * @example
 * findOfficialField(" 包保辖区 "); // => "jurisdictions"
 * findOfficialField("备注"); // => undefined
 */
export const findOfficialField = (header: string): OfficialField | undefined =>
  fieldByHeader.get(foldCode(header).value);

const levelByWord = new Map<string, Level>(
  Object.entries({
    city: ["市级", "市", "CITY"],
    county: ["区级", "县级", "县区级", "区县级", "县(区)级", "区(县)级", "县", "区", "COUNTY", "DISTRICT"],
    township: [
      "街镇级",
      "乡镇级",
      "镇街级",
      "街道级",
      "镇级",
      "乡级",
      "乡镇(街道)级",
      "街道(乡镇)级",
      "TOWNSHIP",
      "STREET",
    ],
    village: ["村级", "社区级", "村社区级", "村(社区)级", "社区(村)级", "VILLAGE", "COMMUNITY"],
  } satisfies { [L in Level]: string[] }).flatMap(([level, words]) =>
    words.map((word) => [word, level as Level] as const),
  ),
);

/**
 * The level of the chain that a word means, Chinese or English; undefined when it means none.
 *
 * @example
 * findLevelByWord("村（社区）级"); // => "village"
 */
export const findLevelByWord = (word: string): Level | undefined => levelByWord.get(foldCode(word).value);
