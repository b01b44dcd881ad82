// `shian completion bash|zsh|fish`: a script on stdout, made from the command and option tables.
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { Call, CommandSpec } from "./command.js";
import { commonOptions, optionTable } from "./option-table.js";

const optionsOf = (command: CommandSpec): readonly string[] => [
  ...command.options,
  ...command.formats,
  ...commonOptions,
];
const listFirstWords = (commands: readonly CommandSpec[]): readonly string[] => [
  ...new Set(commands.map((command) => command.name.split(" ")[0] ?? "")),
];
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What may follow a command's words: the second words of a family, or the values of the next argument. */
function wordsAfter(commandTable: readonly CommandSpec[], first: string): readonly string[] {
  const family = commandTable
    .filter((command) => command.name.startsWith(`${first} `))
    .map((command) => command.name.slice(first.length + 1));
  const own = commandTable.find((command) => command.name === first);
  return [...family, ...(own?.arguments[0]?.values ?? [])];
}

const valuedOptions = Object.entries(optionTable).flatMap(([name, spec]) =>
  spec.values === undefined ? [] : [{ name, values: spec.values }],
);

const optionsAfter = (commandTable: readonly CommandSpec[], first: string): string =>
  [...new Set(commandTable.filter((command) => command.name.split(" ")[0] === first).flatMap(optionsOf))]
    .map((name) => `--${name}`)
    .join(" ");

function renderBash({ commands: commandTable }: Call): string {
  const firstWords = listFirstWords(commandTable);
  const values = valuedOptions.map(
    ({ name, values: list }) =>
      `    --${name}) COMPREPLY=($(compgen -W ${quote(list.join(" "))} -- "$cur")); return ;;`,
  );
  const cases = firstWords.map(
    (first) =>
      `    ${first}) words=${quote(wordsAfter(commandTable, first).join(" "))}; options=${quote(optionsAfter(commandTable, first))} ;;`,
  );
  return `_shian() {
  local cur prev words options
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$prev" in
${values.join("\n")}
    --file|--villages|--rubric|--measurements|--errors|--answers) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quote([...firstWords, "help"].join(" "))} -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    help) words=${quote(firstWords.join(" "))} ;;
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur")) ;;
  esac
}
complete -F _shian shian
`;
}

function renderZsh({ locale, commands: commandTable }: Call): string {
  const firstWords = listFirstWords(commandTable);
  const describe = (name: string, text: string) =>
    quote(`${name.replaceAll(":", "\\:")}:${text.replaceAll(":", "\\:")}`);
  const summaryOf = (first: string) =>
    commandTable.find((command) => command.name === first || command.name.startsWith(`${first} `))?.summary[
      locale
    ] ?? "";
  const cases = firstWords.map((first) => {
    const words = wordsAfter(commandTable, first);
    const specs = [
      ...new Set(commandTable.filter((command) => command.name.split(" ")[0] === first).flatMap(optionsOf)),
    ].map((name) => {
      const spec = optionTable[name];
      const help = (spec?.help[locale] ?? "")
        .replaceAll("[", "(")
        .replaceAll("]", ")")
        .replaceAll(":", "\\:");
      const value =
        spec === undefined || spec.type === "boolean"
          ? ""
          : spec.values
            ? `:value:(${spec.values.join(" ")})`
            : ":value:_files";
      return quote(`--${name}[${help}]${value}`);
    });
    const positional = words.length === 0 ? "" : ` ${quote(`1: :(${words.join(" ")})`)}`;
    return `    ${first}) _arguments${positional} '*: :_files' ${specs.join(" ")} ;;`;
  });
  return `#compdef shian
_shian() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(${firstWords.map((first) => describe(first, summaryOf(first))).join(" ")})
    _describe 'command' commands
    return
  fi
  local first="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$first" in
${cases.join("\n")}
  esac
}
compdef _shian shian
`;
}

function renderFish({ locale, commands: commandTable }: Call): string {
  const firstWords = listFirstWords(commandTable);
  const lines = ["complete -c shian -f"];
  for (const first of firstWords) {
    const summary =
      commandTable.find((command) => command.name === first || command.name.startsWith(`${first} `))?.summary[
        locale
      ] ?? "";
    lines.push(`complete -c shian -n __fish_use_subcommand -a ${first} -d ${quote(summary)}`);
    for (const word of wordsAfter(commandTable, first))
      lines.push(`complete -c shian -n '__fish_seen_subcommand_from ${first}' -a ${word}`);
    for (const name of new Set(
      commandTable.filter((command) => command.name.split(" ")[0] === first).flatMap(optionsOf),
    )) {
      const spec = optionTable[name];
      if (spec === undefined) continue;
      const value =
        spec.type === "boolean" ? "" : spec.values ? ` -x -a ${quote(spec.values.join(" "))}` : " -r -F";
      lines.push(
        `complete -c shian -n '__fish_seen_subcommand_from ${first}' -l ${name}${value} -d ${quote(spec.help[locale])}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Prints the completion script of the shell that is named. */
export async function printCompletion(call: Call): Promise<ExitCode> {
  const [shell] = call.args;
  await call.out.write(
    shell === "bash" ? renderBash(call) : shell === "zsh" ? renderZsh(call) : renderFish(call),
  );
  return exitCodes.answer;
}
