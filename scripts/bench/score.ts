// Scores 1,000 units on 120 items: every item, section, veto, bound, verdict and rank, against the hard-wired limit and
// json-logic-engine in the same rounds, all answers checked equal first. Bars: quality design, "Score 1,000 units".
import { createJsonLogicScorer } from "../../packages/domain/bench/limits/score-json-logic.js";
import { scoreLimit } from "../../packages/domain/bench/limits/score-limit.js";
import { createScoreBenchData } from "../../packages/domain/bench/limits/score-rubric.js";
import { scoreUnits } from "../../packages/domain/src/rubric/index.js";
import { type Contender, measureRounds, medianOf, ratioOf } from "./measure-rounds.js";

const bars = { limit: 2, jsonLogic: 15, growth: 11 } as const;

function checkEqual(name: string, got: ArrayLike<number>, expected: ArrayLike<number>): void {
  if (got.length !== expected.length)
    throw new Error(`${name}: ${got.length} instead of ${expected.length} numbers`);
  for (let i = 0; i < expected.length; i += 1) {
    if (got[i] !== expected[i]) throw new Error(`${name}[${i}]: ${got[i]} instead of ${expected[i]}`);
  }
}

/** Everything that scores `units` units, after all of them gave the same answers. */
function createContenders(units: number): readonly Contender[] {
  const data = createScoreBenchData(units);
  const runJsonLogic = createJsonLogicScorer(data);
  const [limit, ours, peer] = [scoreLimit(data.columns), scoreUnits(data), runJsonLogic()];
  for (const field of ["items", "sections", "base", "bonus", "lower", "upper", "verdict", "rank"] as const)
    checkEqual(`shian ${field}`, ours[field], limit[field]);
  for (const field of ["lower", "rank"] as const)
    checkEqual(`json-logic-engine ${field}`, peer[field], limit[field]);
  for (const { index } of data.compiled.items) {
    const column = limit.items.subarray(index * units, (index + 1) * units);
    checkEqual(
      `json-logic-engine item ${index}`,
      peer.items.map((points) => points[index] ?? Number.NaN),
      column,
    );
  }
  const verdicts = new Set(limit.verdict).size;
  if (verdicts < 3) throw new Error(`only ${verdicts} verdicts occur among ${units} units`);
  return [
    { name: `limit ${units}`, run: () => scoreLimit(data.columns) },
    { name: `shian ${units}`, run: () => scoreUnits(data) },
    { name: `json-logic-engine ${units}`, run: runJsonLogic },
  ];
}

/** Measures both sizes in the same rounds and prints one line of figures last; true when every bar holds. */
export function benchScore(): boolean {
  const contenders = [...createContenders(1_000), ...createContenders(10_000)];
  const rounds = measureRounds(contenders, { rounds: 11 });
  const ours = contenders.filter(({ name }) => name.startsWith("shian"));
  const work = measureRounds(ours, { rounds: 11, leastMs: 100, clock: "work" });
  for (const [name, times] of rounds)
    console.log(`score 120 items, ${name} units: ${medianOf(times).toFixed(3)} ms`);
  const overLimit = ratioOf(rounds, "shian 1000", "limit 1000");
  const underPeer = ratioOf(rounds, "json-logic-engine 1000", "shian 1000");
  const growth = ratioOf(work, "shian 10000", "shian 1000");
  const held = overLimit <= bars.limit && underPeer >= bars.jsonLogic && growth <= bars.growth;
  const large = [
    ratioOf(rounds, "shian 10000", "limit 10000"),
    ratioOf(rounds, "json-logic-engine 10000", "shian 10000"),
  ];
  console.log(
    `score: ${overLimit.toFixed(2)} × limit (bar ≤ ${bars.limit}), json-logic-engine ${underPeer.toFixed(0)} × shian (bar ≥ ${bars.jsonLogic}), ` +
      `work ${growth.toFixed(1)} × for 10 × the rows (bar ≤ ${bars.growth}); at 10,000 units ${large[0]?.toFixed(2)} × limit, ` +
      `json-logic-engine ${large[1]?.toFixed(0)} × shian; 11 rounds; ${held ? "held" : "MISSED"}`,
  );
  return held;
}
