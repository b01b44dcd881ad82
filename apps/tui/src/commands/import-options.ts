// Options of imports, held rows, duplicates and merges; part of the one table of options.
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const word = text("文字", "TEXT");
const id = text("编号", "ID");

export const importOptions: Readonly<Record<string, OptionSpec>> = {
  reason: { type: "string", placeholder: word, help: text("原因，记入审计", "why; it is recorded") },
  source: {
    type: "string",
    placeholder: text("来源", "SOURCE"),
    help: text("按保存的来源对应各列", "read the columns as saved for this source"),
  },
  "hold-new": { type: "boolean", help: text("在册没有的先待定", "hold new ones") },
  "hold-similar": { type: "boolean", help: text("与在册相似的先待定", "hold new ones that resemble one") },
  doubt: {
    type: "string",
    placeholder: text("代码", "CODE"),
    help: text("只看这种待定原因", "only rows held for this reason"),
  },
  as: {
    type: "string",
    values: ["create", "update", "refuse", "later"],
    help: text("怎样定：新建、更新、退回、缓办", "how to decide"),
  },
  target: { type: "string", placeholder: id, help: text("更新哪一家", "which one is updated") },
  verdict: {
    type: "string",
    values: ["open", "different", "merged"],
    help: text("待定、是两家、已合并", "open, two, merged"),
  },
  "search-now": { type: "boolean", help: text("先重新查找一遍", "search the register first") },
  take: {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("字段", "FIELD"),
    help: text("这些字段用被并的那家的，可用逗号分开", "fields taken from the absorbed one, with commas"),
  },
};
