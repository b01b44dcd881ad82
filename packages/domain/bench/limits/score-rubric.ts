// The rubric and the measurements of the scoring bench: 12 groups of 10 items, one for each method, in 6 sections. The
// limit (`score-limit.ts`) has the very same rule hard-wired.
import {
  type CompiledRubric,
  compileRubric,
  type MeasurementColumns,
  parseMeasurements,
  parseRubric,
  toMeasurementColumns,
} from "../../src/rubric/index.js";

const GROUPS = 12;
const kindOf = (group: number): string => (group < 4 ? "key" : group < 10 ? "basic" : "bonus");

const methods = [
  { points: 5, method: { type: "all-or-nothing" } },
  {
    points: 6,
    method: {
      type: "deduction",
      deductions: [
        { id: "a", title: "A", pointsEach: 0.5, cap: 2 },
        { id: "b", title: "B", pointsEach: 1.25 },
        { id: "c", title: "C", pointsEach: 0.1, cap: 1 },
      ],
    },
  },
  {
    points: 8,
    method: {
      type: "parts",
      parts: [1, 2.5, 2, 2.5].map((points, k) => ({ id: `p${k}`, title: `P${k}`, points })),
    },
  },
  {
    points: 4,
    method: {
      type: "levels",
      levels: [4, 3, 1.5, 0].map((points, k) => ({ id: `l${k}`, title: `L${k}`, points })),
    },
  },
  {
    points: 6,
    method: {
      type: "bands",
      direction: "higher",
      bands: [
        { bound: 95, points: 6 },
        { bound: 85, points: 4 },
        { bound: 70, points: 2.5 },
        { bound: 60, points: 1 },
      ],
    },
  },
  { points: 5, method: { type: "linear", zeroAt: 60, fullAt: 90 } },
  { points: 10, method: { type: "ratio", target: 0.95 } },
  { points: 7, method: { type: "assessed" } },
  { points: 0, method: { type: "veto-event" } },
  { points: 0, method: { type: "veto-threshold", direction: "lower", bound: 0.5 } },
] as const;

const rubric = {
  id: "bench",
  edition: "bench",
  title: "Bench",
  issuer: "Bench",
  official: false,
  effectiveFrom: "2026-01-01",
  passRule: { minTotal: 450, minKeyItemRate: 0.3, bonusCounts: true, bonusCap: 50, notApplicable: "rescale" },
  sections: Array.from({ length: GROUPS / 2 }, (_, section) => ({
    id: `s${section}`,
    title: `Section ${section}`,
    items: [2 * section, 2 * section + 1].flatMap((group) =>
      methods.map(({ points, method }, m) => ({
        id: `${group}.${m}`,
        title: `Item ${group}.${m}`,
        kind: points === 0 ? "veto" : kindOf(group),
        points,
        method,
      })),
    ),
  })),
};

function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Mostly good units: 4 in 100 measurements are missing, 3 in 100 items do not apply, vetoes are rarely triggered. */
function measure(random: (below: number) => number): { readonly [item: string]: object } {
  const measurements: { [item: string]: object } = {};
  for (let group = 0; group < GROUPS; group += 1) {
    const put = (m: number, measurement: object): void => {
      const chance = random(100);
      if (chance >= 4) measurements[`${group}.${m}`] = chance < 7 ? { notApplicable: "none" } : measurement;
    };
    const poor = random(60) === 0;
    const met = () => (poor ? false : random(10) < 9);
    put(0, { met: !poor && (group < 4 || random(10) < 8) });
    put(1, { counts: { a: random(6), b: random(poor ? 5 : 2), c: random(15) } });
    put(2, { met: { p0: met(), p1: true, p2: met(), p3: met() } });
    put(3, { level: `l${poor ? 3 : random(3)}` });
    put(4, { value: ((poor ? 5_000 : 7_000) + random(3_001)) / 100 });
    put(5, { value: ((poor ? 55_000 : 70_000) + random(25_001)) / 1_000 });
    const due = random(300);
    put(6, { numerator: poor ? random(due + 1) : due - random(Math.ceil(due / 2)), denominator: due });
    put(7, { points: (3_000 + random(4_001)) / 1_000, reason: "seen" });
    put(8, { occurred: random(2_000) === 0 });
    put(9, { value: (random(100) + (random(2_000) === 0 ? 450 : 400)) / 1_000 });
  }
  return measurements;
}

/** The rubric of the bench and the measurements of `units` units. */
export type ScoreBenchData = { readonly compiled: CompiledRubric; readonly columns: MeasurementColumns };

/** The data of the scoring bench; the same for equal counts. */
export function createScoreBenchData(units: number): ScoreBenchData {
  const parsed = parseRubric(rubric);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileRubric(parsed.value);
  const random = createRandom(20_261_124);
  const readings = Array.from({ length: units }, () => {
    const read = parseMeasurements({ compiled, measurements: measure(random) });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
  return { compiled, columns: toMeasurementColumns({ compiled, units: readings }) };
}
