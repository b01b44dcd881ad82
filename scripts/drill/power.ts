// Bar R3: acknowledged means on the disk. Power is cut on the embedded database at random moments of writing, closing
// and recovering; a control with the product's fsync undone must lose rows. Where strace is, it counts the syncs that
// the host really saw between two acknowledgements.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runPowerCuts } from "../../packages/api/src/testing/power-cut/run-power-cuts.js";

const COMMITS = 50;
const CONTROL_CUTS = 5;
const writer = fileURLToPath(
  new URL("../../packages/api/src/testing/write-until-killed.ts", import.meta.url),
);

/** The fewest syncs between two acknowledgements as the kernel saw them; undefined where strace is not. */
async function countFewestSyncs(): Promise<number | undefined> {
  if (spawnSync("strace", ["-V"]).error !== undefined) return undefined;
  const place = mkdtempSync(join(tmpdir(), "shian-strace-"));
  const trace = join(place, "trace");
  const tracing = ["-f", "-o", trace, "-e", "trace=fsync,fdatasync,write", "-s", "11"];
  const node = [
    process.execPath,
    "--import",
    "tsx",
    "--conditions=@shian/source",
    writer,
    join(place, "data"),
    "0",
  ];
  const child = spawn("strace", [...tracing, ...node], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let told = "";
  await new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.stdout.on("data", (chunk) => {
      told += chunk;
      // The whole group: strace lets its child live on.
      if (told.split("\n").length > COMMITS && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    });
  });
  const counts: number[] = [];
  let syncs = 0;
  for (const line of readFileSync(trace, "utf8").split("\n")) {
    if (/\b(?:fsync|fdatasync)\(\d+\) += 0|<\.\.\. (?:fsync|fdatasync) resumed>.*= 0/.test(line)) syncs += 1;
    if (!/write\(1, "crash-test-/.test(line)) continue;
    counts.push(syncs);
    syncs = 0;
  }
  rmSync(place, { recursive: true, force: true });
  // Before the first acknowledgement the schema was made.
  return Math.min(...counts.slice(1, COMMITS));
}

/** Whether nothing acknowledged is ever lost, and the control loses. */
export async function drillPower({
  cuts,
  seed,
}: {
  readonly cuts: number;
  readonly seed: string;
}): Promise<boolean> {
  const started = performance.now();
  const control = await runPowerCuts({ cuts: CONTROL_CUTS, cutsPerSession: 5, seed, isDurable: false });
  console.log(
    `planted, fsync undone: ${control.cuts} cuts, ${control.lost} of ${control.checks} lost, ` +
      `${control.corrupt} do not open or are damaged`,
  );
  const isFound = control.lost > 0;
  const fewest = await countFewestSyncs();
  console.log(`fewest syncs between two acknowledgements: ${fewest ?? "not checked, strace is not here"}`);
  const figures = await runPowerCuts({
    cuts,
    seed,
    isDurable: true,
    onCut: (done) => {
      if (done % 10 === 0) console.log(`${done} cuts`);
    },
  });
  if (figures.firstComplaint !== undefined) console.log(figures.firstComplaint);
  const isSynced = fewest === undefined || fewest >= 1;
  const held =
    isFound && isSynced && figures.cuts === cuts && figures.lost + figures.torn + figures.corrupt === 0;
  console.log(
    `power: ${held ? "held" : "MISSED"}; ${figures.cuts} cuts over ${figures.commits} commits, ${figures.checks} ` +
      `acknowledged rows checked, ${figures.lost} lost, ${figures.torn} torn, ${figures.corrupt} corrupt; ` +
      `fsync per commit ≥ ${fewest ?? "not checked"}; planted ${isFound ? "found" : "NOT FOUND"}; seed ${seed}; ` +
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return held;
}
