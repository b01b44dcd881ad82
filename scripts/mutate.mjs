// Mutation testing of one concept of the domain: `npm run mutate -- rubric`. Stryker plants small faults and the
// concept's own tests must find at least 90 in 100 of them; the answer of the last run is reused where nothing changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const domain = join(dirname(fileURLToPath(import.meta.url)), "..", "packages", "domain");
const [concept = "", ...rest] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(concept) || !existsSync(join(domain, "src", concept))) {
  process.stderr.write("npm run mutate -- CONCEPT, a folder of packages/domain/src\n");
  process.exit(2);
}

const core = createRequire(join(domain, "package.json")).resolve("@stryker-mutator/core");
const cli = join(dirname(core), "..", "..", "bin", "stryker.js");
const started = Date.now();
const { status } = spawnSync(process.execPath, [cli, "run", "stryker.config.mjs", ...rest], {
  cwd: domain,
  stdio: "inherit",
  env: { ...process.env, SHIAN_CONCEPT: concept, STRYKER_DASHBOARD_API_KEY: "" },
});

const report = join(domain, "reports", "mutation", `${concept}.json`);
const mutants = existsSync(report)
  ? Object.values(JSON.parse(readFileSync(report, "utf8")).files).flatMap((file) => file.mutants)
  : [];
const count = (...states) => mutants.filter((mutant) => states.includes(mutant.status)).length;
const killed = count("Killed", "Timeout");
const lived = count("Survived", "NoCoverage");
const share = (100 * killed) / (killed + lived);
console.log(
  `mutate ${concept}: ${killed} of ${killed + lived} killed, ${share.toFixed(1)} % (bar ≥ 90); ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s; ${status === 0 ? "held" : "MISSED"}`,
);
process.exitCode = status ?? 1;
