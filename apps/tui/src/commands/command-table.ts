// Every command of `shian`. Parsing, help and completion are made from this table; each command's work is loaded only
// when it runs.
import { importKinds } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import { allocationCommands } from "./allocation-table.js";
import { auditCommands } from "./audit-table.js";
import { backup } from "./backup-table.js";
import type { ArgumentSpec, CommandSpec } from "./command.js";
import { commitmentCommands } from "./commitment-table.js";
import { exchangeCommands } from "./exchange-table.js";
import { factCommands } from "./fact-table.js";
import { gradingCommands } from "./grading-table.js";
import { handoverCommands } from "./handover-table.js";
import { importCommands } from "./import-table.js";
import { liaisonCommands } from "./liaison-table.js";
import { registryConditions } from "./register-options.js";
import { registerCommands } from "./register-table.js";
import { sessionCommands } from "./session-command-table.js";
import { trainingCommands } from "./training-table.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const place = ["territory", "as-of", "known-on"] as const;
const lines = ["limit", "all"] as const;
const every = ["json", "ndjson", "csv"] as const;
const file: ArgumentSpec = { name: text("文件", "FILE"), required: true };

const pure: readonly CommandSpec[] = [
  {
    name: "check-id",
    group: "pure",
    server: false,
    summary: text(
      "核对信用代码、许可证编号、区划代码、网格编码",
      "check credit codes, licences, division and grid codes",
    ),
    details: text(
      "每个非空行一行答案，按原来的次序。在管道里每行一个 JSON；在终端里是给人看的一行。",
      "One line of answer for each line that is not empty, in order. Into a pipe one JSON object a line; on a terminal a line for people.",
    ),
    arguments: [{ name: text("代码", "CODE"), required: false, many: true }],
    options: ["file", "villages"],
    formats: ["json", "ndjson"],
    examples: ["shian check-id 12990106MAHU53D38A", "cut -f2 list.tsv | shian check-id --file - --ndjson"],
    load: async () => (await import("./check-id.js")).checkId,
  },
  {
    name: "grade",
    group: "pure",
    server: false,
    summary: text("按演示分级方案定包保等级", "the pairing grade by the demonstration scheme"),
    arguments: [],
    options: ["form", "size", "diners", "attention"],
    formats: ["json"],
    examples: ["shian grade --form school-canteen --diners 3000 --json"],
    load: async () => (await import("./pure-commands.js")).grade,
  },
  {
    name: "working-days",
    group: "pure",
    server: false,
    summary: text("某天之后第几个工作日是哪天", "which day is the n-th working day after a day"),
    arguments: [],
    options: ["from", "days"],
    formats: ["json"],
    examples: ["shian working-days --from 2026-09-30 --days 7 --json"],
    load: async () => (await import("./pure-commands.js")).countWorkingDays,
  },
];

const overview: readonly CommandSpec[] = [
  {
    name: "overview",
    group: "overview",
    server: true,
    summary: text(
      "两个答案：都有人管吗，过得了线吗；今天要定的事",
      "the two answers, and what waits for a decision today",
    ),
    arguments: [],
    options: [...place, "interactive"],
    formats: ["json"],
    examples: ["shian overview", "shian overview --territory 990106 --json"],
    load: async () => (await import("./show-commands.js")).showOverview,
  },
  {
    name: "registry list",
    aliases: ["registry"],
    group: "overview",
    server: true,
    summary: text(
      "主体清单，可按属地、等级、业态、督导等过滤",
      "establishments by territory, grade, form, visit and more",
    ),
    arguments: [],
    options: [...place, ...registryConditions, "sort", ...lines, "interactive"],
    formats: every,
    examples: [
      "shian registry list --territory 990106 --grade A,B --json",
      "shian registry list --licence ending,expired --licence-kind operation --size small,micro",
      "shian registry list --answered false --csv > 无包保.csv",
      "shian registry -i",
    ],
    load: async () => (await import("./list-commands.js")).listRegistry,
  },
  {
    name: "registry show",
    group: "overview",
    server: true,
    summary: text(
      "一家主体：责任链两侧、等级依据、督导、变更",
      "one establishment: both arms of its chain, grades, visits, changes",
    ),
    arguments: [{ name: text("编号", "ID"), required: true }],
    options: ["as-of", "known-on"],
    formats: ["json"],
    examples: ["shian registry show ID --as-of 2026-03-01 --json"],
    load: async () => (await import("./show-commands.js")).showEstablishment,
  },
  {
    name: "import",
    group: "overview",
    server: true,
    summary: text(
      "导入主体、区划、干部、通讯录、联络群：先预览，再应用",
      "bring in establishments, territories, officials, directory, groups: preview, then apply",
    ),
    details: text(
      "csv（UTF-8、GB18030）或 xlsx；- 读标准输入（csv）。每一行都有去处：新建 + 更新 + 不变 + 待定 + 退回 = 行数。应用时一次完成或全不写入。",
      "csv (UTF-8, GB18030) or xlsx; - reads stdin (csv). Every row is accounted for: created + updated + unchanged + held + refused = rows. Applied whole or not at all.",
    ),
    arguments: [{ name: text("种类", "KIND"), required: true, values: importKinds }, file],
    options: ["dry-run", "apply", "map", "source", "hold-new", "hold-similar", "errors"],
    formats: ["json"],
    examples: [
      "shian import registry 12月汇总.xlsx --dry-run --errors 错误.xlsx",
      "shian import duties 通讯录.xlsx --apply",
      "shian import registry list.csv --map 单位名称=name --apply --json",
    ],
    load: async () => (await import("./import-file.js")).importFile,
  },
  {
    name: "status",
    group: "overview",
    server: true,
    summary: text("服务器、版本、存储、今天是哪天", "the server, its version and storage, and its day"),
    arguments: [],
    options: [],
    formats: ["json"],
    examples: ["shian status --json"],
    load: async () => (await import("./show-commands.js")).showStatus,
  },
];

const chain: readonly CommandSpec[] = [
  {
    name: "gaps",
    aliases: ["chain gaps"],
    group: "chain",
    server: true,
    summary: text("责任链的缺口，每个都有原因", "gaps of the chain, each with its reason"),
    arguments: [],
    options: [...place, "kind", ...lines, "interactive"],
    formats: every,
    examples: ["shian gaps --kind nobody --ndjson"],
    load: async () => (await import("./list-commands.js")).listGaps,
  },
  {
    name: "officials",
    aliases: ["official list"],
    group: "chain",
    server: true,
    summary: text("包保干部，包保多少家、督导到哪里", "officials, their load and how far their visits are"),
    arguments: [],
    options: [...place, "level", "search", "sort", ...lines, "interactive"],
    formats: every,
    examples: ["shian officials --level township --sort load"],
    load: async () => (await import("./list-commands.js")).listOfficials,
  },
  ...allocationCommands,
  ...handoverCommands,
  {
    name: "regrade",
    group: "chain",
    server: true,
    summary: text("按分级方案重新定级", "grade again by the scheme"),
    arguments: [],
    options: ["territory", "from"],
    formats: ["json"],
    examples: ["shian regrade --json"],
    load: async () => (await import("./change-commands.js")).regrade,
  },
  {
    name: "coverage",
    group: "chain",
    server: true,
    summary: text("督导覆盖，按属地、等级或干部", "coverage of visits by territory, grade or official"),
    arguments: [],
    options: [...place, "period", "by", "interactive"],
    formats: every,
    examples: ["shian coverage --period 2026Q4 --by grade", "shian coverage --json | jq .total"],
    load: async () => (await import("./show-commands.js")).showCoverage,
  },
  {
    name: "overdue",
    aliases: ["visit overdue"],
    group: "chain",
    server: true,
    summary: text("逾期的督导", "overdue visits"),
    arguments: [],
    options: [...place, "duty", "period", "grade", "official", ...lines, "interactive"],
    formats: every,
    examples: ["shian overdue --territory 990106103 --ndjson"],
    load: async () => (await import("./list-commands.js")).listOverdue,
  },
  {
    name: "visit checklist",
    group: "chain",
    server: true,
    summary: text("一家主体的督导检查单", "the checklist of an establishment's visit"),
    arguments: [],
    options: ["establishment"],
    formats: ["json"],
    examples: ["shian visit checklist --establishment ID"],
    load: async () => (await import("./change-commands.js")).showChecklist,
  },
  {
    name: "visit record",
    group: "chain",
    server: true,
    summary: text("记一次督导", "record a visit"),
    arguments: [],
    options: ["establishment", "answers", "official", "on", "mode", "note"],
    formats: ["json"],
    examples: ["shian visit record --establishment ID --answers answers.json"],
    load: async () => (await import("./change-commands.js")).recordVisit,
  },
];

const rest: readonly CommandSpec[] = [
  {
    name: "score",
    group: "evaluation",
    server: true,
    summary: text("得分、上下限、结论和失分原因", "score, bounds, verdict and why points were lost"),
    details: text(
      "写了 --rubric 和 --measurements 就不用服务器；不写就问服务器现行的细则。",
      "With --rubric and --measurements no server is needed; without them the server's current rubric is asked.",
    ),
    arguments: [],
    options: ["rubric", "measurements", "edition", "explain", "interactive"],
    formats: ["json", "ndjson"],
    examples: ["shian score --rubric r.json --measurements m.json --json", "shian score --explain 3-3"],
    load: async () => (await import("./score.js")).score,
  },
  {
    name: "job list",
    aliases: ["jobs"],
    group: "other",
    server: true,
    summary: text("导入等要花时间的工作，新的在前", "imports and other long work, the newest first"),
    arguments: [],
    options: ["everyone", ...lines],
    formats: every,
    examples: ["shian job list", "shian job list --everyone --ndjson"],
    load: async () => (await import("./job-commands.js")).listJobs,
  },
  {
    name: "job show",
    group: "other",
    server: true,
    summary: text("一项工作：到哪一步，为什么没做成", "one job: how far it is, and why it failed"),
    arguments: [{ name: text("编号", "ID"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian job show ID --json"],
    load: async () => (await import("./job-commands.js")).showJob,
  },
  {
    name: "job cancel",
    group: "other",
    server: true,
    summary: text("取消一项没有结束的工作", "cancel a job that has not ended"),
    arguments: [{ name: text("编号", "ID"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian job cancel ID"],
    load: async () => (await import("./job-commands.js")).cancelJob,
  },
  ...sessionCommands,
  {
    name: "completion",
    group: "other",
    server: false,
    summary: text("命令补全脚本", "a completion script"),
    arguments: [{ name: text("壳", "SHELL"), required: true, values: ["bash", "zsh", "fish"] }],
    options: [],
    formats: [],
    examples: ["source <(shian completion bash)"],
    load: async () => (await import("./print-completion.js")).printCompletion,
  },
];

/** The commands, in the order of the help. */
export const commandTable: readonly CommandSpec[] = [
  ...pure,
  ...overview,
  ...importCommands,
  ...registerCommands,
  ...exchangeCommands,
  ...chain,
  ...commitmentCommands,
  ...liaisonCommands,
  ...trainingCommands,
  ...rest,
  ...gradingCommands,
  ...factCommands,
  ...backup,
  ...auditCommands,
];
