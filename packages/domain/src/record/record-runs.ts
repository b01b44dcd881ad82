// Reads the lines of a record once, as they come, and keeps of them only what does not simply go on: runs of entries
// that follow one another, and entries whose hash is wrong. An untouched record of any length is one run.
import type { RecordTip } from "./chain-entry.js";

/** What a line says of its entry; `seq` is null when the line is no entry at all. */
export type ReadEntry = {
  readonly seq: number | null;
  readonly prev: string;
  readonly hash: string;
  /** Its hash is that of its content. */
  readonly intact: boolean;
  /** The bytes of its hash where they are known. */
  readonly leaf?: Uint8Array;
};

/** Lines that follow one another by number and hash. */
export type Run = {
  /** Position of its first line, from 1. */
  readonly line: number;
  /** Number of its first entry; null for a line that says nothing to rely on. */
  readonly seq: number | null;
  length: number;
  readonly prev: string;
  /** Hash of its last entry, and whether that one and how many in all are as they were written. */
  hash: string;
  lastPrev: string;
  lastIntact: boolean;
  intact: number;
  /** How many of its entries an outside root names with the same hash. */
  agreed: number;
};

/** An entry within a run whose hash is wrong. */
export type BrokenEntry = { readonly line: number; readonly seq: number };

/** Faults that are kept; more than these are counted. */
export const MOST_FAULTS = 1000;

/** Number of the last entry of a run. */
export const lastOf = (run: Run): number => (run.seq ?? 0) + run.length - 1;

export type RunCollector = {
  readonly lines: number;
  readonly runs: readonly Run[];
  readonly broken: readonly BrokenEntry[];
  /** Whether there was more than is kept. */
  readonly overflowed: boolean;
  push(entry: ReadEntry, agrees: boolean): void;
};

/** Collects runs, beginning behind the tip of what is known. */
export function createRunCollector(start: RecordTip): RunCollector {
  const runs: Run[] = [];
  const broken: BrokenEntry[] = [];
  let lines = 0;
  let overflowed = false;
  let current: Run | undefined;

  const open = (entry: ReadEntry, seq: number | null, line: number, agrees: boolean): Run => ({
    line,
    seq,
    length: 1,
    prev: entry.prev,
    hash: entry.hash,
    lastPrev: entry.prev,
    lastIntact: entry.intact,
    intact: entry.intact ? 1 : 0,
    agreed: agrees ? 1 : 0,
  });
  const keep = (run: Run) => {
    if (runs.length < MOST_FAULTS) runs.push(run);
    else overflowed = true;
  };

  /** Takes the last entry out of a run, when the next line has its number or a lower one: one of them is out of place. */
  const splitLast = (run: Run) => {
    if (run.length === 1) return;
    const last: ReadEntry = { seq: lastOf(run), prev: run.lastPrev, hash: run.hash, intact: run.lastIntact };
    const tail = open(last, last.seq, run.line + run.length - 1, false);
    run.length -= 1;
    run.intact -= tail.intact;
    run.hash = run.lastPrev;
    run.lastIntact = true;
    keep(tail);
  };

  return {
    get lines() {
      return lines;
    },
    runs,
    broken,
    get overflowed() {
      return overflowed;
    },
    push(entry, agrees) {
      lines += 1;
      const expected = current === undefined ? start.seq + 1 : lastOf(current) + 1;
      if (entry.seq === null || (!entry.intact && entry.seq !== expected)) {
        keep(open(entry, null, lines, false));
        current = undefined;
        return;
      }
      if (!entry.intact && broken.length < MOST_FAULTS) broken.push({ line: lines, seq: entry.seq });
      else if (!entry.intact) overflowed = true;
      if (current !== undefined && entry.seq === expected && entry.prev === current.hash) {
        current.length += 1;
        current.lastPrev = entry.prev;
        current.hash = entry.hash;
        current.lastIntact = entry.intact;
        if (entry.intact) current.intact += 1;
        if (agrees) current.agreed += 1;
        return;
      }
      if (current !== undefined && entry.seq < expected) splitLast(current);
      current = open(entry, entry.seq, lines, agrees);
      keep(current);
    },
  };
}
