// Commands that enter sheets of facts: risk grades, controls and training hours.
import { factKinds } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const factCommands: readonly CommandSpec[] = [
  {
    name: "facts",
    group: "chain",
    server: true,
    summary: text(
      "按表录入风险等级、自查、培训学时：先预览，再应用",
      "risk grades, controls, training hours by sheet: preview, then apply",
    ),
    details: text(
      "csv（UTF-8、GB18030）或 xlsx；- 读标准输入（csv）。每一行都有去处：新录入 + 更正原有 + 已有相同 + 退回 = 行数。不写 --apply 只预览。",
      "csv (UTF-8, GB18030) or xlsx; - reads stdin (csv). Every row is accounted for: new + replaces + already there + refused = rows. Without --apply it only previews.",
    ),
    arguments: [
      { name: text("种类", "KIND"), required: true, values: factKinds },
      { name: text("文件", "FILE"), required: true },
    ],
    options: ["dry-run", "apply", "map", "errors"],
    formats: ["json"],
    examples: [
      "shian facts risk 风险分级.xlsx --errors 退回.xlsx",
      "shian facts control 11月自查.csv --map 情况=result --apply",
      "shian facts training 培训.xlsx --apply --json",
    ],
    load: async () => (await import("./fact-commands.js")).enterFacts,
  },
  {
    name: "facts list",
    group: "chain",
    server: true,
    summary: text("已录入的表，各有编号", "sheets that were entered, with their ids"),
    arguments: [],
    options: ["limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian facts list"],
    load: async () => (await import("./fact-commands.js")).listFacts,
  },
  {
    name: "facts undo",
    group: "chain",
    server: true,
    summary: text("整张撤销，之后又改过的保持现状", "undo a whole sheet; what was changed since stays"),
    arguments: [{ name: text("编号", "ID"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian facts undo ID"],
    load: async () => (await import("./fact-commands.js")).undoFacts,
  },
];
