// Every command of `shian`. Parsing, help and completion are made from this table; each command's work is loaded only
// when it runs.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
const scope = ["territory", "as-of"] as const;
const lines = ["limit", "all"] as const;

export const commandTable: readonly CommandSpec[] = [
  {
    name: "check-id",
    group: "pure",
    server: false,
    summary: text(
      "核对统一社会信用代码、许可证编号、区划代码、网格编码",
      "check credit codes, licence numbers, division and grid codes",
    ),
    details: text(
      "每个非空行一行答案，按原来的次序。在管道里每行一个 JSON；在终端里是给人看的一行。",
      "One line of answer for each line that is not empty, in order. Into a pipe one JSON object a line; on a terminal a line for people.",
    ),
    arguments: [{ name: text("代码", "CODE"), required: false, many: true }],
    options: ["file", "villages"],
    formats: ["json", "ndjson"],
    examples: ["shian check-id 91110108MA01ABCDE5", "cut -f2 list.tsv | shian check-id --file - --ndjson"],
    load: async () => (await import("./check-id.js")).checkId,
  },
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
];
