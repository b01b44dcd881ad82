// Decides what the columns of a register file are called: each field with the headers that offices, licence systems and
// spreadsheets use for it, in Chinese and English. The first name of each language is the product's own template.
// Source: ours, from what registers hold; issue "First", import (certain for the fields, open for the synonyms).
import type { Locale } from "../kernel/text.js";

/** Fields of a register row, in the order of the template. */
export const registerFields = [
  "name",
  "creditCode",
  "licenceNumber",
  "form",
  "size",
  "diners",
  "attention",
  "province",
  "city",
  "county",
  "township",
  "village",
  "grid",
  "placeCode",
  "address",
  "openedOn",
  "licenceIssuedOn",
  "licenceExpiresOn",
  "personInCharge",
  "foodSafetyDirector",
  "foodSafetyOfficers",
  "state",
] as const;
export type RegisterField = (typeof registerFields)[number];

/** Names of a field's column: the template's own first. */
type ColumnNames = { readonly [L in Locale]: readonly [string, ...string[]] };

/** What each field's column may be called. */
export const registerColumns: { readonly [F in RegisterField]: ColumnNames } = {
  name: {
    "zh-CN": [
      "主体名称",
      "企业名称",
      "单位名称",
      "经营者名称",
      "经营主体名称",
      "食品经营者名称",
      "市场主体名称",
      "商户名称",
      "店铺名称",
      "店名",
      "门店名称",
      "字号名称",
      "公司名称",
      "生产者名称",
      "名称",
    ],
    en: ["name", "establishment name", "business name", "company name", "shop name", "operator name"],
  },
  creditCode: {
    "zh-CN": [
      "统一社会信用代码",
      "社会信用代码",
      "信用代码",
      "统一信用代码",
      "统一代码",
      "统一社会信用代码/注册号",
      "社会信用代码（身份证号码）",
      "营业执照号",
      "营业执照编号",
    ],
    en: ["credit code", "uscc", "unified social credit code", "social credit code"],
  },
  licenceNumber: {
    "zh-CN": [
      "许可证编号",
      "许可证号",
      "许可编号",
      "食品经营许可证编号",
      "食品经营许可证号",
      "食品生产许可证编号",
      "食品生产许可证号",
      "经营许可证编号",
      "生产许可证编号",
      "许可证号码",
    ],
    en: ["licence number", "license number", "licence no", "license no", "licence", "license"],
  },
  form: {
    "zh-CN": ["业态", "主体业态", "经营业态", "业态类型", "主体类型", "主体类别", "经营类别"],
    en: ["business form", "form"],
  },
  size: {
    "zh-CN": ["规模", "企业规模", "经营规模", "单位规模", "规模类型", "大中小微"],
    en: ["size", "business size", "scale"],
  },
  diners: {
    "zh-CN": ["就餐人数", "用餐人数", "供餐人数", "日供餐人数", "每餐就餐人数", "食堂就餐人数"],
    en: ["diners", "number of diners", "diners per meal"],
  },
  attention: {
    "zh-CN": ["关注标记", "重点标记", "关注情形", "重点关注", "关注类型"],
    en: ["attention flags", "attention", "flags"],
  },
  province: { "zh-CN": ["省", "省份", "所在省", "省（自治区、直辖市）", "所属省份"], en: ["province"] },
  city: { "zh-CN": ["市", "地市", "城市", "所在市", "地级市", "市（州）", "市州"], en: ["city"] },
  county: {
    "zh-CN": [
      "区县",
      "县区",
      "区",
      "县",
      "所在区县",
      "县（市、区）",
      "区（县）",
      "区（市、县）",
      "行政区",
      "所属区县",
    ],
    en: ["county", "district"],
  },
  township: {
    "zh-CN": [
      "街道（乡镇）",
      "乡镇（街道）",
      "街道",
      "乡镇",
      "镇街",
      "镇（街道）",
      "乡镇街道",
      "街道乡镇",
      "所属街道",
      "所属乡镇",
      "所在街道",
      "所在乡镇",
    ],
    en: ["township", "street", "subdistrict", "town"],
  },
  village: {
    "zh-CN": [
      "社区（村）",
      "村（社区）",
      "社区",
      "村",
      "村居",
      "村社",
      "社区村",
      "村社区",
      "所属社区",
      "所在社区",
      "所属村居",
    ],
    en: ["village", "community"],
  },
  grid: {
    "zh-CN": ["网格", "网格编码", "网格代码", "网格号", "所属网格", "所在网格"],
    en: ["grid", "grid code"],
  },
  placeCode: {
    "zh-CN": [
      "所在地代码",
      "区划代码",
      "行政区划代码",
      "所在地区划代码",
      "社区代码",
      "村代码",
      "统计用区划代码",
    ],
    en: ["place code", "division code", "area code"],
  },
  address: {
    "zh-CN": [
      "地址",
      "经营地址",
      "经营场所",
      "住所",
      "详细地址",
      "经营场所地址",
      "注册地址",
      "生产地址",
      "住所地址",
      "所在地址",
    ],
    en: ["address", "business address"],
  },
  openedOn: {
    "zh-CN": [
      "开业日期",
      "成立日期",
      "注册日期",
      "登记日期",
      "开业时间",
      "成立时间",
      "设立日期",
      "注册时间",
      "核准日期",
    ],
    en: ["opened on", "registered on", "opening date", "registration date", "established on"],
  },
  licenceIssuedOn: {
    "zh-CN": ["发证日期", "许可日期", "许可证发证日期", "颁证日期", "签发日期", "有效期起", "有效期自"],
    en: ["licence issued on", "license issued on", "issue date", "issued on"],
  },
  licenceExpiresOn: {
    "zh-CN": [
      "有效期至",
      "有效期止",
      "许可证有效期至",
      "有效期限",
      "到期日期",
      "许可证到期",
      "许可证有效期",
      "有效期截止",
    ],
    en: ["licence expires on", "license expires on", "expiry date", "expires on", "valid to", "valid until"],
  },
  personInCharge: {
    "zh-CN": [
      "负责人",
      "主要负责人",
      "法定代表人",
      "法人",
      "法人代表",
      "经营者",
      "经营者姓名",
      "法定代表人（负责人）",
      "负责人姓名",
    ],
    en: ["person in charge", "manager", "legal representative"],
  },
  foodSafetyDirector: {
    "zh-CN": ["食品安全总监", "安全总监", "食品安全总监姓名"],
    en: ["food safety director"],
  },
  foodSafetyOfficers: {
    "zh-CN": ["食品安全员", "安全员", "食品安全管理员", "食品安全管理人员", "食品安全员姓名"],
    en: ["food safety officers", "food safety officer"],
  },
  state: {
    "zh-CN": ["状态", "经营状态", "主体状态", "登记状态", "营业状态", "许可证状态"],
    en: ["state", "status"],
  },
};

/** Column that the error file adds and every import leaves out. */
export const reasonHeaders: { readonly [L in Locale]: string } = { "zh-CN": "原因", en: "Reason" };

// Signs that carry no meaning in a header: blanks, marks of required columns, separators.
const NO_MEANING = /[\s_\-*:：.,、，/\\"'“”·]/g;
const BRACKETED = /\([^()]*\)/g;

const toPlainHeader = (header: string): string =>
  header
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .toLowerCase();

/**
 * The header as headers are compared: half-width, lower case, without blanks, marks and bracketed remarks; a header
 * that is nothing but a bracketed remark keeps it.
 *
 * @example
 * normaliseHeader("*统一社会信用代码 （18 位）"); // => "统一社会信用代码"
 * normaliseHeader("Registered_On"); // => "registeredon"
 */
export function normaliseHeader(header: string): string {
  const plain = toPlainHeader(header);
  const bare = plain.replace(BRACKETED, "").replace(NO_MEANING, "");
  return bare === "" ? plain.replace(NO_MEANING, "") : bare;
}

const fieldByHeader: ReadonlyMap<string, RegisterField> = new Map(
  registerFields.flatMap((field) => [
    [normaliseHeader(field), field] as const,
    ...[...registerColumns[field]["zh-CN"], ...registerColumns[field].en].map(
      (name) => [normaliseHeader(name), field] as const,
    ),
  ]),
);

/** Every known header in its compared form with its field, in the order of the template. */
export const listKnownHeaders = (): readonly (readonly [string, RegisterField])[] => [...fieldByHeader];

/**
 * The field that a header or a field key names; `undefined` when it is no known name. Spelling of headers is free in
 * case, width, blanks and bracketed remarks.
 *
 * @example
 * findRegisterField("单位名称（必填）"); // => "name"
 * findRegisterField("registered_on"); // => "openedOn"
 * findRegisterField("备注"); // => undefined
 */
export const findRegisterField = (text: string): RegisterField | undefined =>
  fieldByHeader.get(normaliseHeader(text));

/** Whether the header is that of the reason column, which is never read. */
export const isReasonHeader = (header: string): boolean =>
  ["原因", "退回原因", "错误原因", "reason"].includes(normaliseHeader(header));

/**
 * The headers of the product's own template in a language.
 *
 * @example
 * listTemplateHeaders("en").slice(0, 3); // => ["name", "credit code", "licence number"]
 */
export const listTemplateHeaders = (locale: Locale): readonly string[] =>
  registerFields.map((field) => registerColumns[field][locale][0]);
