// Commands that change the register: one establishment, its state, many at once, saved views.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";
import { registryConditions } from "./register-options.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const id = { name: text("编号", "ID"), required: true };

/** Registering, states, changes of many, views. */
export const registerCommands: readonly CommandSpec[] = [
  {
    name: "registry create",
    group: "overview",
    server: true,
    summary: text("登记一家主体", "register one establishment"),
    details: text(
      "事实写在 JSON 文件里（字段名同 registry show --json 的 establishment）；没写的按不知道登记。看起来像已登记的会拒绝，核对后加 --confirmed。",
      "Facts stand in a JSON file, named as in registry show --json; what is not there is not known. One that looks like another is refused until --confirmed.",
    ),
    arguments: [{ name: text("文件", "FILE"), required: true }],
    options: ["confirmed"],
    formats: ["json"],
    examples: ["shian registry create 新店.json", "shian registry create 新店.json --confirmed --json"],
    load: async () => (await import("./register-commands.js")).createEstablishment,
  },
  {
    name: "registry set-state",
    group: "overview",
    server: true,
    summary: text("登记一家主体的状态变化", "enter a change of an establishment's state"),
    arguments: [id],
    options: ["state", "from", "reason", "source"],
    formats: ["json"],
    examples: [
      "shian registry set-state ID --state closed --from 2026-11-01 --reason 注销 --source regulator",
    ],
    load: async () => (await import("./register-commands.js")).setState,
  },
  {
    name: "registry late",
    group: "overview",
    server: true,
    summary: text("状态变化后超期未报、未调整包保的", "changes of state whose report or re-pairing is late"),
    arguments: [],
    options: ["territory", "as-of", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian registry late --csv"],
    load: async () => (await import("./register-commands.js")).listLate,
  },
  {
    name: "registry bulk",
    group: "overview",
    server: true,
    summary: text(
      "批量修改筛选出的主体：先预览，再应用",
      "change all that a filter keeps: preview, then apply",
    ),
    details: text(
      "用过滤选项选主体，用一个 --set-… 说改什么。不写 --apply 只预览。",
      "Filter options choose, one --set-… says what. Without --apply it only previews.",
    ),
    arguments: [],
    options: [
      "territory",
      ...registryConditions,
      "set-place",
      "set-form",
      "add-flag",
      "remove-flag",
      "set-state",
      "set-official",
      "from",
      "reason",
      "source",
      "dry-run",
      "apply",
    ],
    formats: ["json"],
    examples: [
      "shian registry bulk --search 夜市 --add-flag tourist-site --dry-run",
      "shian registry bulk --territory 990106103 --set-place 990106103001001 --apply --json",
    ],
    load: async () => (await import("./bulk-commands.js")).changeMany,
  },
  {
    name: "registry bulk-list",
    group: "overview",
    server: true,
    summary: text("做过的批量修改", "changes of many that were made"),
    arguments: [],
    options: ["limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian registry bulk-list"],
    load: async () => (await import("./bulk-commands.js")).listBulk,
  },
  {
    name: "registry bulk-undo",
    group: "overview",
    server: true,
    summary: text("撤销一次批量修改", "undo a change of many"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian registry bulk-undo ID"],
    load: async () => (await import("./bulk-commands.js")).undoBulk,
  },
  {
    name: "registry views",
    group: "overview",
    server: true,
    summary: text("保存的视图，各有多少家", "saved views with their counts"),
    arguments: [],
    options: ["territory"],
    formats: ["json"],
    examples: ["shian registry views --json"],
    load: async () => (await import("./register-commands.js")).listViews,
  },
];
