// Commands about other registers and about the data itself: comparing, exporting in their columns, the x-ray.
import type { LocalText } from "../keys/local-text.js";
import type { ArgumentSpec, CommandSpec } from "./command.js";
import { registryConditions } from "./register-options.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

const run: ArgumentSpec = { name: text("编号", "ID"), required: true };
const findings: readonly ArgumentSpec[] = [
  { name: text("规则", "RULE"), required: true },
  { name: text("编号", "ID"), required: true, many: true },
];

export const exchangeCommands: readonly CommandSpec[] = [
  {
    name: "compare",
    group: "overview",
    server: true,
    summary: text("与外部台账比对，不改动台账", "compare with another register; nothing is changed"),
    details: text(
      "对方的行 = 一致 + 内容不同 + 只有对方 + 拿不准 + 读不出。差异用 compare rows 看，用 compare settle 处理。",
      "Rows of theirs = same + differing + only theirs + doubtful + unreadable. See them by `compare rows`, settle them by `compare settle`.",
    ),
    arguments: [{ name: text("文件", "FILE"), required: true }],
    options: ["register", "taken-on", "territory", "map"],
    formats: ["json"],
    examples: ["shian compare 省平台.xlsx --register 省监管系统 --taken-on 2026-11-20"],
    load: async () => (await import("./exchange-commands.js")).compareFile,
  },
  {
    name: "compare runs",
    group: "overview",
    server: true,
    summary: text("做过的比对", "comparisons that were made"),
    arguments: [],
    options: [],
    formats: ["json"],
    examples: ["shian compare runs"],
    load: async () => (await import("./settle-commands.js")).listComparisons,
  },
  {
    name: "compare rows",
    group: "overview",
    server: true,
    summary: text("一次比对的各行，我方 > 对方", "rows of a comparison, ours > theirs"),
    arguments: [run],
    options: ["outcome", "field", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian compare rows ID --outcome differing", "shian compare rows ID --all --csv"],
    load: async () => (await import("./settle-commands.js")).listCompared,
  },
  {
    name: "compare settle",
    group: "overview",
    server: true,
    summary: text("处理差异：先预览，再应用", "settle differences: preview, then apply"),
    details: text(
      "用 --row 逐行，或用 --outcome 批量。不写 --apply 只预览。",
      "One by one with --row, many with --outcome. Without --apply it only previews.",
    ),
    arguments: [run],
    options: ["row", "outcome", "field", "resolution", "take", "target", "reason", "apply"],
    formats: ["json"],
    examples: [
      "shian compare settle ID --row 12 --resolution theirs --take address",
      "shian compare settle ID --outcome only-theirs --resolution create --apply",
    ],
    load: async () => (await import("./settle-commands.js")).settleCompared,
  },
  {
    name: "compare undo",
    group: "overview",
    server: true,
    summary: text("撤销一批处理", "take back what one write settled"),
    arguments: [run, { name: text("批次", "BATCH"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian compare undo ID BATCH"],
    load: async () => (await import("./settle-commands.js")).undoSettled,
  },
  {
    name: "export",
    group: "overview",
    server: true,
    summary: text("按版式导出清单", "lists in the columns of a layout"),
    arguments: [],
    options: ["layout", "territory", "as-of", "known-on", ...registryConditions, "out"],
    formats: ["json"],
    examples: [
      "shian export",
      "shian export --layout demonstration-pairings --grade A,B --out 包保关系.xlsx",
    ],
    load: async () => (await import("./exchange-commands.js")).exportLayout,
  },
  {
    name: "x-ray",
    group: "overview",
    server: true,
    summary: text("数据体检：哪些数据要改，谁来改", "what in the data is to mend, and who mends it"),
    arguments: [],
    options: ["territory", "as-of", "known-on", "rule", "findings"],
    formats: ["json"],
    examples: ["shian x-ray --territory 990106103", "shian x-ray --rule licence-expired --json"],
    load: async () => (await import("./exchange-commands.js")).showXray,
  },
  {
    name: "x-ray ignore",
    group: "overview",
    server: true,
    summary: text("查到的先不再提示，写明原因和期限", "set findings aside, with a reason and a day"),
    arguments: findings,
    options: ["reason", "until"],
    formats: ["json"],
    examples: ["shian x-ray ignore licence-missing ID --reason 已核实不需要 --until 2027-03-31"],
    load: async () => (await import("./settle-commands.js")).ignoreFindings,
  },
  {
    name: "x-ray watch",
    group: "overview",
    server: true,
    summary: text("重新提示", "take findings up again"),
    arguments: findings,
    options: [],
    formats: ["json"],
    examples: ["shian x-ray watch licence-missing ID"],
    load: async () => (await import("./settle-commands.js")).watchFindings,
  },
];
