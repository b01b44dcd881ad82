// Commands of handovers.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const id = { name: text("编号", "ID"), required: true };
const asked = ["leaves", "moves", "successor", "choose", "from"] as const;

export const handoverCommands: readonly CommandSpec[] = [
  {
    name: "handover preview",
    group: "chain",
    server: true,
    summary: text(
      "干部离岗、调岗：谁接手、户数、督导、承诺书，只预览",
      "officials leave or move: who takes over, loads, visits, commitments; only a preview",
    ),
    arguments: [],
    options: [...asked],
    formats: ["json"],
    examples: [
      "shian handover preview --leaves o-0001,o-0002 --from 2026-12-01",
      "shian handover preview --leaves o-0001 --successor o-0001=o-0003 --json",
    ],
    load: async () => (await import("./handover-commands.js")).previewHandover,
  },
  {
    name: "handover apply",
    group: "chain",
    server: true,
    summary: text(
      "办理交接，一次生效，24 小时内可整体撤销",
      "hand over in one change; undone whole within 24 hours",
    ),
    details: text(
      "--mark 是看过的预览的标记，之后有变动就不办理；不写则现看现办。",
      "--mark is that of the preview looked at: nothing is done if anything changed since; without it the present plan is applied.",
    ),
    arguments: [],
    options: [...asked, "note", "mark"],
    formats: ["json"],
    examples: ["shian handover apply --leaves o-0001 --note 云组〔2026〕12号 --mark MARK"],
    load: async () => (await import("./handover-commands.js")).applyHandover,
  },
  {
    name: "handover list",
    aliases: ["handover"],
    group: "chain",
    server: true,
    summary: text("办过的交接，可否撤销", "handovers made, and until when each can be undone"),
    arguments: [],
    options: ["official", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian handover list --official o-0001"],
    load: async () => (await import("./handover-commands.js")).listHandovers,
  },
  {
    name: "handover receipt",
    group: "chain",
    server: true,
    summary: text("一名干部的交接单", "the receipt of one official"),
    arguments: [id],
    options: ["official"],
    formats: ["json"],
    examples: ["shian handover receipt ID --official o-0001"],
    load: async () => (await import("./handover-commands.js")).showReceipt,
  },
  {
    name: "handover undo",
    group: "chain",
    server: true,
    summary: text("整体撤销 24 小时内办理的交接", "undo as a whole a handover made within 24 hours"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian handover undo ID"],
    load: async () => (await import("./handover-commands.js")).undoHandover,
  },
];
