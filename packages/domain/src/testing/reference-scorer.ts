// The rules of scoring once more, plain and slow, on fractions of BigInt read from the digits of each number. It shares
// no code with the product, so that both being wrong in the same way is unlikely.
import type { FileItem, FileMeasurement, FileMeasurements, FileRubric } from "./rubric-arbitraries.js";

type Fraction = { readonly n: bigint; readonly d: bigint };

/** The fraction that a number's shortest decimal writes. */
function read(value: unknown): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new Error(`not a decimal: ${value}`);
  const [, sign, whole = "0", part = "", exponent = "0"] = match;
  const places = part.length - Number(exponent);
  const digits = BigInt(whole + part) * (sign === "-" ? -1n : 1n);
  return places >= 0
    ? { n: digits, d: 10n ** BigInt(places) }
    : { n: digits * 10n ** BigInt(-places), d: 1n };
}
const zero: Fraction = { n: 0n, d: 1n };
const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
const multiply = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const divide = (a: Fraction, b: Fraction): Fraction =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Hundredths of a fraction, half away from zero. */
function round(a: Fraction): bigint {
  const size = a.n < 0n ? -a.n : a.n;
  const doubled = (size * 200n) / a.d;
  const rounded = (doubled + 1n) / 2n;
  return a.n < 0n ? -rounded : rounded;
}

const within = (a: Fraction, limit: Fraction): Fraction => most(zero, least(a, limit));

const own = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

/** Points before rounding; undefined where a ratio had nothing due. */
function score(item: FileItem, m: FileMeasurement): Fraction | undefined {
  const worth = read(item.points ?? 0);
  const { method } = item;
  switch (method.type) {
    case "all-or-nothing":
      return m.met === true ? worth : zero;
    case "deduction": {
      let left = worth;
      for (const { id, pointsEach, cap } of method.deductions) {
        const taken = multiply(read(pointsEach), read(own(m.counts, id) ?? 0));
        left = add(left, negate(cap === undefined ? taken : least(read(cap), taken)));
      }
      return left;
    }
    case "parts":
      return method.parts
        .filter(({ id }) => own(m.met, id) === true)
        .reduce((sum, part) => add(sum, read(part.points)), zero);
    case "levels":
      return read(method.levels.find(({ id }) => id === m.level)?.points);
    case "bands":
      return method.bands
        .filter(({ bound }) => {
          const order = compare(read(m.value), read(bound));
          return method.direction === "higher" ? order >= 0 : order <= 0;
        })
        .reduce((best, band) => most(best, read(band.points)), zero);
    case "linear": {
      const from = negate(read(method.zeroAt));
      const share = divide(add(read(m.value), from), add(read(method.fullAt), from));
      return multiply(worth, within(share, read(1)));
    }
    case "ratio": {
      if (read(m.denominator).n === 0n) return undefined;
      const share = divide(divide(read(m.numerator), read(m.denominator)), read(method.target));
      return multiply(worth, within(share, read(1)));
    }
    case "assessed":
      return read(m.points);
    default:
      throw new Error(`${method.type} gives no points`);
  }
}

/** The sheet that the rules give, without the reasons of items. */
export type ReferenceSheet = {
  readonly total: number;
  readonly base: number;
  readonly bonus: number;
  readonly lower: number;
  readonly upper: number;
  readonly verdict: string;
  readonly items: readonly { id: string; status: string; obtained: number; lost: number }[];
  readonly vetoes: readonly { id: string; status: string }[];
  /** `code id` of everything that stands against a pass, sorted; the distance from the line without an id. */
  readonly against: readonly string[];
};

function judgeVeto({ method }: FileItem, m: FileMeasurement | undefined): string {
  if (m === undefined) return "unmeasured";
  if (Object.hasOwn(m, "notApplicable")) return "not-applicable";
  if (method.type === "veto-event") return m.occurred === true ? "triggered" : "clear";
  if (method.type !== "veto-threshold") throw new Error(method.type);
  const order = compare(read(m.value), read(method.bound));
  return (method.direction === "higher" ? order < 0 : order > 0) ? "triggered" : "clear";
}

type Line = { item: FileItem; status: string; obtained: bigint; lost: bigint; worth: bigint };

function judgeItem(item: FileItem, m: FileMeasurement | undefined, policy: string): Line {
  const worth = round(read(item.points ?? 0));
  if (m === undefined) return { item, status: "unmeasured", obtained: 0n, lost: 0n, worth };
  const points = Object.hasOwn(m, "notApplicable") ? undefined : score(item, m);
  if (points !== undefined) {
    const obtained = round(within(points, read(item.points ?? 0)));
    return { item, status: "measured", obtained, lost: worth - obtained, worth };
  }
  const counts = item.kind !== "bonus" && policy !== "rescale";
  return {
    item,
    status: "not-applicable",
    obtained: counts && policy === "full" ? worth : 0n,
    lost: counts && policy === "zero" ? worth : 0n,
    worth,
  };
}

const sumOf = (lines: readonly Line[], pick: (line: Line) => bigint): bigint =>
  lines.reduce((sum, line) => sum + pick(line), 0n);

/** The score by the letter of the rules. */
export function scoreByReference(rubric: FileRubric, measurements: FileMeasurements): ReferenceSheet {
  const rule = rubric.passRule;
  const all = rubric.sections.flatMap(({ items }) => items);
  const find = (id: string) => own(measurements, id) as FileMeasurement | undefined;
  const vetoes = all
    .filter(({ kind }) => kind === "veto")
    .map((item) => ({ id: item.id, status: judgeVeto(item, find(item.id)) }));
  const lines = all
    .filter(({ kind }) => kind !== "veto")
    .map((item) => judgeItem(item, find(item.id), rule.notApplicable));
  const main = lines.filter(({ item }) => item.kind !== "bonus");
  const extra = lines.filter(({ item }) => item.kind === "bonus");

  const whole = sumOf(main, ({ worth }) => worth);
  const applicable = sumOf(main, ({ worth, status }) => (status === "not-applicable" ? 0n : worth));
  const rescale = (sum: bigint): bigint => {
    if (rule.notApplicable !== "rescale") return sum;
    return applicable === 0n ? 0n : round({ n: sum * whole, d: applicable * 100n });
  };
  const cap = (sum: bigint): bigint => {
    const limit = rule.bonusCap === null ? sum : round(read(rule.bonusCap));
    return sum < limit ? sum : limit;
  };
  const hoped = (line: Line): bigint => (line.status === "unmeasured" ? line.worth : line.obtained);
  const base = rescale(sumOf(main, ({ obtained }) => obtained));
  const bonus = cap(sumOf(extra, ({ obtained }) => obtained));
  const lower = base + (rule.bonusCounts ? bonus : 0n);
  const upper = rescale(sumOf(main, hoped)) + (rule.bonusCounts ? cap(sumOf(extra, hoped)) : 0n);

  const line = round(read(rule.minTotal));
  const keys = lines.filter(({ item }) => item.kind === "key");
  const short = keys.filter(
    ({ status, obtained, worth }) =>
      status === "measured" && compare({ n: obtained, d: worth }, read(rule.minKeyItemRate)) < 0,
  );
  const triggered = vetoes.filter(({ status }) => status === "triggered");
  const openKeys = keys.filter(({ status }) => status === "unmeasured");
  const openVetoes = vetoes.filter(({ status }) => status === "unmeasured");
  const fails = triggered.length > 0 || short.length > 0 || upper < line;
  const passes = openKeys.length === 0 && openVetoes.length === 0 && lower >= line;
  return {
    total: Number(lower),
    base: Number(base),
    bonus: Number(bonus),
    lower: Number(lower),
    upper: Number(upper),
    verdict: fails ? "fail" : passes ? "pass" : "undetermined",
    items: lines.map(({ item, status, obtained, lost }) => ({
      id: item.id,
      status,
      obtained: Number(obtained),
      lost: Number(lost),
    })),
    vetoes,
    against: [
      ...triggered.map(({ id }) => `rubric/veto-triggered ${id}`),
      ...short.map(({ item }) => `rubric/key-short ${item.id}`),
      ...(upper < line ? ["rubric/upper-below-line"] : lower < line ? ["rubric/line-not-secured"] : []),
      ...openKeys.map(({ item }) => `rubric/key-unmeasured ${item.id}`),
      ...openVetoes.map(({ id }) => `rubric/veto-unmeasured ${id}`),
    ].sort(),
  };
}
