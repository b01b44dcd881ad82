import { describe, expect, it } from "vitest";
import { textWidth } from "../output/text-width.js";
import { runShian } from "../testing/run-shian.js";
import { formats, type OptionSpec } from "./command.js";
import { commandTable } from "./command-table.js";
import { commonOptions, optionTable } from "./option-table.js";
import { findCommand, parseCommandLine } from "./parse-command-line.js";
import { renderHelp } from "./render-help.js";

describe("the command table", () => {
  it("names each command once, aliases included", () => {
    const names = commandTable.flatMap((command) => [command.name, ...(command.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commandTable.map((command) => [command.name, command] as const))(
    "%s takes known options, loads and has examples that parse",
    async (_, command) => {
      const known = Object.keys(optionTable);
      expect(command.options.filter((name) => !known.includes(name))).toEqual([]);
      expect(typeof (await command.load())).toBe("function");
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        const words = /shian ([^|>)]*)/.exec(example)?.[1]?.trim().split(/\s+/) ?? [];
        expect(parseCommandLine(words).line.kind, example).toMatch(/run|interactive/);
      }
    },
  );

  it("leaves no option of the table without a command that takes it", () => {
    const used = new Set([
      ...commonOptions,
      ...formats,
      ...commandTable.flatMap((command) => command.options),
      "version",
    ]);
    expect(Object.keys(optionTable).filter((name) => !used.has(name))).toEqual([]);
  });

  it("says of every option with a value what is written there", () => {
    const silent = Object.entries<OptionSpec>(optionTable).filter(
      ([, { type, values, placeholder }]) =>
        type === "string" && values === undefined && placeholder === undefined,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it.each(["zh-CN", "en"] as const)("has help in %s for every command, at most 80 cells wide", (locale) => {
    for (const topic of [[], ["exit"], ["keys"], ...commandTable.map((command) => command.name.split(" "))]) {
      const help = renderHelp(topic, locale) ?? "";
      expect(help).not.toBe("");
      const examples = commandTable.flatMap((command) => command.examples);
      const wide = help.split("\n").filter((line) => textWidth(line) > 80 && !examples.includes(line.trim()));
      expect(wide).toEqual([]);
    }
  });
});

describe("the command line", () => {
  it("finds the longest name, also after common options", () => {
    expect(findCommand(["registry", "show", "x"])?.command.name).toBe("registry show");
    expect(parseCommandLine(["--lang", "en", "registry", "--grade", "A,B"]).line).toMatchObject({
      kind: "run",
      args: [],
    });
  });

  it.each([
    [["coverage", "--period", "2026Q5"], "use.period"],
    [["coverage", "--as-of", "2026-02-30"], "use.date"],
    [["registry", "list", "--grade", "A,E"], "use.valueOf"],
    [["registry", "list", "--limit", "0"], "use.number"],
    [["registry", "list", "--limit"], "use.needsValue"],
    [["registry", "list", "--json=1"], "use.takesNoValue"],
    [["registry", "list", "--search", "a", "--search", "b"], "use.once"],
    [["registry", "show"], "use.missing"],
    [["registry", "show", "a", "b"], "use.tooMany"],
    [["import", "registry", "f", "--map", "名称"], "use.pair"],
    [["import", "nothing", "f"], "use.valueOf"],
    [["completion", "powershell"], "use.valueOf"],
    [["check-id", "1", "--rubric", "f"], "use.unknownOption"],
    [["nothing"], "use.unknownCommand"],
  ])("says what is wrong with %j", (words, key) => {
    expect(parseCommandLine(words).line).toMatchObject({ kind: "misuse", misuse: { key } });
  });
});

describe("commands without a server", () => {
  it.each([
    [["grade", "--form", "school-canteen", "--diners", "3000", "--json"], { grade: "A", ruleId: "S-01" }],
    [
      ["working-days", "--from", "2026-09-30", "--days", "1", "--json"],
      { date: "2026-10-08", provisional: false, missingYears: [] },
    ],
  ])("%j prints its answer alone", async (args, answer) => {
    const { code, stdout, stderr } = await runShian(args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject(answer);
  });

  it("refuses a grade for which a fact is missing, naming it", async () => {
    const { code, stdout, stderr } = await runShian(["grade", "--form", "caterer"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("规模");
  });

  it.each([
    ["bash", "complete -F _shian shian"],
    ["zsh", "#compdef shian"],
    ["fish", "complete -c shian"],
  ])("prints completion for %s with every command and option", async (shell, mark) => {
    const { stdout } = await runShian(["completion", shell]);
    expect(stdout).toContain(mark);
    for (const command of commandTable)
      for (const word of command.name.split(" ")) expect(stdout).toContain(word);
    expect(stdout).toContain("measurements");
  });
});

describe("a server that is not there", () => {
  const nowhere = { SHIAN_URL: "http://127.0.0.1:9" };
  it.each([["status"], ["registry list"], ["coverage"], ["score"], ["overview"]])(
    "is one sentence on stderr and exit 5: %s",
    async (command) => {
      const { code, stdout, stderr } = await runShian(command.split(" "), { env: nowhere });
      expect([code, stdout]).toEqual([5, ""]);
      expect(stderr).toBe(
        "连不上服务器 http://127.0.0.1:9。请先启动服务（npm start），或用 SHIAN_URL 或 --url 指定地址。\n",
      );
    },
  );

  it("is what the program alone says in a pipe, where it prints the overview and waits for no key", async () => {
    const { code, stderr } = await runShian([], { env: nowhere });
    expect([code, stderr.startsWith("连不上服务器")]).toEqual([5, true]);
  });

  it("is one JSON object for programs", async () => {
    const { stderr } = await runShian(["registry", "list", "--json"], { env: nowhere });
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "client/unreachable", params: { url: nowhere.SHIAN_URL } },
    });
  });
});
