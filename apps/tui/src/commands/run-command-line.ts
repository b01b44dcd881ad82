// One run of `shian`: reads the words, does the one thing asked, returns the exit code. Only answers reach stdout.
import { readFileSync } from "node:fs";
import type { Locale, ProblemParams } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { chooseLocale } from "../text/choose-locale.js";
import { createTranslator, type Translate } from "../text/create-translator.js";
import type { CommandSpec, GivenOptions, Surroundings } from "./command.js";
import { commandTable } from "./command-table.js";
import { type CommandLine, type Misuse, parseCommandLine } from "./parse-command-line.js";

type Language = {
  readonly locale: Locale;
  readonly url: string;
  readonly t: Translate;
  readonly options: GivenOptions;
};

const defaultUrl = "http://127.0.0.1:3000";

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "";
}

async function sayMisuse(
  surroundings: Surroundings,
  locale: Locale,
  misuse: Misuse,
  command: CommandSpec | undefined,
  options: GivenOptions,
): Promise<ExitCode> {
  const t = createTranslator(locale);
  const { composeUsage } = await import("./render-help.js");
  const words = Object.entries(misuse.words ?? {}).map(([name, word]) => [name, word[locale]]);
  const params: ProblemParams = { ...misuse.params, ...Object.fromEntries(words) };
  const message = t(misuse.key, params);
  if (options.has("json") || options.has("ndjson")) {
    await surroundings.err.write(`${JSON.stringify({ error: { code: misuse.key, params, message } })}\n`);
    return exitCodes.misuse;
  }
  const near =
    misuse.nearest === undefined
      ? ""
      : `${locale === "en" ? " " : ""}${t("use.nearest", { nearest: misuse.nearest })}`;
  const usage = t("use.usage", { usage: composeUsage(command, locale) });
  await surroundings.err.write(`${message}${near}\n${usage}\n`);
  return exitCodes.misuse;
}

type Interactive = Extract<CommandLine, { kind: "interactive" }>;

/** The full screen on a terminal; without one, `shian` alone prints the overview and never waits for a key. */
async function openInteractive(
  line: Interactive,
  { stdin, outIsTerminal, ...rest }: Surroundings & Language,
): Promise<ExitCode> {
  const { t, locale, options, url } = rest;
  if (!outIsTerminal || stdin.isTTY !== true) {
    if (line.words.length === 0 && !options.has("interactive"))
      return runCommandLine(["overview", "--lang", locale === "en" ? "en" : "zh", "--url", url], {
        ...rest,
        stdin,
        outIsTerminal,
      });
    await rest.err.write(`${t("fail.terminalNeeded")}\n`);
    return exitCodes.misuse;
  }
  const { findScreenRequest } = await import("../screens/parse-screen-words.js");
  const found = findScreenRequest(line.words, options, t, locale);
  if (!found.ok) {
    await rest.err.write(`${found.sentence}\n`);
    return exitCodes.misuse;
  }
  const server = await rest.connect({ url, locale });
  const { startApp } = await import("../start-app.js");
  const color = options.get("color")?.[0] ?? "auto";
  return startApp({
    server,
    locale,
    request: found.request,
    color,
    ascii: options.has("ascii"),
    env: rest.env,
  });
}

/** Does what the words ask for, in the given surroundings. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { line, lang, options } = parseCommandLine(argv);
  const locale = lang ?? chooseLocale(surroundings.env);
  const t = createTranslator(locale);
  const url = (options.get("url")?.[0] ?? surroundings.env.SHIAN_URL ?? defaultUrl).replace(/\/+$/, "");
  switch (line.kind) {
    case "misuse":
      return sayMisuse(surroundings, locale, line.misuse, line.command, options);
    case "version":
      await surroundings.out.write(`shian ${readVersion()}\n`);
      return exitCodes.answer;
    case "help": {
      const { renderHelp } = await import("./render-help.js");
      const help = renderHelp(line.topic, locale);
      if (help === undefined)
        return sayMisuse(
          surroundings,
          locale,
          { key: "use.unknownCommand", params: { name: line.topic.join(" ") } },
          undefined,
          options,
        );
      await surroundings.out.write(help);
      return exitCodes.answer;
    }
    case "interactive":
      return openInteractive(line, { ...surroundings, locale, url, t, options });
    case "run": {
      const quiet = options.has("quiet");
      const run = await line.command.load();
      return run({
        ...surroundings,
        errIsTerminal: surroundings.errIsTerminal && !quiet,
        command: line.command,
        commands: commandTable,
        args: line.args,
        options,
        format: line.format,
        locale,
        url,
        t,
      });
    }
  }
}
