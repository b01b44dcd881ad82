// Commands of allocations.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const id = { name: text("编号", "ID"), required: true };

export const allocationCommands: readonly CommandSpec[] = [
  {
    name: "allocate",
    aliases: ["chain allocate"],
    group: "chain",
    server: true,
    summary: text(
      "按层级、辖区分派干部：户数最均、改派最少，附最优证明",
      "officials by level and jurisdiction: even loads, fewest changes, proven",
    ),
    details: text(
      "不写 --apply 只预览；看过的方案用 shian allocation apply 编号 应用。",
      "Without --apply it only previews; shian allocation apply ID carries out what was looked at.",
    ),
    arguments: [],
    options: ["territory", "level", "gap", "establishment", "from", "keep-first", "pin", "dry-run", "apply"],
    formats: ["json"],
    examples: [
      "shian allocate --gap nobody,wrong-level",
      "shian allocate --territory 990106103 --keep-first 4 --apply --json",
    ],
    load: async () => (await import("./allocation-commands.js")).allocate,
  },
  {
    name: "allocation list",
    group: "chain",
    server: true,
    summary: text("历次分派，可否撤销", "allocations, and until when each can be undone"),
    arguments: [],
    options: ["limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian allocation list"],
    load: async () => (await import("./allocation-commands.js")).listAllocations,
  },
  {
    name: "allocation show",
    group: "chain",
    server: true,
    summary: text("一次分派的方案和证明", "one allocation with its proof"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian allocation show ID --json"],
    load: async () => (await import("./allocation-commands.js")).showAllocation,
  },
  {
    name: "allocation moves",
    group: "chain",
    server: true,
    summary: text("一次分派的全部变动", "every move of one allocation"),
    arguments: [id],
    options: ["limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian allocation moves ID --all --csv > 变动.csv"],
    load: async () => (await import("./allocation-commands.js")).listMoves,
  },
  {
    name: "allocation apply",
    group: "chain",
    server: true,
    summary: text("应用看过的方案", "apply a plan that was looked at"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian allocation apply ID"],
    load: async () => (await import("./allocation-commands.js")).applyAllocation,
  },
  {
    name: "allocation cancel",
    group: "chain",
    server: true,
    summary: text("取消正在进行的分派", "end an allocation that is under way"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian allocation cancel ID"],
    load: async () => (await import("./allocation-commands.js")).cancelAllocation,
  },
  {
    name: "allocation undo",
    group: "chain",
    server: true,
    summary: text("撤销 24 小时内应用的分派", "undo an allocation applied within 24 hours"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian allocation undo ID"],
    load: async () => (await import("./allocation-commands.js")).undoAllocation,
  },
];
