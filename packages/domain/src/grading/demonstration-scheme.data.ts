// The scheme that a fresh office starts with, marked as a demonstration to be checked.
// Source: F1-06 (school ≥ 3,000 and kindergarten ≥ 500 diners are A; N, second-hand), F1-05 (large, medium, small,
// micro firms go to city, county, township, village; N), facts §1.4 (usual practice by form; B, background only).
// Every other threshold is a demonstration value without a source: localities set their own (✗ not found).
import type { AttentionFlag, BusinessForm, Size } from "../registry/establishment.schema.js";
import type { PairingGrade } from "./grade.schema.js";
import type { GradingRule, GradingScheme } from "./grading-scheme.schema.js";

type When = {
  sizes?: Size[];
  dinersFrom?: number;
  dinersBelow?: number;
  attention?: AttentionFlag[];
};

const rule = (
  id: string,
  forms: BusinessForm[],
  when: When,
  grade: "A" | "B" | "C" | "D",
  zh: string,
  en: string,
): GradingRule => ({ id, when: { forms, ...when }, grade: grade as PairingGrade, title: { "zh-CN": zh, en } });

/** One rule per grade for a canteen, from its three thresholds (diners per meal) for A, B and C. */
const canteen = (
  prefix: string,
  form: BusinessForm,
  zh: string,
  en: string,
  [a, b, c]: [a: number, b: number, c: number],
): GradingRule[] => [
  rule(`${prefix}-01`, [form], { dinersFrom: a }, "A", `${zh}，就餐 ${a} 人及以上`, `${en}, ${a} diners or more`),
  rule(`${prefix}-02`, [form], { dinersFrom: b, dinersBelow: a }, "B", `${zh}，就餐 ${b} 至 ${a - 1} 人`, `${en}, ${b} to ${a - 1} diners`),
  rule(`${prefix}-03`, [form], { dinersFrom: c, dinersBelow: b }, "C", `${zh}，就餐 ${c} 至 ${b - 1} 人`, `${en}, ${c} to ${b - 1} diners`),
  rule(`${prefix}-04`, [form], { dinersBelow: c }, "D", `${zh}，就餐不足 ${c} 人`, `${en}, fewer than ${c} diners`),
];

/** What the demonstration rests on, as it stands in the scheme; shown in words of the catalogue. */
export const demonstrationSource =
  "F1-05, F1-06 (second-hand); facts 1.4 (background, to be checked); other thresholds are demonstration values";

/** The demonstration grading scheme; it covers every business form. */
export const demonstrationScheme: GradingScheme = {
  id: "demonstration",
  title: { "zh-CN": "包保分级标准（演示，待核对）", en: "Pairing grades (demonstration, to be checked)" },
  demonstration: true,
  source: demonstrationSource,
  rules: [
    ...canteen("S", "school-canteen", "学校食堂", "School canteen", [3000, 1000, 300]),
    ...canteen("K", "kindergarten-canteen", "幼儿园食堂", "Kindergarten canteen", [500, 300, 100]),
    ...canteen("E", "eldercare-canteen", "养老机构食堂", "Eldercare canteen", [1000, 300, 100]),
    ...canteen("I", "institution-canteen", "单位食堂", "Institution canteen", [3000, 1000, 300]),
    rule("M-01", ["collective-meal-provider"], { dinersFrom: 1000 }, "A", "集体用餐配送单位，供餐 1000 人及以上", "Collective meal provider, 1000 diners or more"),
    rule("M-02", ["collective-meal-provider"], { dinersBelow: 1000 }, "B", "集体用餐配送单位，供餐不足 1000 人", "Collective meal provider, fewer than 1000 diners"),
    rule("Z-01", ["central-kitchen"], {}, "A", "中央厨房", "Central kitchen"),
    rule("H-01", ["chain-headquarters"], {}, "A", "连锁企业总部", "Headquarters of a chain"),
    rule("T-01", ["special-food-producer"], { attention: ["infant-food"] }, "A", "婴幼儿配方食品生产企业", "Producer of infant formula"),
    rule("T-02", ["special-food-producer"], {}, "B", "其他特殊食品生产企业", "Other special-food producer"),
    rule("P-01", ["producer"], { sizes: ["large"] }, "A", "大型食品生产企业", "Large producer"),
    rule("P-02", ["producer"], { attention: ["dairy-or-meat"] }, "B", "乳制品、肉制品生产企业", "Dairy or meat producer"),
    rule("P-03", ["producer"], { sizes: ["medium"] }, "B", "中型食品生产企业", "Medium producer"),
    rule("P-04", ["producer"], { sizes: ["small"] }, "C", "小型食品生产企业", "Small producer"),
    rule("P-05", ["producer"], { sizes: ["micro"], attention: ["local-speciality"] }, "C", "微型食品生产企业，地方特色产品", "Micro producer of a local speciality"),
    rule("P-06", ["producer"], { sizes: ["micro"] }, "D", "微型食品生产企业", "Micro producer"),
    rule("X-01", ["seller"], { sizes: ["large"] }, "A", "大型商超", "Large supermarket or seller"),
    rule("X-02", ["seller"], { attention: ["wholesale"] }, "B", "食品批发企业", "Wholesaler"),
    rule("X-03", ["seller"], { sizes: ["medium"] }, "B", "中型食品销售企业", "Medium seller"),
    rule("X-04", ["seller"], { sizes: ["small"] }, "C", "小型食品销售企业", "Small seller"),
    rule("X-05", ["seller"], { sizes: ["micro"] }, "D", "微型食品销售者", "Micro seller"),
    rule("N-01", ["produce-market"], { attention: ["wholesale"] }, "B", "食用农产品批发市场", "Wholesale produce market"),
    rule("N-02", ["produce-market"], {}, "C", "农贸市场", "Produce market"),
    rule("C-01", ["caterer"], { sizes: ["large"] }, "A", "大型餐饮", "Large caterer"),
    rule("C-02", ["caterer"], { sizes: ["medium"] }, "B", "中型餐饮", "Medium caterer"),
    rule("C-03", ["caterer"], { sizes: ["small"] }, "C", "小型餐饮", "Small caterer"),
    rule("C-04", ["caterer"], { sizes: ["micro"], attention: ["tourist-site"] }, "C", "微型餐饮，在旅游景点或餐饮街区", "Micro caterer at a tourist site"),
    rule("C-05", ["caterer"], { sizes: ["micro"] }, "D", "微型餐饮", "Micro caterer"),
    rule("W-01", ["small-workshop"], { attention: ["local-speciality"] }, "C", "食品小作坊，地方特色产品", "Small workshop of a local speciality"),
    rule("W-02", ["small-workshop"], {}, "D", "食品小作坊", "Small food workshop"),
    rule("Y-01", ["small-catering", "grocery", "food-vendor"], {}, "D", "小餐饮、食杂店、食品摊贩", "Small catering outlet, grocery or vendor"),
  ],
};
