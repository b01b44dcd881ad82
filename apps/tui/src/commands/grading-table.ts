// Commands about grading schemes, objections to grades and businesses' own arms.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const id = { name: text("编号", "ID"), required: true } as const;

export const gradingCommands: readonly CommandSpec[] = [
  {
    name: "grading schemes",
    group: "chain",
    server: true,
    summary: text(
      "分级标准的各版本：施行、待施行、草案",
      "versions of the grading scheme: in force, to come, drafts",
    ),
    arguments: [],
    options: [],
    formats: ["json"],
    examples: ["shian grading schemes --json"],
    load: async () => (await import("./grading-commands.js")).listSchemes,
  },
  {
    name: "grading scheme",
    group: "chain",
    server: true,
    summary: text("一个版本的规则，和核对出的问题", "the rules of one version, and what a check of it finds"),
    arguments: [id],
    options: [],
    formats: ["json"],
    examples: ["shian grading scheme demonstration", "shian grading scheme ID --json"],
    load: async () => (await import("./grading-commands.js")).showScheme,
  },
  {
    name: "grading effect",
    group: "chain",
    server: true,
    summary: text(
      "某版本从某天起施行会怎样：等级、缺口、工作量",
      "what a version would do from a day on: grades, gaps, work",
    ),
    arguments: [id],
    options: ["from"],
    formats: ["json"],
    examples: ["shian grading effect ID --from 2027-01-01 --json"],
    load: async () => (await import("./grading-commands.js")).showEffect,
  },
  {
    name: "grading objections",
    group: "chain",
    server: true,
    summary: text(
      "主体对等级的异议，先列等待答复的",
      "businesses' objections to their grades, those that wait first",
    ),
    arguments: [],
    options: ["territory", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: ["shian grading objections", "shian grading objections --territory 990106001 --json"],
    load: async () => (await import("./grading-commands.js")).listObjections,
  },
  {
    name: "business-arm show",
    group: "chain",
    server: true,
    summary: text("一家主体的人员、培训、自查", "one business's people, training and controls"),
    arguments: [id],
    options: ["as-of", "known-on"],
    formats: ["json"],
    examples: ["shian business-arm show ID --json"],
    load: async () => (await import("./arm-commands.js")).showArm,
  },
  {
    name: "business-arm controls",
    group: "chain",
    server: true,
    summary: text("日管控、周排查、月调度的报告率", "rates of daily, weekly and monthly controls"),
    arguments: [
      {
        name: text("按什么", "BY"),
        required: false,
        values: ["territory", "form", "establishment"],
      },
    ],
    options: ["territory", "as-of", "known-on", "period", "limit", "all"],
    formats: ["json", "ndjson", "csv"],
    examples: [
      "shian business-arm controls",
      "shian business-arm controls establishment --period 2026-10 --csv",
    ],
    load: async () => (await import("./arm-commands.js")).listControls,
  },
  {
    name: "business-arm report",
    group: "chain",
    server: true,
    summary: text(
      "报告一次自查：daily、weekly、monthly；结果 no-risk、findings、not-open",
      "report a control: daily, weekly, monthly; no-risk, findings, not-open",
    ),
    arguments: [
      { name: text("编号", "ID"), required: true },
      { name: text("哪一种", "KIND"), required: true },
      { name: text("时段", "PERIOD"), required: true },
      { name: text("结果", "RESULT"), required: true },
      { name: text("说明", "WORDS"), required: false },
    ],
    options: [],
    formats: ["json"],
    examples: ["shian business-arm report ID daily 2026-11-24 no-risk"],
    load: async () => (await import("./arm-commands.js")).reportControl,
  },
];
