// Walks the terminal program against a running server: every command as a process, every screen by keys at 80 and 120
// columns, and each number on a screen against the same operation's JSON. Usage: walk.ts --url http://127.0.0.1:3000
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { OperationOutput } from "@shian/domain";
import { textWidth } from "../src/output/text-width.js";
import { formatCount } from "../src/screens/format-values.js";
import { splitWords } from "../src/screens/parse-screen-words.js";
import type { ScreenName } from "../src/screens/screen.js";
import { driveSession } from "./drive-session.js";
import { walkChain } from "./walk-chain.js";
import { walkPages } from "./walk-pages.js";

const { values } = parseArgs({ options: { url: { type: "string" } } });
const url = values.url ?? process.env.SHIAN_URL ?? "http://127.0.0.1:3000";
const cli = fileURLToPath(new URL("../src/cli.tsx", import.meta.url));
const scratch = join(tmpdir(), `shian-walk-${process.pid}`);
let passed = 0;
const failures: string[] = [];

function check(what: string, isRight: boolean, detail = ""): void {
  if (isRight) passed++;
  else {
    failures.push(what);
    console.log(`failed: ${what}${detail === "" ? "" : `\n  ${detail}`}`);
  }
}

function shian(args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, ["--import", "tsx", "--conditions=@shian/source", cli, ...args], {
    encoding: "utf8",
    env: { ...process.env, SHIAN_URL: url, LANG: "C.UTF-8", LC_ALL: "", SHIAN_LANG: "zh" },
    maxBuffer: 256 << 20,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

function ask<T>(args: readonly string[]): T | undefined {
  const { code, stdout, stderr } = shian([...args, "--json"]);
  const isJson = code === 0 && stdout.endsWith("\n") && !stdout.slice(0, -1).includes("\n");
  check(`shian ${args.join(" ")} --json prints one document`, isJson, stderr || stdout.slice(0, 200));
  return isJson ? JSON.parse(stdout) : undefined;
}

const status = ask<OperationOutput<"office.status">>(["status"]);
const overview = ask<OperationOutput<"overview.get">>(["overview"]);
const coverage = ask<OperationOutput<"coverage.measure">>(["coverage"]);
const evaluation = shian(["score", "--json"]);
const registry = ask<OperationOutput<"registry.list">>(["registry", "list"]);
const gaps = ask<OperationOutput<"chain.gaps">>(["gaps"]);
ask(["officials"]);
ask(["overdue"]);
ask(["allocate", "--dry-run"]);
check("shian score --json answers or says why not", evaluation.code === 0 || evaluation.stderr !== "");

if (registry && status && coverage && overview) {
  check("all rows come without a limit", registry.rows.length === registry.total && registry.next === null);
  const lines = shian(["registry", "list", "--ndjson"]).stdout.trimEnd().split("\n");
  check(
    "NDJSON gives the same rows",
    lines.join("\n") === registry.rows.map((row) => JSON.stringify(row)).join("\n"),
  );
  const csv = shian(["registry", "list", "--csv"]).stdout;
  check(
    "CSV has one record a row",
    csv.startsWith("\uFEFF") && csv.trimEnd().split("\r\n").length === registry.total + 1,
  );
  const first = registry.rows[0];
  if (first) {
    const detail = ask<OperationOutput<"registry.get">>(["registry", "show", first.id]);
    check("registry show names the same establishment", detail?.establishment.name === first.name);
  }
  const total = coverage.total.total;
  check(
    "coverage of the territories sums to no more than the total",
    coverage.territories.reduce((sum, row) => sum + row.total.due, 0) <= total.due,
  );
  check(
    "overview and coverage agree",
    overview.total.due === total.due && overview.total.done === total.done,
  );
  check("gaps and overview agree", gaps?.counts.nobody === overview.gaps.nobody);
}
const unknown = shian(["registry", "show", "no-such-establishment", "--json"]);
check(
  "an unknown id is refused on stderr with exit 2",
  unknown.code === 2 && unknown.stdout === "" && unknown.stderr.includes('"error"'),
);

const file = `${scratch}.csv`;
writeFileSync(file, "名称,统一社会信用代码\n走查测试食品店,91990106MA1C07K30Y\n");
const preview = ask<{
  rows: number;
  held: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}>(["import", "registry", file, "--dry-run"]);
if (preview) {
  const sum = preview.created + preview.updated + preview.unchanged + preview.held + preview.refused;
  check("an import accounts for every row", preview.rows === 1 && sum === 1, JSON.stringify(preview));
}
const errors = `${scratch}.xlsx`;
shian(["import", "registry", file, "--dry-run", "--errors", errors]);
try {
  check("the error file is a spreadsheet", readFileSync(errors).subarray(0, 2).toString() === "PK");
} catch {
  check("the error file is a spreadsheet", false);
}
rmSync(file, { force: true });
rmSync(errors, { force: true });

const screens: readonly ScreenName[] = [
  "overview",
  "registry",
  "gaps",
  "officials",
  "coverage",
  "overdue",
  "score",
  "handovers",
  "commitments",
  "commitment-rates",
  "questions",
  "answers",
  "comparisons",
  "training",
  "documents",
  "x-ray",
  "directory",
  "objections",
  "allocations",
];
for (const locale of ["zh-CN", "en"] as const)
  for (const screen of screens) {
    const page = driveSession(url, locale, { screen });
    await page.rest();
    for (const [columns, rows] of [
      [80, 24],
      [120, 40],
    ] as const) {
      page.look(columns, rows);
      await page.rest();
      const lines = page.look(columns, rows);
      const wrong = lines.filter((line) => textWidth(line) !== columns);
      check(
        `${screen} in ${locale} at ${columns} columns`,
        lines.length === rows - 1 && wrong.length === 0,
        wrong[0],
      );
      const text = lines.join("\n");
      const total = coverage?.total.total;
      if (total && (screen === "overview" || screen === "coverage"))
        for (const number of [total.due, total.done, total.notDone])
          check(
            `${screen} at ${columns} shows ${number} as coverage --json has it`,
            text.includes(formatCount(number)),
          );
      if (registry && screen === "registry")
        check(`registry at ${columns} counts its rows`, text.includes(formatCount(registry.total)));
      if (evaluation.code === 0 && screen === "score") {
        const sheet: OperationOutput<"evaluation.get">["sheet"] = JSON.parse(evaluation.stdout);
        check(`score at ${columns} shows the lower bound`, text.includes((sheet.lower / 100).toFixed(2)));
      }
    }
    await page.press("y");
    const [, ...words] = splitWords(page.copied[0] ?? "");
    if (locale === "zh-CN" && (screen !== "score" || evaluation.code === 0))
      check(
        `the command copied from ${screen} runs`,
        words.length > 0 && shian(words).code === 0,
        page.copied[0],
      );
    await page.press("q");
    check(`${screen} in ${locale} ends by q`, page.state.isQuit);
  }

// A demonstration alone has what the chain is made of; it is walked last, for it moves the figures.
if (status?.mode === "demo") {
  await walkPages({ check, shian, ask }, url);
  walkChain({ check, shian, ask }, status.today);
}

for (const what of failures) console.log(`- ${what}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
