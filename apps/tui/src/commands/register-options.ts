// Options of the register: what its lists are narrowed by, and what one change or a change of many says.
import {
  businessForms,
  dutyStates,
  establishmentStates,
  licenceKinds,
  licenceStandings,
  pairingGrades,
  riskGrades,
  sizes,
} from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

/** Options that narrow a list of the register; commands that take one of them take all, besides place and days. */
export const registryConditions = [
  "search",
  "grade",
  "risk",
  "graded",
  "form",
  "state",
  "place-known",
  "answered",
  "official",
  "duty",
  "size",
  "attention",
  "licence",
  "licence-kind",
] as const;

export const registerOptions: Readonly<Record<string, OptionSpec>> = {
  grade: {
    type: "string",
    multiple: true,
    list: true,
    values: pairingGrades,
    help: text("包保等级，可用逗号并列", "pairing grades, commas between"),
  },
  risk: {
    type: "string",
    multiple: true,
    list: true,
    values: riskGrades,
    help: text("风险等级，可用逗号并列", "risk grades, commas between"),
  },
  form: {
    type: "string",
    multiple: true,
    list: true,
    values: businessForms,
    help: text("业态", "business form"),
  },
  state: {
    type: "string",
    multiple: true,
    list: true,
    values: establishmentStates,
    help: text("状态", "state"),
  },
  answered: {
    type: "string",
    values: ["true", "false"],
    help: text("有没有包保干部", "whether an official answers for it"),
  },
  graded: {
    type: "string",
    values: ["true", "false"],
    help: text("有没有包保等级", "whether it has a grade"),
  },
  "place-known": {
    type: "string",
    values: ["true", "false"],
    help: text("属地是否已知", "whether its place is known"),
  },
  duty: {
    type: "string",
    multiple: true,
    list: true,
    values: dutyStates,
    help: text("本期督导的状态", "state of this window's visit"),
  },
  size: { type: "string", multiple: true, list: true, values: sizes, help: text("规模", "size") },
  diners: {
    type: "string",
    form: "number",
    least: 0,
    most: 1_000_000,
    placeholder: text("人数", "N"),
    help: text("每餐就餐人数（食堂）", "diners per meal (canteens)"),
  },
  attention: {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("代码", "CODE"),
    help: text(
      "需要上级关注的情形，代码见 shian flags",
      "circumstances that call for a higher level; shian flags lists their codes",
    ),
  },
  licence: {
    type: "string",
    multiple: true,
    list: true,
    values: licenceStandings,
    help: text("证照状态", "how a licence stands"),
  },
  "licence-kind": {
    type: "string",
    multiple: true,
    list: true,
    values: licenceKinds,
    help: text(
      "证照种类；和 --licence 一起用时指同一本证照",
      "kind of licence; with --licence both are asked of one licence",
    ),
  },
  "set-place": {
    type: "string",
    placeholder: text("代码", "CODE"),
    help: text("改属地或网格", "the new place or grid"),
  },
  "set-form": { type: "string", values: businessForms, help: text("改业态", "the new business form") },
  "set-state": {
    type: "string",
    values: establishmentStates,
    help: text("改状态", "the new state"),
  },
  "set-official": {
    type: "string",
    placeholder: text("编号", "ID"),
    help: text("改包保干部", "the official who answers"),
  },
  "add-flag": {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("代码", "CODE"),
    help: text("加上关注标记", "flags to add"),
  },
  "remove-flag": {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("代码", "CODE"),
    help: text("去掉关注标记", "flags to remove"),
  },
  confirmed: {
    type: "boolean",
    help: text("已核对，确是另一家", "checked: it is another one than those that look alike"),
  },
  source: {
    type: "string",
    values: ["regulator", "office", "business", "visit"],
    help: text("信息来源，默认 office", "who told it, by default office"),
  },
  zh: { type: "string", placeholder: text("文字", "TEXT"), help: text("中文名", "Chinese name") },
  en: { type: "string", placeholder: text("文字", "TEXT"), help: text("英文名", "English name") },
  retire: { type: "boolean", help: text("停用：不再登记", "retire: registered no more") },
  restore: { type: "boolean", help: text("恢复使用", "back into use") },
};
