// Options of comparisons, exports in layouts and the x-ray; part of the one table of options.
import { xrayRules } from "@shian/domain";
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
};
