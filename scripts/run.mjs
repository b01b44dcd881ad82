// The launcher behind README's two commands. It needs nothing but Node and npm: it calls itself again through
// the pinned pnpm (so that turbo and the workspace are found), installs, and runs the task by name.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [task = "help", ...args] = process.argv.slice(2);
const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_UPDATE_NOTIFIER: "1" };

function run(command, commandArgs, options = {}) {
  const result = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: options.quiet ? ["inherit", "pipe", "pipe"] : "inherit",
    env: { ...process.env, ...quiet },
    shell: process.platform === "win32",
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (options.quiet) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
    process.exit(result.status ?? 1);
  }
}

const bin = (name) => join(root, "node_modules", ".bin", name);
const hasPackages = () => existsSync(bin("turbo")) && existsSync(bin("vitest"));

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pnpm = (commandArgs, options) => run("npx", ["--yes", packageManager, ...commandArgs], options);

const manifests = ["", "packages/domain", "packages/api", "apps/web", "apps/tui"].map((folder) =>
  join(folder, "package.json"),
);
const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether nothing that decides about dependencies is newer than the last install; saves a second of each start. */
const isInstalled = () =>
  hasPackages() &&
  ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests].every(
    (path) => changedAt(path) < changedAt("node_modules/.modules.yaml"),
  );

/** `--frozen-lockfile` makes a lock file that lags behind an error, never a surprise. */
function install() {
  if (!isInstalled()) pnpm(["install", "--frozen-lockfile", "--prefer-offline"], { quiet: true });
}

// Through pnpm, because turbo looks for the package manager's binary and a bare machine has none on its path.
const turbo = (task) => pnpm(["exec", "turbo", "run", task, "--output-logs=errors-only"], { quiet: true });
const build = () => turbo("build");
const node = (file, ...rest) => run(process.execPath, [join(root, file), ...rest]);
const source = (file, ...rest) =>
  run(process.execPath, ["--import", "tsx", "--conditions=@shian/source", join(root, file), ...rest]);

const tasks = {
  keys() {
    build();
    node("packages/api/dist/keys.js", ...args);
  },
  start() {
    build();
    node("packages/api/dist/server.js", ...args);
  },
  test() {
    build();
    run(bin("vitest"), ["run", ...args]);
  },
  build,
  dev() {
    build();
    run(process.execPath, [
      "--import",
      "tsx",
      "--conditions=@shian/source",
      "--watch-path=packages",
      join(root, "packages/api/src/server.ts"),
    ]);
  },
  check() {
    run(bin("biome"), ["check", "--error-on-warnings", "."]);
    turbo("check");
    run(bin("tsc"), ["-p", "tsconfig.json"]);
    run(bin("knip"), []);
    source("scripts/make-reference.ts", "--check");
  },
  bench: () => source("scripts/bench/index.ts", ...args),
  drill: () => source("scripts/drill/index.ts", ...args),
  reference: () => source("scripts/make-reference.ts", ...args),
  mutate: () => node("scripts/mutate.mjs", ...args),
};

if (!Object.hasOwn(tasks, task)) {
  process.stderr.write(`Unknown task “${task}”. Known: ${Object.keys(tasks).join(", ")}.\n`);
  process.exit(2);
}
install();
if (!hasPackages()) throw new Error("pnpm reported success but the workspace has no node_modules.");
tasks[task]();
