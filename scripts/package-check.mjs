// Packs the domain with npm, installs it in an empty folder outside the repository with npm alone, and uses it as
// another team would: README's example in Node, a browser bundle, types under `bundler` and `node16`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const outside = mkdtempSync(join(tmpdir(), "shian-outside-"));
let [passed, failed] = [0, 0];

function run(command, args, cwd = outside) {
  const result = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

async function step(name, body) {
  try {
    console.log(`ok   package: ${name}${(await body()) ?? ""}`);
    passed += 1;
  } catch (error) {
    console.log(`FAIL package: ${name}\n${error.message}`);
    failed += 1;
  }
}

const example = /```ts\n([\s\S]*?)```/.exec(
  readFileSync(join(root, "packages/domain/README.md"), "utf8"),
)?.[1];
const tsc = join(root, "node_modules/.bin/tsc");

try {
  await step("npm pack and npm install in an empty folder", () => {
    const [packed] = JSON.parse(
      run("npm", ["pack", "--json", "--pack-destination", outside], join(root, "packages/domain")),
    );
    writeFileSync(
      join(outside, "package.json"),
      JSON.stringify({ name: "outside", private: true, type: "module" }),
    );
    run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(outside, packed.filename)]);
    return `: ${packed.entryCount} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`;
  });
  await step("README's example in Node ESM", () => {
    writeFileSync(join(outside, "example.mjs"), example);
    const printed = run(process.execPath, ["example.mjs"]);
    for (const expected of ["refused", "JY13202020009651", "750 fail"])
      if (!printed.includes(expected)) throw new Error(`“${expected}” missing in:\n${printed}`);
  });
  await step("no Node built-in in any file", () => {
    const files = run("find", ["node_modules/@shian/domain/dist", "-name", "*.js"]).trim().split("\n");
    for (const file of files)
      for (const match of readFileSync(join(outside, file), "utf8").matchAll(
        /(?:from|import)\s*\(?["']([^"'.][^"']*)["']/g,
      ))
        if (match[1].startsWith("node:") || builtinModules.includes(match[1]))
          throw new Error(`${file}: ${match[1]}`);
    return `: ${files.length} modules`;
  });
  await step("bundles for the browser", async () => {
    const { build } = await import(
      pathToFileURL(createRequire(join(root, "apps/web/package.json")).resolve("vite"))
    );
    writeFileSync(join(outside, "all.mjs"), 'export * from "@shian/domain";\n');
    const bundle = async (entry) => {
      const output = await build({
        configFile: false,
        root: outside,
        logLevel: "error",
        build: {
          outDir: "out",
          emptyOutDir: false,
          minify: true,
          lib: { entry: join(outside, `${entry}.mjs`), formats: ["es"], fileName: `${entry}.out` },
        },
      });
      const [{ output: chunks }] = [output].flat();
      const code = chunks.map((chunk) => chunk.code ?? "").join("");
      return `${Buffer.byteLength(code)} bytes, ${gzipSync(code).length} gzipped`;
    };
    return `: everything ${await bundle("all")}; the example ${await bundle("example")}`;
  });
  for (const [module, moduleResolution] of [
    ["ESNext", "bundler"],
    ["Node16", "node16"],
  ])
    await step(`types under ${moduleResolution}`, () => {
      writeFileSync(join(outside, "example.ts"), example);
      run(tsc, [
        "--noEmit",
        "--strict",
        "--target",
        "ES2022",
        "--lib",
        "ES2022,DOM",
        "--module",
        module,
        "--moduleResolution",
        moduleResolution,
        "--types",
        "",
        "--skipLibCheck",
        "false",
        "example.ts",
      ]);
    });
} finally {
  rmSync(outside, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
