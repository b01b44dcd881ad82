// Random rubrics with every kind and method, and random measurements of them (unmeasured and not applicable among
// them), as their files would hold them. Values are drawn near the bounds on purpose.
import * as fc from "fast-check";

/** A rubric or measurements in the form of a file: plain data, points as decimals. */
export type FileRubric = {
  readonly passRule: {
    readonly minTotal: number;
    readonly minKeyItemRate: number;
    readonly bonusCounts: boolean;
    readonly bonusCap: number | null;
    readonly notApplicable: "rescale" | "full" | "zero";
  };
  readonly sections: readonly FileSection[];
} & { readonly [field: string]: unknown };
type FileSection = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly FileItem[];
};
export type FileItem = {
  readonly id: string;
  readonly title: string;
  readonly kind: "key" | "basic" | "bonus" | "veto";
  readonly points?: number;
  readonly method: FileMethod;
};
type Option = { readonly id: string; readonly title: string; readonly points: number };
type FileMethod =
  | { readonly type: "all-or-nothing" | "assessed" | "veto-event" }
  | {
      readonly type: "deduction";
      readonly deductions: readonly {
        readonly id: string;
        readonly title: string;
        readonly pointsEach: number;
        readonly cap?: number;
      }[];
    }
  | { readonly type: "parts"; readonly parts: readonly Option[] }
  | { readonly type: "levels"; readonly levels: readonly Option[] }
  | {
      readonly type: "bands";
      readonly direction: "higher" | "lower";
      readonly bands: readonly { readonly bound: number; readonly points: number }[];
    }
  | { readonly type: "linear"; readonly zeroAt: number; readonly fullAt: number }
  | { readonly type: "ratio"; readonly target: number }
  | { readonly type: "veto-threshold"; readonly direction: "higher" | "lower"; readonly bound: number };
export type FileMeasurement = { readonly [field: string]: unknown };
export type FileMeasurements = { readonly [item: string]: FileMeasurement };

const shift = (whole: number, decimals: number): number => Number(`${whole}e-${decimals}`);
const decimals = (min: number, max: number, most: number): fc.Arbitrary<number> =>
  fc
    .integer({ min: 0, max: most })
    .chain((places) =>
      fc
        .integer({ min: Math.ceil(min * 10 ** places), max: Math.floor(max * 10 ** places) })
        .map((whole) => shift(whole, places)),
    );

const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((whole) => shift(whole, 2));
const points = fc.oneof(
  { weight: 8, arbitrary: hundredths(0.01, 20) },
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 3, 5, 10) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, 999_999_999.99, 0.01, 123_456.78) },
);
const value = fc.oneof(
  { weight: 6, arbitrary: decimals(-5, 105, 6) },
  { weight: 6, arbitrary: fc.constantFrom(0, 0.1, 0.3, 1, 10, 60, 80, 100, -0.000001, 1e-6) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, 999_999_999.999999, -999_999_999.999999) },
);
const direction = fc.constantFrom("higher" as const, "lower" as const);
/** Ids that a careless lookup would find on every object are among them. */
const details = ["a", "b", "__proto__", "constructor", "toString", "d-6", "七"];

const someDetails = (min: number) => fc.integer({ min, max: details.length }).map((n) => details.slice(0, n));

const deductions = (worth: number): fc.Arbitrary<FileMethod> =>
  someDetails(0).chain((ids) =>
    fc
      .tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            title: fc.constant(`deduction ${id}`),
            pointsEach: fc.oneof(hundredths(0, 3), decimals(0, 2, 6), fc.constant(worth)),
            cap: fc.option(fc.oneof(hundredths(0, 6), decimals(0, 6, 6)), { nil: undefined }),
          }),
        ),
      )
      .map((rows) => ({
        type: "deduction" as const,
        deductions: rows.map(({ cap, ...row }) => (cap === undefined ? row : { ...row, cap })),
      })),
  );

const parts = (worth: number): fc.Arbitrary<FileMethod> => {
  const whole = Math.round(worth * 100);
  return fc.array(fc.integer({ min: 0, max: whole }), { maxLength: details.length - 1 }).map((cuts) => {
    const marks = [0, ...cuts.sort((a, b) => a - b), whole];
    return {
      type: "parts" as const,
      parts: marks.slice(1).map((mark, k) => ({
        id: details[k] ?? `part-${k}`,
        title: `part ${k}`,
        points: shift(mark - (marks[k] ?? 0), 2),
      })),
    };
  });
};

const levels = (worth: number): fc.Arbitrary<FileMethod> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: Math.round(worth * 100) }), { maxLength: details.length - 1 }),
      fc.nat(),
    )
    .map(([others, at]) => {
      const place = at % (others.length + 1);
      const all = [...others.slice(0, place), Math.round(worth * 100), ...others.slice(place)];
      return {
        type: "levels" as const,
        levels: all.map((whole, k) => ({
          id: details[k] ?? `level-${k}`,
          title: `level ${k}`,
          points: shift(whole, 2),
        })),
      };
    });

const scored = (worth: number): fc.Arbitrary<FileMethod> =>
  fc.oneof(
    fc.constant({ type: "all-or-nothing" as const }),
    fc.constant({ type: "assessed" as const }),
    { weight: 3, arbitrary: deductions(worth) },
    { weight: 2, arbitrary: parts(worth) },
    levels(worth),
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant("bands" as const),
        direction,
        bands: fc.array(
          fc.record({
            bound: value,
            points: fc.oneof(hundredths(0, Math.min(worth, 20)), fc.constant(worth), hundredths(0, 25)),
          }),
          { maxLength: 6 },
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(value, value)
        .filter(([zeroAt, fullAt]) => zeroAt !== fullAt)
        .map(([zeroAt, fullAt]) => ({ type: "linear" as const, zeroAt, fullAt })),
    },
    {
      weight: 2,
      arbitrary: fc
        .oneof(fc.constantFrom(1, 0.95, 0.85, 0.3, 0.333333, 1e-6), decimals(0.000001, 1, 6))
        .filter((target) => target > 0)
        .map((target) => ({ type: "ratio" as const, target })),
    },
  );

const veto: fc.Arbitrary<FileMethod> = fc.oneof(
  fc.constant({ type: "veto-event" as const }),
  fc.record({ type: fc.constant("veto-threshold" as const), direction, bound: value }),
);

const item = (id: string): fc.Arbitrary<FileItem> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constant("key" as const) },
      { weight: 5, arbitrary: fc.constant("basic" as const) },
      { weight: 2, arbitrary: fc.constant("bonus" as const) },
      { weight: 1, arbitrary: fc.constant("veto" as const) },
    )
    .chain((kind): fc.Arbitrary<FileItem> => {
      const named = { id, title: `item ${id}`, kind };
      if (kind === "veto") return veto.map((method) => ({ ...named, method }));
      return points.chain((worth) => scored(worth).map((method) => ({ ...named, points: worth, method })));
    });

const itemIds = ["__proto__", "hasOwnProperty", "1.1.1", "1-1", "甲"];
const section = (s: number): fc.Arbitrary<FileSection> =>
  fc
    .integer({ min: 0, max: 6 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, i) =>
          item(s === 0 && i > 0 ? `${itemIds[i - 1]}` : `${s}.${i}`),
        ),
      ),
    )
    .map((items) => ({ id: `s${s}`, title: `section ${s}`, items }));

const baseWorth = (sections: readonly FileSection[]): number =>
  sections
    .flatMap(({ items }) => items)
    .reduce((sum, each) => sum + (each.kind === "bonus" ? 0 : Math.round((each.points ?? 0) * 100)), 0);

/** A random rubric as its file would hold it; the line lies anywhere from nothing to a little more than everything. */
export const fileRubric: fc.Arbitrary<FileRubric> = fc
  .integer({ min: 0, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, s) => section(s))))
  .chain((sections) =>
    fc
      .record({
        minTotal: fc
          .integer({ min: 0, max: 110 })
          .map((share) => shift(Math.min(Math.floor((baseWorth(sections) * share) / 100), 1e11), 2)),
        minKeyItemRate: fc.oneof(fc.constantFrom(0, 0.6, 1, 0.333333), decimals(0, 1, 6)),
        bonusCounts: fc.boolean(),
        bonusCap: fc.oneof(fc.constantFrom(null, 0, 5), hundredths(0, 20)),
        notApplicable: fc.constantFrom("rescale" as const, "full" as const, "zero" as const),
      })
      .map((passRule) => ({
        id: "random",
        edition: "1",
        title: "Random rubric",
        issuer: "Test",
        official: false,
        effectiveFrom: "2026-01-01",
        passRule,
        sections,
      })),
  );

const near = (bounds: readonly number[]): fc.Arbitrary<number> =>
  bounds.length === 0
    ? value
    : fc.oneof(
        { weight: 2, arbitrary: value },
        {
          weight: 3,
          arbitrary: fc.tuple(fc.constantFrom(...bounds), fc.constantFrom(0, -1, 1)).map(([bound, step]) => {
            const moved = shift(Math.round(bound * 1e6) + step, 6);
            return Math.abs(moved) > 1e9 ? bound : moved;
          }),
        },
      );

/** A value whose share of the points ends exactly on half a hundredth, where there is one; else the way's middle. */
const halfWay = (zeroAt: number, fullAt: number, worth: number): fc.Arbitrary<number> => {
  const whole = Math.round(worth * 100);
  return fc.integer({ min: 0, max: Math.min(whole, 100_000) }).map((k) => {
    const steps = BigInt(Math.round(fullAt * 1e6) - Math.round(zeroAt * 1e6)) * BigInt(2 * k + 1);
    const exact = steps % BigInt(2 * whole) === 0n;
    const moved = Math.round(zeroAt * 1e6) + Number(steps / BigInt(exact ? 2 * whole : 2 * (2 * k + 1)));
    return shift(Math.max(-1e15, Math.min(1e15, moved)), 6);
  });
};

/** A numerator and denominator whose points end exactly on half a hundredth. */
const halfShare = (target: number, worth: number): fc.Arbitrary<[number, number]> => {
  const whole = Math.round(worth * 100);
  const share = Math.round(target * 1e6);
  return fc.integer({ min: 0, max: Math.min(whole, 400) }).map((k): [number, number] => {
    const [n, d] = [(2 * k + 1) * share, 2 * whole * 1e6];
    return n <= 1e9 && d <= 1e9 ? [n, d] : d <= 1e15 ? [shift(n, 6), shift(d, 6)] : [1, 2];
  });
};

const amount = fc.oneof(fc.nat(40), fc.nat(1_000_000), decimals(0, 50, 6), fc.constantFrom(0, 0, 1, 1e9));

/** A measurement of the shape that the item's method takes. */
export function measurementOf({ method, points: worth = 0 }: FileItem): fc.Arbitrary<FileMeasurement> {
  switch (method.type) {
    case "all-or-nothing":
      return fc.record({ met: fc.boolean() });
    case "veto-event":
      return fc.record({ occurred: fc.boolean() });
    case "assessed":
      return fc.record({
        points: fc
          .oneof(fc.constantFrom(0, worth), decimals(0, Math.min(worth, 1000), 6))
          .filter((p) => p <= worth),
        reason: fc.constant("as seen"),
      });
    case "deduction":
      return countsOf(method.deductions.map(({ id }) => id)).map((counts) => ({ counts }));
    case "parts":
      return fc
        .tuple(
          ...method.parts.map(({ id }) => fc.tuple(fc.constant(id), fc.option(fc.boolean(), { freq: 3 }))),
        )
        .map((met) => ({ met: Object.fromEntries(met.filter(([, each]) => each !== null)) }));
    case "levels":
      return fc.constantFrom(...method.levels.map(({ id }) => id)).map((level) => ({ level }));
    case "bands":
      return near(method.bands.map(({ bound }) => bound)).map((v) => ({ value: v }));
    case "linear":
      return fc
        .oneof(near([method.zeroAt, method.fullAt]), halfWay(method.zeroAt, method.fullAt, worth))
        .map((v) => ({ value: v }));
    case "veto-threshold":
      return near([method.bound]).map((v) => ({ value: v }));
    case "ratio":
      return fc
        .oneof(fc.tuple(amount, amount), halfShare(method.target, worth))
        .filter(([n, d]) => d > 0 || n === 0)
        .map(([numerator, denominator]) => ({ numerator, denominator }));
  }
}

const countsOf = (ids: readonly string[]): fc.Arbitrary<object> =>
  fc
    .tuple(
      ...ids.map((id) =>
        fc.tuple(fc.constant(id), fc.oneof(fc.nat(6), fc.constantFrom(undefined, 0, 1, 1_000_000_000))),
      ),
    )
    .map((counts) => Object.fromEntries(counts.filter(([, count]) => count !== undefined)));

const notApplicable = fc.constant({ notApplicable: "no such business here" });

/** What may stand for the item: a measurement, a not-applicable one, or none. */
const maybeMeasurementOf = (each: FileItem): fc.Arbitrary<FileMeasurement | undefined> =>
  fc.oneof(
    { weight: 7, arbitrary: measurementOf(each) },
    { weight: 1, arbitrary: notApplicable },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );

/** The items of a rubric in its order. */
export const listItems = (rubric: FileRubric): readonly FileItem[] =>
  rubric.sections.flatMap(({ items }) => items);

/** Measurements of a rubric, in any order, some items without one. */
const fileMeasurements = (rubric: FileRubric): fc.Arbitrary<FileMeasurements> => {
  const items = listItems(rubric);
  return fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(...items.map(maybeMeasurementOf)) },
        { weight: 2, arbitrary: fc.tuple(...items.map(measurementOf)) },
      ),
      fc.nat(),
    )
    .map(([found, turn]) => {
      const rows = items.flatMap(({ id }, i) => (found[i] === undefined ? [] : [[id, found[i]] as const]));
      const at = rows.length === 0 ? 0 : turn % rows.length;
      return Object.fromEntries([...rows.slice(at), ...rows.slice(0, at)]);
    });
};

/** One changed measurement; undefined takes it back. */
type Change = { readonly item: string; readonly measurement: FileMeasurement | undefined };

/** A rubric, what was measured of it in several units, and changes to the first. */
export type ScoringCase = {
  readonly rubric: FileRubric;
  readonly units: readonly FileMeasurements[];
  readonly changes: readonly Change[];
};

/** Random cases for the laws of scoring. */
export const scoringCase: fc.Arbitrary<ScoringCase> = fileRubric.chain((rubric) => {
  const items = listItems(rubric);
  const change = (): fc.Arbitrary<Change> =>
    fc
      .constantFrom(...items)
      .chain((each) => maybeMeasurementOf(each).map((measurement) => ({ item: each.id, measurement })));
  return fc.record({
    rubric: fc.constant(rubric),
    units: fc.array(fileMeasurements(rubric), { minLength: 1, maxLength: 3 }),
    changes: items.length === 0 ? fc.constant([]) : fc.array(change(), { minLength: 1, maxLength: 4 }),
  });
});
