// Bar R8: faults do not open doors. The database gone for five seconds (PostgreSQL, where TEST_DATABASE_URL names one),
// the disk of the embedded database full, the clock a day off, clients that are slow: each fails closed with a clear
// sentence and recovers within five seconds. Each part finds what is planted first.
import { testServerUrl } from "../../packages/api/src/testing/test-engines.js";
import { drillClock } from "./faults/clock.js";
import { drillDatabaseGone } from "./faults/database-gone.js";
import { drillDiskFull } from "./faults/disk-full.js";
import type { Judged } from "./faults/judged.js";
import { drillSlowClients } from "./faults/slow-clients.js";

/** The parts by number; one that cannot be run here says so. */
const parts: readonly { readonly name: string; readonly run: () => Promise<Judged> | undefined }[] = [
  {
    name: "gone",
    run: () => (testServerUrl === undefined ? undefined : drillDatabaseGone(testServerUrl)),
  },
  { name: "full", run: drillDiskFull },
  { name: "clock", run: drillClock },
  { name: "slow", run: drillSlowClients },
];

/** True when every fault was withstood; `only` runs one part, by its number from 1. */
export async function drillFaults({ only }: { readonly only: number | undefined }): Promise<boolean> {
  const started = performance.now();
  const judged: Judged[] = [];
  for (const { name, run } of only === undefined ? parts : parts.slice(only - 1, only)) {
    const one = await run();
    if (one === undefined) {
      console.log(`${name}: not run, TEST_DATABASE_URL names no server`);
      continue;
    }
    console.log(`${one.line}${one.held ? "" : `  MISSED (${name})`}`);
    judged.push(one);
  }
  const held = judged.length > 0 && judged.every((one) => one.held);
  console.log(
    `faults: ${held ? "held" : "MISSED"}; ${judged.map(({ line }) => line).join(" | ")}; ` +
      `${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return held;
}
