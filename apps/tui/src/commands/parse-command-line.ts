// Reads the words after `shian`: which command, its arguments and options, each checked against the tables. What is
// wrong comes back as a sentence key, so that it can be said in the language that the same words ask for.
import { parseArgs } from "node:util";
import { isPlainDate, type Locale, type ProblemParams } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import { findLocale } from "../text/choose-locale.js";
import type { TextKey } from "../text/zh-cn.js";
import type { CommandSpec, Format, GivenOptions, OptionSpec } from "./command.js";
import { formats } from "./command.js";
import { commandTable } from "./command-table.js";
import { findNearest } from "./find-nearest.js";
import { commonOptions, optionTable } from "./option-table.js";

/** One sentence about wrong use, and the name that was probably meant. */
export type Misuse = {
  readonly key: TextKey;
  readonly params: ProblemParams;
  /** Parameters that are words of the language. */
  readonly words?: { readonly [name: string]: LocalText };
  readonly nearest?: string | undefined;
};

export type CommandLine =
  | { readonly kind: "version" }
  | { readonly kind: "interactive"; readonly words: readonly string[]; readonly options: GivenOptions }
  | { readonly kind: "help"; readonly topic: readonly string[] }
  | {
      readonly kind: "run";
      readonly command: CommandSpec;
      readonly args: readonly string[];
      readonly options: GivenOptions;
      readonly format: Format | undefined;
    }
  | { readonly kind: "misuse"; readonly command?: CommandSpec | undefined; readonly misuse: Misuse };

/** What was asked, and the language that `--lang` names, which also counts when the rest is wrong. */
export type ParsedCommandLine = {
  readonly line: CommandLine;
  readonly lang: Locale | undefined;
  readonly options: GivenOptions;
};

const PERIOD = /^\d{4}(?:H[12]|Q[1-4]|-(?:0[1-9]|1[0-2]))?$/;
const WHOLE = /^\d{1,9}$/;

function checkValue(option: string, spec: OptionSpec, value: string): Misuse | undefined {
  const params = { option, value };
  if (spec.values !== undefined) {
    const values = spec.values;
    const parts = spec.list ? value.split(",").map((part) => part.trim()) : [value];
    const wrong = parts.find((part) => !values.includes(part));
    if (wrong === undefined) return undefined;
    return {
      key: "use.valueOf",
      params: { option, value: wrong, values: values.join(", ") },
      nearest: findNearest(wrong, values),
    };
  }
  switch (spec.form) {
    case "date":
      return isPlainDate(value) ? undefined : { key: "use.date", params };
    case "period":
      return PERIOD.test(value) ? undefined : { key: "use.period", params };
    case "number": {
      const [least, most] = [spec.least ?? 0, spec.most ?? 1_000_000];
      const good = WHOLE.test(value) && Number(value) >= least && Number(value) <= most;
      return good ? undefined : { key: "use.number", params: { ...params, least, most } };
    }
    case "pair":
      return value.indexOf("=") > 0
        ? undefined
        : { key: "use.pair", params, words: spec.placeholder ? { shape: spec.placeholder } : {} };
    default:
      return undefined;
  }
}

const commandNames = (command: CommandSpec): readonly string[] => [command.name, ...(command.aliases ?? [])];

/** The command whose name is the longest beginning of the words, and how many words it takes. */
export function findCommand(words: readonly string[]): { command: CommandSpec; taken: number } | undefined {
  for (const taken of [2, 1]) {
    const name = words.slice(0, taken).join(" ");
    const command = commandTable.find((one) => commandNames(one).includes(name));
    if (command && words.length >= taken) return { command, taken };
  }
  return undefined;
}

function checkArguments(command: CommandSpec, args: readonly string[]): Misuse | undefined {
  const specs = command.arguments;
  for (const [index, spec] of specs.entries()) {
    const value = args[index];
    if (value === undefined) {
      if (spec.required) return { key: "use.missing", params: {}, words: { what: spec.name } };
    } else if (spec.values && !spec.values.includes(value)) {
      return {
        key: "use.valueOf",
        params: { value, values: spec.values.join(", ") },
        words: { option: spec.name },
        nearest: findNearest(value, spec.values),
      };
    }
  }
  const extra = specs.at(-1)?.many ? undefined : args[specs.length];
  return extra === undefined ? undefined : { key: "use.tooMany", params: { value: extra } };
}

function checkFormats(command: CommandSpec, options: GivenOptions): Misuse | undefined {
  const asked = formats.filter((format) => options.has(format));
  if (asked.length > 1) return { key: "use.oneFormat", params: {} };
  const [format] = asked;
  return format === undefined || command.formats.includes(format)
    ? undefined
    : { key: "use.noFormat", params: { command: command.name, option: `--${format}` } };
}

type Tokens = {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly misuse: Misuse | undefined;
};

function readTokens(argv: readonly string[]): Tokens {
  const declared = Object.fromEntries(
    Object.entries(optionTable).map(([name, spec]) => [
      name,
      {
        type: spec.type,
        multiple: true as const,
        ...(spec.short === undefined ? {} : { short: spec.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const options = new Map<string, string[]>();
  let misuse: Misuse | undefined;
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const spec = optionTable[token.name];
    const option = token.rawName;
    if (spec === undefined) {
      misuse ??= {
        key: "use.unknownOption",
        params: { command: "shian", option },
        nearest: findNearest(
          option,
          Object.keys(optionTable).map((name) => `--${name}`),
        ),
      };
      continue;
    }
    if (spec.type === "boolean") {
      if (token.value !== undefined) misuse ??= { key: "use.takesNoValue", params: { option } };
      options.set(token.name, []);
      continue;
    }
    if (token.value === undefined) {
      misuse ??= { key: "use.needsValue", params: { option } };
      continue;
    }
    const before = options.get(token.name) ?? [];
    if (before.length > 0 && !spec.multiple) misuse ??= { key: "use.once", params: { option } };
    misuse ??= checkValue(option, spec, token.value);
    options.set(token.name, [...before, token.value]);
  }
  return { words, options, misuse };
}

/** What the words after `shian` ask for. */
export function parseCommandLine(argv: readonly string[]): ParsedCommandLine {
  const { words, options, misuse } = readTokens(argv);
  const lang = findLocale(options.get("lang")?.[0] ?? "");
  const answer = (line: CommandLine): ParsedCommandLine => ({ line, lang, options });
  const found = findCommand(words);
  if (misuse?.key === "use.unknownOption" && found)
    return answer({
      kind: "misuse",
      command: found.command,
      misuse: { ...misuse, params: { ...misuse.params, command: found.command.name } },
    });
  if (misuse) return answer({ kind: "misuse", command: found?.command, misuse });
  if (words[0] === "help") return answer({ kind: "help", topic: words.slice(1) });
  if (options.has("help")) return answer({ kind: "help", topic: words });
  if (options.has("version")) return answer({ kind: "version" });
  if (words.length === 0 || (options.has("interactive") && (found === undefined || found.command.server)))
    return answer({ kind: "interactive", words, options });
  if (found === undefined) {
    const name = words.slice(0, 2).join(" ");
    const nearest = findNearest(words[0] ?? "", commandTable.flatMap(commandNames), name);
    return answer({
      kind: "misuse",
      misuse: { key: "use.unknownCommand", params: { name: words[0] ?? "" }, nearest },
    });
  }
  const { command, taken } = found;
  const allowed = new Set([...commonOptions, ...command.options, ...command.formats]);
  const foreign = [...options.keys()].find((name) => !allowed.has(name));
  const known = formats.some((format) => format === foreign);
  if (foreign !== undefined && !known)
    return answer({
      kind: "misuse",
      command,
      misuse: {
        key: "use.unknownOption",
        params: { command: command.name, option: `--${foreign}` },
        nearest: findNearest(
          `--${foreign}`,
          [...allowed].map((one) => `--${one}`),
        ),
      },
    });
  const args = words.slice(taken);
  const wrong = checkFormats(command, options) ?? checkArguments(command, args);
  if (wrong) return answer({ kind: "misuse", command, misuse: wrong });
  return answer({ kind: "run", command, args, options, format: formats.find((one) => options.has(one)) });
}
