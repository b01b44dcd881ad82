// Options of handovers.
import type { LocalText } from "../keys/local-text.js";
import type { OptionSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const handoverOptions = {
  leaves: {
    type: "string",
    multiple: true,
    list: true,
    placeholder: text("编号", "ID"),
    help: text("离岗的干部，可用逗号分开", "officials who leave, with commas"),
  },
  moves: {
    type: "string",
    placeholder: text("文件", "FILE"),
    help: text(
      "调岗的干部（JSON）：[{official, next: {unit, post, level, jurisdictions}}]",
      "officials who move (JSON): [{official, next: {unit, post, level, jurisdictions}}]",
    ),
  },
  successor: {
    type: "string",
    multiple: true,
    form: "pair",
    placeholder: text("干部=干部", "ID=ID"),
    help: text("接手人：离岗干部=接手干部，可多次", "who takes over: GOING=SUCCESSOR, may be repeated"),
  },
  choose: {
    type: "string",
    multiple: true,
    form: "pair",
    placeholder: text("主体=干部", "ID=ID"),
    help: text(
      "为一家指定接手人：主体编号=干部编号，可多次",
      "for one establishment: ESTABLISHMENT=OFFICIAL, may be repeated",
    ),
  },
  mark: {
    type: "string",
    placeholder: text("标记", "MARK"),
    help: text("看过的预览的标记；有变动则不办理", "of the preview looked at; nothing is done if it changed"),
  },
} satisfies Readonly<Record<string, OptionSpec>>;
