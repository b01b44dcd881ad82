// Finds which runs stand where they were written: the longest rising chain of them. What is beside it was moved, put in,
// or put out of order.
import type { RecordTip } from "./chain-entry.js";
import { lastOf, type Run } from "./record-runs.js";

/** Runs in their place, from the start on, and those out of place with the number of runs in place before them. */
export type Backbone = {
  readonly inPlace: readonly Run[];
  readonly outOfPlace: readonly { readonly run: Run; readonly after: number }[];
};

/** What speaks for a chain: entries as they were written, then hashes that fit and lines where they belong. */
type Weight = readonly [entries: number, fits: number];

const isHeavier = (a: Weight, b: Weight): boolean => (a[0] === b[0] ? a[1] > b[1] : a[0] > b[0]);

/** The start of the record as a run without entries. */
const toRun = (start: RecordTip): Run => ({
  line: 1,
  seq: start.seq + 1,
  length: 0,
  prev: start.hash,
  hash: start.hash,
  lastPrev: start.hash,
  lastIntact: true,
  intact: 0,
  agreed: 0,
});

export function findBackbone(runs: readonly Run[], start: RecordTip): Backbone {
  const nodes = [toRun(start), ...runs];
  const best: { weight: Weight; before: number }[] = [];
  let heaviest = 0;
  for (const [at, run] of nodes.entries()) {
    let chosen: { weight: Weight; before: number } = { weight: [at === 0 ? 0 : -1, 0], before: -1 };
    for (let before = 0; before < at && run.seq !== null; before += 1) {
      const [earlier, reached] = [nodes[before], best[before]];
      if (earlier === undefined || reached === undefined || reached.weight[0] < 0 || earlier.seq === null)
        continue;
      if (lastOf(earlier) >= run.seq) continue;
      const linked = lastOf(earlier) + 1 === run.seq && earlier.hash === run.prev;
      const aligned = run.seq - run.line === earlier.seq - earlier.line;
      const weight: Weight = [
        reached.weight[0] + run.intact + run.agreed,
        reached.weight[1] + (linked ? 1 : 0) + (aligned ? 1 : 0),
      ];
      if (isHeavier(weight, chosen.weight)) chosen = { weight, before };
    }
    best.push(chosen);
    if (isHeavier(chosen.weight, best[heaviest]?.weight ?? [-1, 0])) heaviest = at;
  }
  const chain = new Set<number>();
  for (let at = heaviest; at >= 0; at = best[at]?.before ?? -1) chain.add(at);
  const inPlace: Run[] = [];
  const outOfPlace: { run: Run; after: number }[] = [];
  for (const [at, run] of nodes.entries()) {
    if (chain.has(at)) inPlace.push(run);
    else outOfPlace.push({ run, after: inPlace.length - 1 });
  }
  return { inPlace, outOfPlace };
}
