// Medians of interleaved rounds: every contender runs once in each round, so that a busy moment of the machine falls on
// all of them; a run repeats the work until it lasts long enough to be timed.

/** What is timed, under its name. */
export type Contender = { readonly name: string; readonly run: () => unknown };

/** The middle of the numbers; of an even count the upper of the two. */
export const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/**
 * `wall` is what a person waits for; `work` is the processor time of this process, which does not count the time that
 * others had the processor: the measure of how work grows with rows.
 */
export type Clock = "wall" | "work";

const clocks: { readonly [C in Clock]: () => number } = {
  wall: () => performance.now(),
  work: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};

function timeRun({ run }: Contender, repeats: number, clock: Clock): number {
  const read = clocks[clock];
  const started = read();
  for (let i = 0; i < repeats; i += 1) run();
  return (read() - started) / repeats;
}

/** How often the work must repeat to last `leastMs`; finding it warms the contender up. */
function findRepeats(contender: Contender, leastMs: number): number {
  let repeats = 1;
  for (;;) {
    const ms = timeRun(contender, repeats, "wall") * repeats;
    if (ms >= leastMs) return repeats;
    repeats = Math.ceil(repeats * Math.min(10, Math.max(2, (1.2 * leastMs) / Math.max(ms, 0.001))));
  }
}

/** Milliseconds of one piece of work, round by round, for each contender. */
export type Rounds = ReadonlyMap<string, readonly number[]>;

/** Times every contender once in each of `rounds` rounds, which begin with a different one each. */
export function measureRounds(
  contenders: readonly Contender[],
  {
    rounds = 9,
    leastMs = 40,
    clock = "wall",
  }: { readonly rounds?: number; readonly leastMs?: number; readonly clock?: Clock } = {},
): Rounds {
  const repeats = contenders.map((contender) => findRepeats(contender, leastMs));
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (turn + round) % contenders.length;
      const contender = contenders[at];
      if (contender !== undefined) times[at]?.push(timeRun(contender, repeats[at] ?? 1, clock));
    }
  }
  return new Map(contenders.map(({ name }, at) => [name, times[at] ?? []]));
}

/** How many times as long as `base` the contender took: the median over the rounds of both in the same round. */
export function ratioOf(rounds: Rounds, name: string, base: string): number {
  const bases = rounds.get(base) ?? [];
  return medianOf((rounds.get(name) ?? []).map((ms, round) => ms / (bases[round] ?? Number.NaN)));
}
