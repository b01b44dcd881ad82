// Says of a bent record what was done to it and where, from the runs that were read.
// Ours: the plainest account of what is seen. Several changes at one place may be told as one.
import { type Problem, problem } from "../kernel/result.js";
import type { RecordTip } from "./chain-entry.js";
import { findBackbone } from "./find-backbone.js";
import type { RecordProblemCode } from "./record.problem.js";
import { type BrokenEntry, lastOf, type Run } from "./record-runs.js";

/** One fault and the numbers of the entries that it concerns. */
export type Fault = {
  readonly from: number;
  readonly to: number;
  readonly problem: Problem<RecordProblemCode>;
};

export const makeFault = (
  code: RecordProblemCode,
  from: number,
  to: number,
  params: Problem["params"],
): Fault => ({ from, to, problem: problem(code, params) });

/** A run that belongs into a gap: `gap` and `after` count the runs in place before the two places. */
type Moved = { readonly run: Run; readonly after: number; readonly gap: number };

/** Puts runs that lie outside into the gaps where their numbers are missing and their hashes fit. */
class Gaps {
  readonly moved: Moved[] = [];
  /** By gap, the runs that lie there without belonging anywhere. */
  readonly strangers = new Map<number, Run[]>();

  constructor(readonly inPlace: readonly Run[]) {}

  /** The runs that belong into a gap so far, in their order. */
  private fillOf(gap: number): readonly Run[] {
    return this.moved
      .filter((one) => one.gap === gap)
      .map(({ run }) => run)
      .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  }

  private findGap(run: Run): number | undefined {
    const { seq } = run;
    if (seq === null) return undefined;
    const gap = this.inPlace.findLastIndex((one) => lastOf(one) < seq);
    const next = this.inPlace[gap + 1];
    if (gap < 0 || (next !== undefined && lastOf(run) >= (next.seq ?? 0))) return undefined;
    const fill = this.fillOf(gap);
    if (fill.some((one) => (one.seq ?? 0) <= lastOf(run) && lastOf(one) >= seq)) return undefined;
    const before = fill.findLast((one) => lastOf(one) < seq) ?? this.inPlace[gap];
    const behind = fill.find((one) => (one.seq ?? 0) > seq) ?? next;
    const isBehindNothing = next === undefined && behind === undefined;
    const touchesBefore = before !== undefined && lastOf(before) + 1 === seq;
    if (touchesBefore && before.lastIntact && before.hash !== run.prev) return undefined;
    if (behind?.seq === lastOf(run) + 1 && behind.prev !== run.hash) return undefined;
    // Behind the end any number is free, so only what goes on from there belongs there.
    return isBehindNothing && !touchesBefore ? undefined : gap;
  }

  place(run: Run, after: number): void {
    const gap = this.findGap(run);
    if (gap !== undefined) this.moved.push({ run, after, gap });
    else this.strangers.set(after, [...(this.strangers.get(after) ?? []), run]);
  }

  /** Numbers that no run has, as ranges; none behind the last run. */
  listMissing(gap: number): { from: number; to: number }[] {
    const [before, next] = [this.inPlace[gap], this.inPlace[gap + 1]];
    if (before === undefined || next === undefined) return [];
    const missing: { from: number; to: number }[] = [];
    let from = lastOf(before) + 1;
    for (const run of [...this.fillOf(gap), next]) {
      const seq = run.seq ?? 0;
      if (seq > from) missing.push({ from, to: seq - 1 });
      from = lastOf(run) + 1;
    }
    return missing;
  }

  get last(): Run | undefined {
    return this.fillOf(this.inPlace.length - 1).at(-1) ?? this.inPlace.at(-1);
  }
}

/**
 * The single run in place that a moved run crossed, and all that crossed it with it. They lie on one side of it in the
 * record and belong on the other.
 */
function findCrossed({ after, gap }: Moved, { moved, inPlace }: Gaps) {
  const over = after === gap + 1 ? inPlace[after] : after === gap - 1 ? inPlace[gap] : undefined;
  if (over?.length !== 1 || over.seq === null) return undefined;
  const crossing = moved.filter((one) => one.after === after && one.gap === gap).map(({ run }) => run);
  return { over: over.seq, isBehind: after > gap, crossing: crossing.sort((a, b) => a.line - b.line) };
}

/** The entries that one entry changed places with and those between them that did not move, when that is all. */
function findSwap(one: Moved, gaps: Gaps): { partner: number; between: readonly Run[] } | undefined {
  const { run, after, gap } = one;
  if (run.length !== 1) return undefined;
  const other = gaps.moved.find(
    (two) => two.run.length === 1 && two.gap === after && two.after === gap && two.gap !== gap,
  );
  if (other !== undefined) return { partner: other.run.seq ?? 0, between: [] };
  const crossed = findCrossed(one, gaps);
  if (crossed === undefined) return undefined;
  const { over, isBehind, crossing } = crossed;
  // A root may hold one of the two in place and not what is between: 10 9 8 is 8 and 10 changed, not 9 and 10 as well.
  if ((isBehind ? crossing.at(-1) : crossing[0]) !== run) return undefined;
  const between = crossing.filter((two) => two !== run);
  const numbers = between.map(({ seq }) => seq ?? 0);
  const isRising = numbers.every((seq, at) => at === 0 || (numbers[at - 1] ?? 0) < seq);
  const isBeyond = numbers.every((seq) => isBehind === seq > (run.seq ?? 0));
  return isRising && isBeyond ? { partner: over, between } : undefined;
}

function nameMoved(gaps: Gaps): Fault[] {
  const swapped: Fault[] = [];
  const told = new Set<Run>();
  for (const one of gaps.moved) {
    const swap = findSwap(one, gaps);
    const seq = one.run.seq ?? 0;
    if (swap === undefined || told.has(one.run)) continue;
    const [first, second] = [Math.min(seq, swap.partner), Math.max(seq, swap.partner)];
    const other = gaps.moved.find(({ run }) => run.length === 1 && run.seq === swap.partner);
    for (const run of [one.run, ...swap.between, ...(other === undefined ? [] : [other.run])]) told.add(run);
    swapped.push(makeFault("record/swapped", first, second, { first, second }));
  }
  const moved = gaps.moved.filter(({ run }) => !told.has(run));
  return [
    ...swapped,
    ...moved.map(({ run }) => {
      const [from, to] = [run.seq ?? 0, lastOf(run)];
      return makeFault("record/reordered", from, to, { from, to, line: run.line });
    }),
  ];
}

const edited = (seq: number, line: number) => makeFault("record/edited", seq, seq, { seq, line });

/** What lies in a gap without belonging there was either an entry of that gap before it was edited, or put in. */
function nameGap(gaps: Gaps, gap: number): Fault[] {
  const faults: Fault[] = [];
  const missing = gaps.listMissing(gap);
  const isEnd = gap === gaps.inPlace.length - 1;
  let behind = gaps.last === undefined ? 0 : lastOf(gaps.last);
  for (const run of gaps.strangers.get(gap) ?? []) {
    const free = missing[0];
    if (run.length === 1 && free !== undefined) {
      faults.push(edited(free.from, run.line));
      if (free.from === free.to) missing.shift();
      else free.from += 1;
    } else if (isEnd && run.seq === null) {
      behind += 1;
      faults.push(edited(behind, run.line));
    } else {
      const before = gaps.inPlace[gap];
      const at = before === undefined ? 1 : lastOf(before) + 1;
      faults.push(makeFault("record/inserted", at, at, { line: run.line, count: run.length, seq: at }));
    }
  }
  for (const { from, to } of missing) faults.push(makeFault("record/deleted", from, to, { from, to }));
  return faults;
}

/** Entries whose own hash fits while the next one names another: they were written anew. */
function nameRewritten(inPlace: readonly Run[], broken: ReadonlySet<number>): Fault[] {
  const faults: Fault[] = [];
  const breaks = (at: number): boolean => {
    const [a, b] = [inPlace[at - 1], inPlace[at]];
    return a !== undefined && b !== undefined && lastOf(a) + 1 === b.seq && a.hash !== b.prev;
  };
  for (let at = 1; at < inPlace.length; at += 1) {
    const [a, b] = [inPlace[at - 1], inPlace[at]];
    if (a === undefined || b?.seq == null || !breaks(at)) continue;
    if (broken.has(b.seq) || (a.length > 0 && broken.has(lastOf(a)))) continue;
    if (b.length === 1 && breaks(at + 1) && !broken.has(b.seq + 1)) {
      // Neither neighbour knows it: one entry explains both breaks.
      faults.push(edited(b.seq, b.line));
      at += 1;
    } else if (a.length === 0) faults.push(edited(b.seq, b.line));
    else faults.push(edited(lastOf(a), a.line + a.length - 1));
  }
  return faults;
}

/** The faults of what was read, by position, and the last entry of the record. */
export function nameFaults(read: {
  readonly runs: readonly Run[];
  readonly broken: readonly BrokenEntry[];
  readonly start: RecordTip;
}): { readonly faults: readonly Fault[]; readonly tip: RecordTip } {
  const { inPlace, outOfPlace } = findBackbone(read.runs, read.start);
  const gaps = new Gaps(inPlace);
  for (const { run, after } of outOfPlace) gaps.place(run, after);
  const strangers = [...gaps.strangers.values()].flat();
  const isStranger = ({ line }: BrokenEntry) =>
    strangers.some((run) => run.line <= line && line < run.line + run.length);
  const broken = read.broken.filter((one) => !isStranger(one));
  const faults = [
    ...nameMoved(gaps),
    ...inPlace.flatMap((_, gap) => nameGap(gaps, gap)),
    ...broken.map(({ seq, line }) => edited(seq, line)),
    ...nameRewritten(inPlace, new Set(broken.map(({ seq }) => seq))),
  ];
  const last = gaps.last;
  return {
    faults: faults.sort((a, b) => a.from - b.from),
    tip: last === undefined ? read.start : { seq: lastOf(last), hash: last.hash },
  };
}
