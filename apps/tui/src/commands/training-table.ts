// The commands about training of officials and documents from above.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const days = ["as-of", "known-on"] as const;
const place = ["territory", ...days] as const;
const lines = ["limit", "all"] as const;
const every = ["json", "ndjson", "csv"] as const;
const plan = { name: text("计划", "PLAN"), required: true };
const session = { name: text("场次", "SESSION"), required: true };
const standings = ["completed", "begun", "none"];

export const trainingCommands: readonly CommandSpec[] = [
  {
    name: "training plans",
    group: "chain",
    server: true,
    summary: text("培训计划和覆盖率", "plans of training with their coverage"),
    arguments: [],
    options: [...place],
    formats: ["json", "csv"],
    examples: ["shian training plans --territory 990106 --csv"],
    load: async () => (await import("./training-commands.js")).listPlans,
  },
  {
    name: "training people",
    group: "chain",
    server: true,
    summary: text("一个计划里每名干部学了多少", "what each official of a plan has done"),
    arguments: [plan, { name: text("状态", "STANDING"), required: false, values: standings }],
    options: [...place, "level", "search", ...lines],
    formats: every,
    examples: ["shian training people p-1 none --csv"],
    load: async () => (await import("./training-commands.js")).listPeople,
  },
  {
    name: "training session",
    group: "chain",
    server: true,
    summary: text("一个场次谁参加了", "who took part in a session"),
    arguments: [session],
    options: [...days, "search", ...lines],
    formats: every,
    examples: ["shian training session s-1 --csv"],
    load: async () => (await import("./training-commands.js")).listAttendance,
  },
  {
    name: "training sessions",
    group: "chain",
    server: true,
    summary: text("一个计划的场次", "the sessions of a plan"),
    arguments: [plan],
    options: [...days],
    formats: ["json", "csv"],
    examples: ["shian training sessions p-1"],
    load: async () => (await import("./training-commands.js")).listSessions,
  },
  {
    name: "training code",
    group: "chain",
    server: true,
    summary: text("现在的签到码", "the attendance code of this moment"),
    arguments: [session],
    options: [],
    formats: ["json"],
    examples: ["shian training code s-1"],
    load: async () => (await import("./training-commands.js")).showCode,
  },
  {
    name: "training enter",
    group: "chain",
    server: true,
    summary: text("按纸质签到表补录", "enter attendance from a list signed on paper"),
    arguments: [session, { name: text("干部", "OFFICIAL"), required: true, many: true }],
    options: ["reason"],
    formats: ["json"],
    examples: ["shian training enter s-1 off-0001 off-0002 --reason 纸质签到表"],
    load: async () => (await import("./training-commands.js")).enterAttendance,
  },
  {
    name: "training questions",
    group: "chain",
    server: true,
    summary: text("题库", "the bank of questions"),
    arguments: [],
    options: ["search", ...lines],
    formats: every,
    examples: ["shian training questions --ndjson"],
    load: async () => (await import("./training-commands.js")).listQuestions,
  },
  {
    name: "training add-questions",
    group: "chain",
    server: true,
    summary: text("从 JSON 文件添加题目", "add questions from a JSON file"),
    details: text(
      "文件是题目的数组：topic、kind（single、multiple、judge）、text、options、answers（从 0 起的位置）、source。有一道不对，一道也不加。",
      "The file is an array of questions: topic, kind (single, multiple, judge), text, options, answers (places from 0), source. If one is wrong, none is added.",
    ),
    arguments: [{ name: text("文件", "FILE"), required: true }],
    options: ["dry-run"],
    formats: ["json"],
    examples: ["shian training add-questions questions.json --dry-run"],
    load: async () => (await import("./training-commands.js")).addQuestions,
  },
  {
    name: "document list",
    group: "chain",
    server: true,
    summary: text("上级文件和阅读率", "documents from above with how many have read them"),
    arguments: [],
    options: [...place, "search", ...lines],
    formats: every,
    examples: ["shian document list --csv"],
    load: async () => (await import("./document-commands.js")).listDocuments,
  },
  {
    name: "document readers",
    group: "chain",
    server: true,
    summary: text("一份文件谁看了、谁没看", "who has read a document and who has not"),
    arguments: [
      { name: text("文件", "DOCUMENT"), required: true },
      { name: text("状态", "STANDING"), required: false, values: ["read", "unread"] },
    ],
    options: [...place, "level", "search", ...lines],
    formats: every,
    examples: ["shian document readers d-1 unread --csv"],
    load: async () => (await import("./document-commands.js")).listReaders,
  },
];
