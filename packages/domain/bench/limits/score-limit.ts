// The limit that scoring is measured against: one plain loop with the rubric of `score-rubric.ts` hard-wired, as fast as
// it could be made here. It reads the same columns and gives the same answers, whatever else it leaves out.
import type { MeasurementColumns } from "../../src/rubric/index.js";

const GROUPS = 12;
const SLOTS = 16;
const SECTIONS = 6;
const WHOLE = 10 * 5_100;
const LINE = 45_000;
const CAP = 5_000;
const LEVELS = [400, 300, 150, 0];
const MOST = WHOLE + CAP;

/** What the limit gives: by item (a veto is 1 where triggered), by section, and in all; points in hundredths. */
export type LimitScores = {
  readonly items: Int32Array;
  readonly sections: Int32Array;
  readonly base: Int32Array;
  readonly bonus: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly verdict: Uint8Array;
  readonly rank: Uint32Array;
};

/** Every item, section, veto, total, bound, verdict and rank of the bench's rubric. */
export function scoreLimit({ units: n, values: v, status: s }: MeasurementColumns): LimitScores {
  const items = new Int32Array(120 * n);
  const sections = new Int32Array(SECTIONS * n);
  const opens = [new Int32Array(n), new Int32Array(n)] as const;
  const outside = new Int32Array(n);
  const flags = new Uint8Array(n);
  for (let g = 0; g < GROUPS; g += 1) {
    const open = g < 10 ? opens[0] : opens[1];
    const leftOut = g < 10 ? outside : new Int32Array(n);
    const key = g < 4;
    const section = (g >> 1) * n;
    const [i0, i1, i2, i3, i4] = [
      g * 10 * n,
      (g * 10 + 1) * n,
      (g * 10 + 2) * n,
      (g * 10 + 3) * n,
      (g * 10 + 4) * n,
    ];
    const [i5, i6, i7, i8, i9] = [i4 + n, i4 + 2 * n, i4 + 3 * n, i4 + 4 * n, i4 + 5 * n];
    const at = g * SLOTS * n;
    for (let u = 0, a = at; u < n; u += 1, a += 1) {
      let sum = 0;
      let left = 0;
      let none = 0;
      let flag = 0;
      let state = s[i0 + u] as number;
      if (state === 1) {
        const points = (v[a] as number) * 500;
        items[i0 + u] = points;
        sum += points;
        if (key && points < 150) flag = 1;
      } else if (state === 0) left += 500;
      else none += 500;
      state = s[i1 + u] as number;
      if (state === 1) {
        const [x, z] = [(v[a + n] as number) * 50, (v[a + 3 * n] as number) * 10];
        const lost = Math.min(x, 200) + (v[a + 2 * n] as number) * 125 + Math.min(z, 100);
        const points = lost < 600 ? 600 - lost : 0;
        items[i1 + u] = points;
        sum += points;
        if (key && points < 180) flag = 1;
      } else if (state === 0) left += 600;
      else none += 600;
      state = s[i2 + u] as number;
      if (state === 1) {
        const points =
          (v[a + 4 * n] as number) * 100 +
          (v[a + 5 * n] as number) * 250 +
          (v[a + 6 * n] as number) * 200 +
          (v[a + 7 * n] as number) * 250;
        items[i2 + u] = points;
        sum += points;
        if (key && points < 240) flag = 1;
      } else if (state === 0) left += 800;
      else none += 800;
      state = s[i3 + u] as number;
      if (state === 1) {
        const points = LEVELS[v[a + 8 * n] as number] as number;
        items[i3 + u] = points;
        sum += points;
        if (key && points < 120) flag = 1;
      } else if (state === 0) left += 400;
      else none += 400;
      state = s[i4 + u] as number;
      if (state === 1) {
        const value = v[a + 9 * n] as number;
        const points =
          value >= 85e6 ? (value >= 95e6 ? 600 : 400) : value >= 70e6 ? 250 : value >= 60e6 ? 100 : 0;
        items[i4 + u] = points;
        sum += points;
        if (key && points < 180) flag = 1;
      } else if (state === 0) left += 600;
      else none += 600;
      state = s[i5 + u] as number;
      if (state === 1) {
        const way = (v[a + 10 * n] as number) - 60e6;
        const points = way <= 0 ? 0 : way >= 30e6 ? 500 : Math.floor((way + 30_000) / 60_000);
        items[i5 + u] = points;
        sum += points;
        if (key && points < 150) flag = 1;
      } else if (state === 0) left += 500;
      else none += 500;
      state = s[i6 + u] as number;
      if (state === 1) {
        const due = 19 * (v[a + 12 * n] as number);
        const share = Math.floor((40_000 * (v[a + 11 * n] as number) + due) / (2 * due));
        const points = Math.min(share, 1_000);
        items[i6 + u] = points;
        sum += points;
        if (key && points < 300) flag = 1;
      } else if (state === 0) left += 1_000;
      else none += 1_000;
      state = s[i7 + u] as number;
      if (state === 1) {
        const points = Math.floor(((v[a + 13 * n] as number) + 5_000) / 10_000);
        items[i7 + u] = points;
        sum += points;
        if (key && points < 210) flag = 1;
      } else if (state === 0) left += 700;
      else none += 700;
      if (key && left > 0) flag |= 2;
      const [event, threshold] = [s[i8 + u] as number, s[i9 + u] as number];
      if (event === 1) {
        if (v[a + 14 * n] === 1) {
          items[i8 + u] = 1;
          flag |= 1;
        }
      } else if (event === 0) flag |= 2;
      if (threshold === 1) {
        if ((v[a + 15 * n] as number) > 500_000) {
          items[i9 + u] = 1;
          flag |= 1;
        }
      } else if (threshold === 0) flag |= 2;
      sections[section + u] = (sections[section + u] as number) + sum;
      open[u] = (open[u] as number) + left;
      leftOut[u] = (leftOut[u] as number) + none;
      flags[u] = (flags[u] as number) | flag;
    }
  }
  return { items, sections, ...total(n, sections, opens, outside, flags) };
}

function total(
  n: number,
  sections: Int32Array,
  [open, openExtra]: readonly [Int32Array, Int32Array],
  outside: Int32Array,
  flags: Uint8Array,
): Omit<LimitScores, "items" | "sections"> {
  const base = new Int32Array(n);
  const bonus = new Int32Array(n);
  const lower = new Int32Array(n);
  const upper = new Int32Array(n);
  const verdict = new Uint8Array(n);
  const counts = new Uint32Array(MOST + 1);
  for (let u = 0; u < n; u += 1) {
    let points = 0;
    for (let at = u; at < 5 * n; at += n) points += sections[at] as number;
    const extra = sections[5 * n + u] as number;
    const best = points + (open[u] as number);
    const left = WHOLE - (outside[u] as number);
    base[u] = left === 0 ? 0 : Math.floor((2 * points * WHOLE + left) / (2 * left));
    bonus[u] = Math.min(CAP, extra);
    const low = (base[u] as number) + (bonus[u] as number);
    const high =
      (left === 0 ? 0 : Math.floor((2 * best * WHOLE + left) / (2 * left))) +
      Math.min(CAP, extra + (openExtra[u] as number));
    lower[u] = low;
    upper[u] = high;
    const flag = flags[u] as number;
    verdict[u] = (flag & 1) !== 0 || high < LINE ? 1 : flag === 0 && low >= LINE ? 0 : 2;
    counts[low] = (counts[low] as number) + 1;
  }
  let above = 0;
  for (let at = MOST; at >= 0; at -= 1) {
    const here = counts[at] as number;
    counts[at] = above;
    above += here;
  }
  const rank = new Uint32Array(n);
  for (let u = 0; u < n; u += 1) rank[u] = (counts[lower[u] as number] as number) + 1;
  return { base, bonus, lower, upper, verdict, rank };
}
