// The commands about commitments and the lists of officials.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const place = ["territory", "as-of", "known-on"] as const;
const lines = ["limit", "all"] as const;
const every = ["json", "ndjson", "csv"] as const;

export const commitmentCommands: readonly CommandSpec[] = [
  {
    name: "commitment rates",
    group: "chain",
    server: true,
    summary: text(
      "承诺书签署率、名单签收率，按层级和属地",
      "commitments signed and lists acknowledged, by level and territory",
    ),
    arguments: [],
    options: [...place],
    formats: ["json", "csv"],
    examples: ["shian commitment rates --json"],
    load: async () => (await import("./commitment-commands.js")).showRates,
  },
  {
    name: "commitment list",
    group: "chain",
    server: true,
    summary: text("干部的承诺书和名单", "commitments and lists of officials"),
    arguments: [],
    options: [...place, "standing", "level", "search", ...lines],
    formats: every,
    examples: ["shian commitment list --standing none --csv"],
    load: async () => (await import("./commitment-commands.js")).listCommitments,
  },
  {
    name: "commitment outdated",
    group: "chain",
    server: true,
    summary: text("已过期的承诺书和原因", "commitments that no longer bind, and why"),
    arguments: [],
    options: [...place, "level", "search", ...lines],
    formats: every,
    examples: ["shian commitment outdated --ndjson"],
    load: async () => (await import("./commitment-commands.js")).listOutdated,
  },
  {
    name: "official lists",
    group: "chain",
    server: true,
    summary: text(
      "一名干部的责任、任务、督导清单",
      "responsibility, task and supervision list of one official",
    ),
    arguments: [],
    options: ["official", "as-of"],
    formats: ["json"],
    examples: ["shian official lists --official o-0001 --json"],
    load: async () => (await import("./commitment-commands.js")).showDutyLists,
  },
];
