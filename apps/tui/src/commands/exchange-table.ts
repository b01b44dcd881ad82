// Commands about other registers and about the data itself: comparing, exporting in their columns, the x-ray.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const exchangeCommands: readonly CommandSpec[] = [
  {
    name: "compare",
    group: "overview",
    server: true,
    summary: text("与外部台账比对，不改动台账", "compare with another register; nothing is changed"),
    details: text(
      "对方的行 = 一致 + 内容不同 + 只有对方 + 拿不准 + 读不出。差异在网页里逐条或批量处理。",
      "Rows of theirs = same + differing + only theirs + doubtful + unreadable. Differences are settled in the web.",
    ),
    arguments: [{ name: text("文件", "FILE"), required: true }],
    options: ["register", "taken-on", "territory", "map"],
    formats: ["json"],
    examples: ["shian compare 省平台.xlsx --register 省监管系统 --taken-on 2026-11-20"],
    load: async () => (await import("./exchange-commands.js")).compareFile,
  },
  {
    name: "export",
    group: "overview",
    server: true,
    summary: text("按版式导出清单", "lists in the columns of a layout"),
    arguments: [],
    options: ["layout", "territory", "as-of", "known-on", "out"],
    formats: ["json"],
    examples: ["shian export", "shian export --layout demonstration-pairings --out 包保关系.xlsx"],
    load: async () => (await import("./exchange-commands.js")).exportLayout,
  },
  {
    name: "x-ray",
    group: "overview",
    server: true,
    summary: text("数据体检：哪些数据要改，谁来改", "what in the data is to mend, and who mends it"),
    arguments: [],
    options: ["territory", "as-of", "known-on", "rule"],
    formats: ["json"],
    examples: ["shian x-ray --territory 990106103", "shian x-ray --rule licence-expired --json"],
    load: async () => (await import("./exchange-commands.js")).showXray,
  },
];
