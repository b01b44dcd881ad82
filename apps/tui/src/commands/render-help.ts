// Help as text, made from the command and option tables; 80 columns.
import type { Locale } from "@shian/domain";
import { keyTable, places, placeTexts } from "../keys/key-table.js";
import { exitCodeTexts } from "../output/exit-code.js";
import { fitText, textWidth, wrapText } from "../output/text-width.js";
import { createTranslator } from "../text/create-translator.js";
import { type CommandSpec, groups } from "./command.js";
import { commandTable } from "./command-table.js";
import { commonOptions, optionTable } from "./option-table.js";
import { findCommand } from "./parse-command-line.js";

const WIDTH = 80;
const INDENT = 2;
const COLUMN = 28;

/** A name in its column with its text beside it, wrapped; a long name takes a line of its own. */
function toEntry(name: string, text: string): string {
  const lines = wrapText(text, WIDTH - INDENT - COLUMN - 1);
  const start = " ".repeat(INDENT);
  const rest = " ".repeat(INDENT + COLUMN);
  const [first = "", ...more] = lines;
  const head =
    textWidth(name) < COLUMN ? [start + fitText(name, COLUMN) + first] : [start + name, rest + first];
  return [...head, ...more.map((line) => rest + line)].join("\n").trimEnd();
}

function nameOption(name: string, locale: Locale): string {
  const spec = optionTable[name];
  const short = spec?.short === undefined ? "" : `-${spec.short}, `;
  if (spec === undefined || spec.type === "boolean") return `${short}--${name}`;
  const values =
    spec.values !== undefined && spec.values.join("|").length <= 20 ? spec.values.join("|") : undefined;
  return `${short}--${name} ${values ?? spec.placeholder?.[locale] ?? createTranslator(locale)("help.value")}`;
}

function explainOption(name: string, locale: Locale): string {
  const spec = optionTable[name];
  if (spec === undefined) return "";
  const long = spec.values !== undefined && spec.values.join("|").length > 20;
  const help = spec.help[locale];
  return long
    ? `${help}${locale === "en" ? ": " : "："}${spec.values?.join(locale === "en" ? ", " : "、")}`
    : help;
}

/** The one-line usage of a command, or of the program. */
export function composeUsage(command: CommandSpec | undefined, locale: Locale): string {
  const t = createTranslator(locale);
  if (command === undefined) return `shian ${t("help.command")} [${t("help.options")}]`;
  const args = command.arguments.map((argument) => {
    const name = argument.values
      ? argument.values.join("|")
      : `${argument.name[locale]}${argument.many ? "…" : ""}`;
    return argument.required ? name : `[${name}]`;
  });
  return ["shian", command.name, ...args, `[${t("help.options")}]`].join(" ");
}

function renderCommandHelp(command: CommandSpec, locale: Locale): string {
  const t = createTranslator(locale);
  const entries = [...command.options, ...command.formats, ...commonOptions].map((name) =>
    toEntry(nameOption(name, locale), explainOption(name, locale)),
  );
  const parts = [
    ...wrapText(command.summary[locale], WIDTH),
    "",
    t("help.usage"),
    `  ${composeUsage(command, locale)}`,
    "",
    ...entries,
    ...(command.details ? ["", ...wrapText(command.details[locale], WIDTH)] : []),
    t(command.server ? "help.needsServer" : "help.noServer"),
    "",
    t("help.examples"),
    ...command.examples.map((example) => `  ${example}`),
  ];
  return `${parts.join("\n")}\n`;
}

function renderOverview(locale: Locale): string {
  const t = createTranslator(locale);
  const listed = groups.flatMap((group) => {
    const commands = commandTable.filter((command) => command.group === group);
    return commands.length === 0
      ? []
      : [t(`group.${group}`), ...commands.map((command) => toEntry(command.name, command.summary[locale]))];
  });
  const parts = [
    t("help.tagline"),
    "",
    t("help.usage"),
    toEntry("shian", t("help.interactive")),
    toEntry(`shian ${t("help.command")} [${t("help.options")}]`, t("help.oneShot")),
    "",
    ...listed,
    "",
    t("help.everyCommand"),
    toEntry("--json | --ndjson | --csv", t("help.formats")),
    ...commonOptions.map((name) => toEntry(nameOption(name, locale), explainOption(name, locale))),
    ...wrapText(t("help.environment"), WIDTH),
    "",
    renderExitCodes(locale).trimEnd(),
    "",
    ...wrapText(t("help.more"), WIDTH),
  ];
  return `${parts.join("\n")}\n`;
}

function renderExitCodes(locale: Locale): string {
  const t = createTranslator(locale);
  return `${[t("help.exit"), ...exitCodeTexts.map((one) => toEntry(String(one.code), one[locale]))].join("\n")}\n`;
}

/** Every key with what it does, by place. */
function renderKeys(locale: Locale): string {
  const parts = places.flatMap((place) => {
    const bindings = keyTable.filter((binding) => binding.place === place);
    const lines = bindings.map((binding) =>
      toEntry(binding.shown ?? binding.keys.join(" "), binding.label[locale]),
    );
    return bindings.length === 0 ? [] : [placeTexts[place][locale], ...lines, ""];
  });
  return `${parts.join("\n").trimEnd()}\n`;
}

/** Help about nothing in particular, a command, `keys` or `exit`; undefined for an unknown topic. */
export function renderHelp(topic: readonly string[], locale: Locale): string | undefined {
  if (topic.length === 0) return renderOverview(locale);
  if (topic[0] === "exit") return renderExitCodes(locale);
  if (topic[0] === "keys") return renderKeys(locale);
  const found = findCommand(topic);
  if (found) return renderCommandHelp(found.command, locale);
  const family = commandTable.filter((command) => command.name.startsWith(`${topic.join(" ")} `));
  if (family.length === 0) return undefined;
  return `${family.map((command) => toEntry(command.name, command.summary[locale])).join("\n")}\n`;
}
