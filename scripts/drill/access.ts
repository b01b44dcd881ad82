// Bar S1: no access beyond role and territory. Plants five leaks and a policy and finds them; then the whole matrix, with
// the application's own checks and under row-level security alone, on PGlite and, where TEST_DATABASE_URL names one, on
// PostgreSQL.
import {
  findCountLeaks,
  findPlanted,
  findPlantedPolicy,
  runRound,
} from "../../packages/api/src/testing/access/matrix-rounds.js";
import type { Leak, MatrixResult } from "../../packages/api/src/testing/access/run-matrix.js";
import { createWorld } from "../../packages/api/src/testing/access/world.js";
import { bothEngines, type TestEngine } from "../../packages/api/src/testing/test-engines.js";

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);
const SHOWN = 20;

function tell(name: string, result: MatrixResult, leaks: readonly Leak[], since: number): number {
  for (const { kind, where, detail } of leaks.slice(0, SHOWN))
    console.log(`LEAK (${kind}) ${where}: ${detail}`);
  const { operations, roles, positions, calls, refused, changed, errors } = result;
  console.log(
    `${name}: ${operations} operations and files × ${roles} roles × ${positions} positions, ${calls} calls ` +
      `(${refused} refused, ${changed} changes, ${errors} errors), ${seconds(since)} s: ${leaks.length} leaks`,
  );
  return leaks.length;
}

async function withDatabase<T>(
  { open }: TestEngine,
  work: (database: Awaited<ReturnType<TestEngine["open"]>>) => Promise<T>,
) {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** True when everything planted was found and nothing else. */
export async function drillAccess(): Promise<boolean> {
  const started = performance.now();
  const [embedded] = bothEngines;
  if (embedded === undefined) throw new Error("no engine");
  const planted = await withDatabase(embedded, findPlanted);
  const policy = await withDatabase(embedded, findPlantedPolicy);
  const found = [...planted.values()].filter(Boolean).length;
  for (const [kind, isFound] of planted) if (!isFound) console.log(`planted ${kind} leak NOT found`);
  console.log(`planted ${found}/${planted.size} found, planted policy ${policy ? "found" : "NOT found"}`);
  let leaks = 0;
  for (const engine of bothEngines)
    leaks += await withDatabase(engine, async (database) => {
      const world = await createWorld(database);
      let since = performance.now();
      const alone = await runRound(database, world, true);
      const first = tell(`row-level security alone, ${engine.name}`, alone, alone.leaks, since);
      since = performance.now();
      const result = await runRound(database, world, false);
      const counts = await findCountLeaks(database, world, result);
      return first + tell(`filter on, ${engine.name}`, result, [...result.leaks, ...counts], since);
    });
  const held = leaks === 0 && found === planted.size && policy;
  console.log(
    `access: ${held ? "held" : "MISSED"}; planted ${found}/${planted.size} and policy ${policy ? 1 : 0}/1 found; ` +
      `${leaks} leaks (bar 0) on ${bothEngines.length} engines; ${seconds(started)} s`,
  );
  return held;
}
