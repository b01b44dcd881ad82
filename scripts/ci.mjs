// The steps of `.ci/run` after the machine is ready. Counts every test of every step and ends with the one line that
// the continuous check reads. A step that dies without a count is one failure.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const scratch = mkdtempSync(join(tmpdir(), "shian-ci-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
/** What failed, told once more at the end, where the beginning of a long output may be out of sight. */
const failed = [];
const tsx = ["--import", "tsx", "--conditions=@shian/source"];

function report(name, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped ?? 0;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped ?? 0} skipped (at ${seconds} s)`,
  );
}

function run(command, args, env = {}, capture = false) {
  console.log(`\n$ ${command} ${args.join(" ")}`);
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", capture ? "pipe" : "inherit", "inherit"],
    maxBuffer: 64 << 20,
  });
  if (capture) process.stdout.write(result.stdout ?? "");
  return { status: result.status, output: result.stdout ?? "" };
}

/** A Vitest run whose JSON report gives the counts. */
function runVitest(name, command, args, env = {}) {
  const file = join(scratch, `${name.replace(/\W+/g, "-")}.json`);
  const { status } = run(
    command,
    [...args, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    env,
  );
  try {
    const result = JSON.parse(readFileSync(file, "utf8"));
    for (const suite of result.testResults)
      for (const test of suite.assertionResults.filter(({ status }) => status === "failed"))
        failed.push(`${suite.name}: ${test.fullName}: ${test.failureMessages.join(" ").slice(0, 400)}`);
    const broken = result.numFailedTestSuites > 0 && result.numFailedTests === 0 ? 1 : 0;
    report(name, {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken + (status !== 0 && result.numFailedTests + broken === 0 ? 1 : 0),
      skipped: result.numPendingTests + result.numTodoTests,
    });
  } catch {
    report(name, { passed: 0, failed: 1 });
  }
}

/** A step that is right when it exits 0; with a closing line `N passed, N failed` that line is counted. */
function runStep(name, command, args, env) {
  const { status, output } = run(command, args, env, true);
  const line = /(\d+) passed, (\d+) failed\s*$/.exec(output.trimEnd());
  const counts = line
    ? { passed: Number(line[1]), failed: Number(line[2]) }
    : { passed: status === 0 ? 1 : 0, failed: 0 };
  if (status !== 0) failed.push(`${name}: ${output.trimEnd().slice(-800)}`);
  report(name, { ...counts, failed: counts.failed === 0 && status !== 0 ? 1 : counts.failed });
}

/** A server of its own on a free port, for the steps that use the product from outside. */
async function withServer(env, body) {
  const server = spawn(process.execPath, ["packages/api/dist/server.js"], {
    cwd: root,
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const { url, link } = await new Promise((resolve, reject) => {
      let text = "";
      server.stdout.on("data", (chunk) => {
        text += chunk;
        const match = /http:\/\/[\d.]+:\d+/.exec(text);
        // An office without people prints its set-up link in a line of its own.
        const link = /http\S+\/set-up#[\w-]+/.exec(text);
        if (match && (env.SHIAN_MODE !== "office" || link)) resolve({ url: match[0], link: link?.[0] });
      });
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
      setTimeout(() => reject(new Error("the server did not answer within 60 s")), 60_000).unref();
    });
    await body(url, link);
  } catch (error) {
    console.log(String(error));
    report("server", { passed: 0, failed: 1 });
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) =>
      server.exitCode === null ? server.once("exit", resolve) : resolve(undefined),
    );
  }
}

runVitest("npm test", "npm", ["test", "--silent", "--"]);
runStep("check", "npm", ["run", "--silent", "check"]);
runVitest("storage on PostgreSQL", "node_modules/.bin/vitest", ["run", "--project", "api", "spec"], {
  TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres",
  TEST_SERVER_ALONE: "1",
});
runStep("package", process.execPath, ["scripts/package-check.mjs"]);
/** Names the administrators of an empty office and gives the token of its first office person. */
function setUpOffice(link) {
  const { output } = run(process.execPath, [...tsx, "scripts/set-up-office.ts", "--link", link], {}, true);
  const { token } = JSON.parse(output);
  report("set-up of an office", { passed: 1, failed: 0 });
  return token;
}

await withServer({ SHIAN_MODE: "office", SHIAN_DATA: join(scratch, "office") }, (url, link) => {
  const signedIn = { SHIAN_TOKEN: setUpOffice(link) };
  runStep(
    "browser walk",
    process.execPath,
    [...tsx, "apps/web/e2e/walk.ts", "--url", url, "--shots", join(scratch, "walk")],
    signedIn,
  );
  runStep(
    "same figures in web and terminal",
    process.execPath,
    [...tsx, "scripts/same-figures.ts", "--url", url],
    signedIn,
  );
  runStep("outside script", process.execPath, [...tsx, "examples/outside-script.ts"], {
    ...signedIn,
    SHIAN_URL: url,
  });
});
await withServer({ SHIAN_MODE: "office", SHIAN_DATA: join(scratch, "trust") }, (url, link) => {
  runStep("sign-in walk", process.execPath, [
    ...tsx,
    "apps/web/e2e/sign-in-walk.ts",
    "--url",
    url,
    "--link",
    link,
    "--shots",
    join(scratch, "sign-in"),
  ]);
});
runStep("identity provider", process.execPath, [...tsx, "scripts/provider-walk.ts"]);
await withServer({ SHIAN_MODE: "demo", SHIAN_DATA: join(scratch, "demo") }, (url) => {
  runStep("browser screens", process.execPath, [
    ...tsx,
    "apps/web/e2e/walk.ts",
    "--only",
    "shots",
    "--url",
    url,
    "--shots",
    join(scratch, "shots"),
  ]);
  runStep("people of the demonstration", process.execPath, [
    ...tsx,
    "apps/web/e2e/walk.ts",
    "--only",
    "people",
    "--url",
    url,
  ]);
  runStep("chain from import to handover", process.execPath, [
    ...tsx,
    "apps/web/e2e/walk.ts",
    "--only",
    "chain",
    "--url",
    url,
  ]);
  runStep("terminal against the server", process.execPath, [...tsx, "apps/tui/e2e/walk.ts", "--url", url]);
});
rmSync(scratch, { recursive: true, force: true });

for (const text of failed) console.log(`FAILED ${text}`);
const failures = total.failed + total.skipped;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(failures === 0 ? 0 : 1);
