/// <reference types="node" />
// Runs the `@example` of every exported docstring. `expression; // => value` (or the mark on a line
// below) is checked, everything else is run as it stands; names come from the domain's own modules or from the example itself.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Example = { readonly title: string; readonly lines: readonly string[] };
type Statement = { readonly code: string; readonly value: string | undefined };
type Check = (find: () => unknown, expected: () => unknown, line: string) => void;
type Scope = Readonly<Record<string, unknown>>;

const source = fileURLToPath(new URL("../", import.meta.url));
const MARK = "; // => ";
const DOCSTRING = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?(?:const|function|type|class) (\w+)/g;
const DECLARATION = /^(?:const|let) (\w+) = /;

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.(?:test|test-d)\.ts$/.test(file))
  .filter((file) => !file.startsWith("testing") && !file.endsWith("index.ts"))
  .sort();

function listExamples(text: string, file: string): Example[] {
  return [...text.matchAll(DOCSTRING)].flatMap(([, body = "", name]) => {
    const lines = body.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
    const start = lines.findIndex((line) => line.startsWith("@example"));
    if (start < 0) return [];
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => line.startsWith("@"));
    return [{ title: `${file} ${name}`, lines: end < 0 ? rest : rest.slice(0, end) }];
  });
}

const STRINGS = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g;

/** How many more brackets the line opens than it closes, strings left out. */
function countOpened(line: string): number {
  const bare = line.replace(STRINGS, "");
  return (bare.match(/[([{]/g)?.length ?? 0) - (bare.match(/[)\]}]/g)?.length ?? 0);
}

/** The example as whole statements, each with the value that the mark behind or below it names. */
function listStatements(lines: readonly string[]): Statement[] {
  const statements: Statement[] = [];
  let open: string[] = [];
  let depth = 0;
  for (const line of lines) {
    const below = /^\s*\/\/ => (.*)$/.exec(line)?.[1];
    const last = statements.at(-1);
    if (below !== undefined && last !== undefined) {
      statements[statements.length - 1] = { ...last, value: below };
      continue;
    }
    const at = line.indexOf(MARK);
    const code = at < 0 ? line : line.slice(0, at + 1);
    open.push(code);
    depth += countOpened(code);
    if (depth > 0 || !/[;}]$/.test(code)) continue;
    statements.push({ code: open.join("\n"), value: at < 0 ? undefined : line.slice(at + MARK.length) });
    open = [];
  }
  return open.length === 0 ? statements : [...statements, { code: open.join("\n"), value: undefined }];
}

/** A statement with a value becomes a check of its expression, or of the name that it declares. */
function toCode({ code, value }: Statement): string {
  if (value === undefined) return code;
  const declared = DECLARATION.exec(code)?.[1];
  const expression = declared ?? code.replace(/;$/, "");
  const check = `check(() => (${expression}), () => (${value}), ${JSON.stringify(code)});`;
  return declared === undefined ? check : `${code}\n${check}`;
}

const examples = files.flatMap((file) => listExamples(readFileSync(join(source, file), "utf8"), file));

describe("examples in docstrings", () => {
  const folder = mkdtempSync(join(tmpdir(), "doc-examples-"));
  const scope: Record<string, unknown> = {};

  beforeAll(async () => {
    for (const file of files) {
      const module: Scope = await import(/* @vite-ignore */ pathToFileURL(join(source, file)).href);
      Object.assign(scope, module);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are found", () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples.map((example, index) => ({ ...example, index })))("$title", async ({ lines, index }) => {
    const file = join(folder, `example-${index}.ts`);
    const names = Object.keys(scope).filter((name) => name !== "default");
    writeFileSync(
      file,
      `export function run(scope: any, check: any): void {\nconst { ${names.join(", ")} } = scope;\n{\n${listStatements(lines).map(toCode).join("\n")}\n}\n}\n`,
    );
    const { run }: { run: (scope: Scope, check: Check) => void } = await import(
      /* @vite-ignore */ pathToFileURL(file).href
    );
    let checked = 0;
    run(scope, (find, expected, line) => {
      checked += 1;
      expect(find(), line).toEqual(expected());
    });
    expect(checked, "an example without a line `expression; // => value` shows nothing").toBeGreaterThan(0);
  });
});
