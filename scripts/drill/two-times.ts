// The law of two times (rules §1): a question asked as of and as known on any past pair of days gives the same answer for
// ever, whatever is entered later. An office lives on day by day over 1,000 runs of random changes and questions, on every
// engine. Planted first: a past overwritten behind the product's back, in each table that holds one.
import { bothEngines } from "../../packages/api/src/testing/test-engines.js";
import { bends } from "../../packages/api/src/testing/two-times/bends.js";
import { runTwoTimes } from "../../packages/api/src/testing/two-times/run-two-times.js";

/** So many that each kind of past is overwritten after something was asked of it. */
const PLANTED_RUNS = 100;

export async function drillTwoTimes({ runs, seed }: { runs: number; seed: number }): Promise<boolean> {
  let held = true;
  const figures: string[] = [];
  for (const { name, open } of bothEngines) {
    let seen = 0;
    for (const [table, bend] of Object.entries(bends)) {
      const database = await open();
      const { fault } = await runTwoTimes({ database, runs: PLANTED_RUNS, seed, bend });
      await database.close();
      if (fault === undefined) process.stderr.write(`${name}: overwritten ${table} were not seen\n`);
      else seen += 1;
    }
    const database = await open();
    const outcome = await runTwoTimes({ database, runs, seed });
    await database.close();
    if (outcome.fault !== undefined)
      process.stderr.write(`${name}: ${JSON.stringify(outcome.fault, null, 2)}\n`);
    const { entered, refused, asked, askedAgain, fault } = outcome;
    const changes = Object.values(entered).reduce((sum, count) => sum + count, 0);
    held &&= fault === undefined && seen === Object.keys(bends).length;
    figures.push(
      `${name}: planted ${seen}/${Object.keys(bends).length}, ${outcome.runs} runs, ${changes} changes, ${refused} refused, ${asked} answers kept, ${askedAgain} asked again, ${fault === undefined ? 0 : 1} changed`,
    );
  }
  process.stdout.write(`two-times: ${held ? "held" : "MISSED"} · ${figures.join(" · ")} · seed ${seed}\n`);
  return held;
}
