// Checks a record line by line in constant memory: every hash, every link, and the roots that were written outside.
// Source: bar S10.
import type { Problem } from "../kernel/result.js";
import type { RecordRoot, RecordStart } from "./audit-entry.schema.js";
import { fromHex, type HashSuite, toHex } from "./hash-suite.js";
import { createFrontier } from "./merkle-tree.js";
import { type Fault, makeFault, nameFaults } from "./name-faults.js";
import { readRecordLine } from "./read-record-line.js";
import type { RecordProblemCode } from "./record.problem.js";
import { createRunCollector, MOST_FAULTS } from "./record-runs.js";

/** The outcome of a check. */
export type RecordVerdict = {
  /** Lines with an entry. */
  readonly entries: number;
  /** Number and hash of the last entry. */
  readonly last: number;
  readonly hash: string;
  /** Root of the tree over all entries; null when what was read is no whole record. */
  readonly root: string | null;
  /** Roots kept outside that the record was compared with. */
  readonly roots: number;
  /** What was done to it, by position; nothing when it is as it was written. */
  readonly faults: readonly Problem<RecordProblemCode>[];
};

export type RecordCheck = {
  /** Takes the next line of the record, as `writeRecordLine` writes it. */
  push(line: string): void;
  finish(): RecordVerdict;
};

/** Roots whose entry has the hash that they name, and whether the tree has their root; undefined where it is broken. */
type Seen = ReadonlyMap<RecordRoot, boolean | undefined>;

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * A check of a record from its start on. Without roots from outside, a cut tail and a record written anew from some
 * entry on cannot be seen: nothing within tells of it.
 */
export function createRecordCheck(question: {
  readonly suite: HashSuite;
  readonly start: RecordStart;
  readonly roots: readonly RecordRoot[];
}): RecordCheck {
  const { suite, start } = question;
  const runs = createRunCollector(start);
  const tree = createFrontier(
    suite,
    start.parts.map(({ size, root }) => ({ size, root: fromHex(root) })),
  );
  const roots = [...question.roots]
    .filter(({ size }) => size > 0 && size >= start.seq)
    .sort((a, b) => a.size - b.size);
  const bySize = new Map<number, RecordRoot[]>();
  for (const root of roots) bySize.set(root.size, [...(bySize.get(root.size) ?? []), root]);
  const seen = new Map<RecordRoot, boolean | undefined>();
  let treeTip = start.hash;

  const compare = (size: number, hash: string, isTreeWhole: boolean): boolean => {
    let agrees = false;
    for (const root of bySize.get(size) ?? []) {
      const same = root.lastHash === hash;
      if (same) seen.set(root, isTreeWhole ? toHex(tree.root()) === root.root : undefined);
      agrees ||= same;
    }
    return agrees;
  };
  if (start.seq > 0) compare(start.seq, start.hash, true);

  return {
    push(text) {
      const entry = readRecordLine(suite, text);
      const continues =
        entry.seq === tree.size + 1 &&
        entry.prev === treeTip &&
        (entry.leaf !== undefined || isHash(entry.hash));
      if (continues) {
        tree.append(entry.leaf ?? fromHex(entry.hash));
        treeTip = entry.hash;
      }
      const agrees = entry.seq !== null && bySize.has(entry.seq) && compare(entry.seq, entry.hash, continues);
      runs.push(entry, agrees);
    },
    finish() {
      const { faults, tip } = nameFaults({ runs: runs.runs, broken: runs.broken, start });
      const all = [...faults, ...compareRoots({ roots, seen, faults, start: start.seq, last: tip.seq })];
      if (runs.overflowed) all.push(makeFault("record/more-faults", tip.seq, tip.seq, { most: MOST_FAULTS }));
      const isWhole = all.length === 0 && tree.size === tip.seq;
      return {
        entries: runs.lines,
        last: tip.seq,
        hash: tip.hash,
        root: isWhole ? toHex(tree.root()) : null,
        roots: roots.length,
        faults: all.map(({ problem }) => problem),
      };
    },
  };
}

/** What only the roots from outside can tell: a tail that is gone, and a record that was written anew. */
function compareRoots(question: {
  readonly roots: readonly RecordRoot[];
  readonly seen: Seen;
  readonly faults: readonly Fault[];
  readonly start: number;
  readonly last: number;
}): Fault[] {
  const { roots, seen, faults, last } = question;
  const found: Fault[] = [];
  let agreed = question.start;
  let isRolledBack = false;
  for (const root of roots) {
    const { size } = root;
    if (size > last) break;
    if (seen.has(root)) {
      agreed = size;
      if (seen.get(root) === false)
        found.push(makeFault("record/root-altered", size, size, { day: root.day, size }));
    } else if (!isRolledBack && !faults.some(({ from, to }) => from <= size && size <= to)) {
      isRolledBack = true;
      found.push(
        makeFault("record/rolled-back", agreed + 1, size, { from: agreed + 1, to: size, day: root.day }),
      );
    }
  }
  const most = roots.at(-1)?.size ?? 0;
  if (most > last) found.push(makeFault("record/cut-tail", last + 1, most, { from: last + 1, to: most }));
  return found;
}
