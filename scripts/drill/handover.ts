// Issue "Third", shows it 3: with 400 officials and 3,000 establishments a handover of 20 people is previewed and applied
// in less than 5 s, undone, and the state is equal to before: every table of the office's business and the register's
// pictures of five days. Planted: a pairing lost behind the product's back must be seen.
import { availableParallelism, cpus } from "node:os";
import { type HandoverRound, runHandovers } from "../../packages/api/src/testing/handover/run-handovers.js";
import { durableEngines } from "../../packages/api/src/testing/test-engines.js";

const BAR_MS = 5000;
const ROUNDS = 3;

type Options = { readonly people: number; readonly officials: number; readonly establishments: number };

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

export async function drillHandover({ people, ...office }: Options): Promise<boolean> {
  let held = true;
  const figures: string[] = [];
  for (const { name, open } of durableEngines) {
    const database = await open();
    const { rounds, isLossSeen } = await runHandovers({ database, office, people, rounds: ROUNDS });
    await database.close();
    for (const { differing } of rounds)
      if (differing.length > 0) process.stderr.write(`${name}: differs: ${differing.join(", ")}\n`);
    const of = (part: "preview" | "apply" | "undo") => median(rounds.map((round) => round[part]));
    const both = of("preview") + of("apply");
    const isEqual = ({ isChanged, differing }: HandoverRound) => isChanged && differing.length === 0;
    const equal = rounds.filter(isEqual).length;
    held &&= isLossSeen && equal === ROUNDS && both < BAR_MS;
    figures.push(
      `${name}: planted ${isLossSeen ? 1 : 0}/1, ${rounds[0]?.moved ?? 0} moved, ${rounds[0]?.unassigned ?? 0} left, preview ${of("preview")} + apply ${of("apply")} = ${both} ms (bar ${BAR_MS}), undo ${of("undo")} ms, equal ${equal}/${ROUNDS}`,
    );
  }
  const { officials, establishments } = office;
  process.stdout.write(
    `handover: ${held ? "held" : "MISSED"} · ${people} people, ${officials} officials, ${establishments} establishments · ${figures.join(" · ")} · ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}\n`,
  );
  return held;
}
