// Options of comparisons, exports in layouts and the x-ray; part of the one table of options.
import { comparisonOutcomes, comparisonResolutions, xrayRules } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const date = text("日期", "DATE");

export const exchangeOptions: Readonly<Record<string, OptionSpec>> = {
  register: {
    type: "string",
    placeholder: text("名称", "NAME"),
    help: text("对方台账的名称", "whose register it is"),
  },
  "taken-on": {
    type: "string",
    form: "date",
    placeholder: date,
    help: text("对方数据是哪一天的，默认今天", "the day of their data, by default today"),
  },
  layout: {
    type: "string",
    placeholder: text("编号或名称", "ID|NAME"),
    help: text("导出版式，不写就列出有哪些", "export layout; left out, the layouts are listed"),
  },
  out: {
    type: "string",
    placeholder: text("文件", "FILE"),
    help: text(
      "存成文件（.xlsx 或 .csv），默认输出 CSV",
      "the file to write (.xlsx or .csv), by default CSV to stdout",
    ),
  },
  rule: {
    type: "string",
    values: xrayRules,
    help: text("列出一条规则查到的", "list what one rule found"),
  },
  findings: {
    type: "string",
    values: ["open", "aside"],
    help: text("待改的（默认），还是暂不提示的", "those open, as by default, or those set aside"),
  },
  outcome: {
    type: "string",
    values: comparisonOutcomes,
    help: text("哪种结果的行", "rows of this outcome"),
  },
  row: {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("行号", "NO"),
    help: text("哪几行，可用逗号分开", "which rows, with commas"),
  },
  field: {
    type: "string",
    placeholder: text("字段", "FIELD"),
    help: text("只看这个字段不同的行", "only rows in which this field differs"),
  },
  resolution: {
    type: "string",
    values: comparisonResolutions,
    help: text(
      "怎样处理：取对方、按对方新建、以我方为准、交监管部门",
      "take theirs, create from theirs, keep ours, or leave to the regulator",
    ),
  },
  until: {
    type: "string",
    form: "date",
    placeholder: date,
    help: text("不再提示到哪一天", "the last day on which it is set aside"),
  },
};
