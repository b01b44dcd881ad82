// Issue "Third", shows it 4: comparison with a second register of 50,000 rows, from the file sent to the counts shown, in
// less than 10 s, with exact counts of every planted kind and the server answering others meanwhile. Planted besides: a
// fact changed behind the product's back must be counted.
import { availableParallelism, cpus } from "node:os";
import {
  type ComparisonRound,
  runComparisons,
} from "../../packages/api/src/testing/comparison/run-comparisons.js";
import { durableEngines } from "../../packages/api/src/testing/test-engines.js";

const BAR_MS = 10_000;
const ROUNDS = 3;

export async function drillCompare({ pairs }: { readonly pairs: number }): Promise<boolean> {
  let held = true;
  const figures: string[] = [];
  for (const { name, open } of durableEngines) {
    const database = await open();
    const { planted, rounds, isChangeSeen } = await runComparisons({ database, pairs, rounds: ROUNDS });
    await database.close();
    const { expected } = planted;
    const isExact = ({ counts, rows, ours }: ComparisonRound) =>
      counts !== null &&
      rows === planted.rows &&
      ours === planted.ours &&
      Object.entries(expected).every(([kind, count]) => Reflect.get(counts, kind) === count);
    process.stdout.write(`planted ${JSON.stringify(planted.counts)}\n`);
    process.stdout.write(`expected ${JSON.stringify(expected)}\n`);
    for (const { counts, whole } of rounds)
      process.stdout.write(`found    ${JSON.stringify(counts)} in ${whole.toFixed(0)} ms\n`);
    const exact = rounds.filter(isExact).length;
    const slowest = Math.max(...rounds.map(({ whole }) => whole));
    const wait = Math.max(...rounds.map(({ longestWait }) => longestWait));
    const steps = Math.min(...rounds.map((round) => round.steps));
    held &&= isChangeSeen && exact === ROUNDS && slowest < BAR_MS;
    figures.push(
      `${name}: planted ${isChangeSeen ? 1 : 0}/1, ${planted.ours} with ${planted.rows} rows, exact ${exact}/${ROUNDS}, slowest ${slowest.toFixed(0)} ms (bar ${BAR_MS}), others waited ${wait.toFixed(0)} ms at most, progress told ${steps} times`,
    );
  }
  process.stdout.write(
    `compare: ${held ? "held" : "MISSED"} · ${figures.join(" · ")} · ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}\n`,
  );
  return held;
}
