// Every option of `shian`, once: the same name means the same thing in each command that takes it.
import { gapKinds, signingStandings } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import { allocationOptions } from "./allocation-options.js";
import type { OptionSpec } from "./command.js";
import { exchangeOptions } from "./exchange-options.js";
import { handoverOptions } from "./handover-options.js";
import { importOptions } from "./import-options.js";
import { liaisonOptions } from "./liaison-options.js";
import { registerOptions } from "./register-options.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

const file = text("文件", "FILE");
const date = text("日期", "DATE");

/** Options that every command takes. */
export const commonOptions = ["help", "lang", "url", "color", "ascii", "quiet"] as const;

export const optionTable: Readonly<Record<string, OptionSpec>> = {
  help: { type: "boolean", short: "h", help: text("看这个命令的帮助", "help for the command") },
  version: { type: "boolean", help: text("版本", "the version") },
  interactive: { type: "boolean", short: "i", help: text("在全屏界面里打开", "open in the full screen") },
  lang: {
    type: "string",
    values: ["zh", "en"],
    help: text("语言，默认按系统，再默认中文", "language; by default the system's, else Chinese"),
  },
  url: {
    type: "string",
    placeholder: text("地址", "URL"),
    help: text("服务器地址，默认 SHIAN_URL", "server address, by default SHIAN_URL"),
  },
  color: {
    type: "string",
    values: ["auto", "always", "never"],
    help: text("颜色，默认只在终端里用", "colour, by default only on a terminal"),
  },
  ascii: { type: "boolean", help: text("框线和记号只用 ASCII", "lines and marks in ASCII only") },
  quiet: { type: "boolean", short: "q", help: text("除了错误不说话", "say nothing but errors") },
  json: { type: "boolean", help: text("输出一个 JSON", "print one JSON document") },
  ndjson: { type: "boolean", help: text("每行输出一个 JSON", "print one JSON object a line") },
  csv: { type: "boolean", help: text("输出 CSV，表格软件可直接打开", "print CSV that spreadsheets open") },

  file: {
    type: "string",
    placeholder: file,
    help: text("一行一个代码的文件，- 是标准输入", "file with a code a line, - for stdin"),
  },
  villages: {
    type: "string",
    placeholder: file,
    help: text(
      "已知的村（社区）代码，一行一个，加在演示城市的之外",
      "known village codes, one a line, besides the demonstration city's",
    ),
  },
  rubric: { type: "string", placeholder: file, help: text("细则文件（JSON）", "rubric file (JSON)") },
  measurements: {
    type: "string",
    placeholder: file,
    help: text("测评数据文件（JSON）", "measurements file (JSON)"),
  },
  edition: {
    type: "string",
    placeholder: text("编号", "ID"),
    help: text("服务器上的细则，默认现行的", "rubric on the server, by default the current one"),
  },
  explain: {
    type: "string",
    placeholder: text("条目", "ITEM"),
    help: text("说明一个条目为什么失分", "why one item lost points"),
  },

  encrypted: {
    type: "boolean",
    help: text("用服务器的备份密钥文件加密", "encrypt with the server's key file for backups"),
  },
  "dry-run": {
    type: "boolean",
    help: text("只预览，不写入（默认）", "preview only, write nothing (the default)"),
  },
  apply: { type: "boolean", help: text("写入", "do it") },
  map: {
    type: "string",
    multiple: true,
    form: "pair",
    placeholder: text("列名=字段", "HEADER=FIELD"),
    help: text(
      "指定一列的含义，可写多次；字段留空就不读这一列",
      "what a column means, may be repeated; an empty field leaves it out",
    ),
  },
  errors: {
    type: "string",
    placeholder: text("文件.xlsx", "FILE.xlsx"),
    help: text(
      "待定与退回的行，原样加原因列，改好可再导入",
      "held and refused rows with a reason column, ready to be mended",
    ),
  },

  ...importOptions,
  ...allocationOptions,
  ...handoverOptions,
  ...liaisonOptions,
  ...exchangeOptions,
  ...registerOptions,

  territory: {
    type: "string",
    placeholder: text("代码或名称", "CODE|NAME"),
    help: text("属地", "territory"),
  },
  "as-of": {
    type: "string",
    form: "date",
    placeholder: date,
    help: text("截至哪一天，默认今天", "as of a day, by default today"),
  },
  "known-on": {
    type: "string",
    form: "date",
    placeholder: date,
    help: text("按哪一天所知", "as known on a day"),
  },
  period: {
    type: "string",
    form: "period",
    placeholder: text("时段", "PERIOD"),
    help: text("时段，如 2026Q4", "period, such as 2026Q4"),
  },
  by: {
    type: "string",
    values: ["territory", "grade", "official"],
    help: text("按什么分行，默认 territory", "rows by what, by default territory"),
  },
  official: { type: "string", placeholder: text("编号", "ID"), help: text("干部", "official") },
  search: {
    type: "string",
    placeholder: text("文字", "TEXT"),
    help: text("名称、代码、许可证、拼音或首字母", "name, code, licence, pinyin or initials"),
  },
  sort: {
    type: "string",
    values: [
      "name",
      "grade",
      "place",
      "opened",
      "updated",
      "state",
      "licence",
      "-name",
      "-grade",
      "-place",
      "-opened",
      "-updated",
      "load",
      "overdue",
    ],
    help: text(
      "排序，前加 - 为倒序（写成 --sort=-grade）",
      "order; a - before it reverses (write --sort=-grade)",
    ),
  },
  limit: {
    type: "string",
    form: "number",
    least: 1,
    most: 1_000_000,
    placeholder: text("行数", "N"),
    help: text(
      "最多几行，终端里默认 50，管道里不限",
      "at most so many rows; 50 on a terminal, all into a pipe",
    ),
  },
  all: { type: "boolean", help: text("不限行数", "all rows") },
  everyone: {
    type: "boolean",
    help: text("所有人的，限系统管理员", "of everyone, for the system administrator"),
  },
  level: {
    type: "string",
    values: ["city", "county", "township", "village"],
    help: text("干部层级", "level of officials"),
  },
  standing: {
    type: "string",
    values: signingStandings,
    help: text("承诺书的状态", "state of the commitment"),
  },
  kind: {
    type: "string",
    values: gapKinds,
    help: text("缺口种类", "kind of gap"),
  },
  from: { type: "string", form: "date", placeholder: date, help: text("从哪一天起", "from which day") },

  days: {
    type: "string",
    form: "number",
    least: 0,
    most: 10_000,
    placeholder: text("天数", "N"),
    help: text("工作日数", "working days"),
  },

  reason: { type: "string", placeholder: text("文字", "TEXT"), help: text("原因", "the reason") },
  establishment: {
    type: "string",
    placeholder: text("编号", "ID"),
    help: text("主体编号", "id of the establishment"),
  },
  on: {
    type: "string",
    form: "date",
    placeholder: date,
    help: text("督导那天，默认今天", "day of the visit, by default today"),
  },
  mode: {
    type: "string",
    values: ["on-site", "joint", "briefing", "video"],
    help: text("督导方式，默认现场", "how the visit was made, by default on site"),
  },
  answers: {
    type: "string",
    placeholder: file,
    help: text(
      "检查单的回答（JSON：条目 → yes、no、not-applicable）",
      "answers of the checklist (JSON: item → yes, no, not-applicable)",
    ),
  },
  person: { type: "string", placeholder: text("编号", "ID"), help: text("谁做的", "who did it") },
  operation: {
    type: "string",
    placeholder: text("操作", "OPERATION"),
    help: text("哪种操作，如 registry.correct", "which operation, such as registry.correct"),
  },
  to: { type: "string", form: "date", placeholder: date, help: text("到哪一天为止", "until which day") },
  note: { type: "string", placeholder: text("文字", "TEXT"), help: text("备注", "note") },
};
