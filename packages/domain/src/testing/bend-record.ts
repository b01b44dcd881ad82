// Records of any length, and every way of bending one: what the check of the record must find and name.
import type { RecordRoot } from "../record/audit-entry.schema.js";
import { type AuditDraft, chainEntry, emptyRecord, type RecordTip } from "../record/chain-entry.js";
import { fromHex, type HashSuite, toHex } from "../record/hash-suite.js";
import { createFrontier } from "../record/merkle-tree.js";
import { writeRecordLine } from "../record/read-record-line.js";

/** A record as lines, and the roots that were written outside while it grew. */
export type MadeRecord = { readonly lines: readonly string[]; readonly roots: readonly RecordRoot[] };

const makeDraft = (seq: number, salt: string): AuditDraft => ({
  at: new Date(Date.UTC(2026, 0, 1) + 60_000 * seq).toISOString(),
  personId: `p${seq % 7}`,
  name: `岑${seq % 7}`,
  role: "office",
  address: "192.0.2.1",
  operation: seq % 3 === 0 ? "registry.correct" : "visit.submit",
  txId: `transaction-${salt}-${seq}`,
  changes: [
    {
      objectKind: "establishment",
      objectId: `e${seq % 97}`,
      what: "corrected",
      fields: [{ field: "name", before: `旧名${seq}`, after: `新名${seq}` }],
    },
  ],
});

/** Entries that follow the tip; `salt` tells one history from another. */
export function* growRecord(
  suite: HashSuite,
  tip: RecordTip,
  count: number,
  salt: string,
): Generator<{ readonly line: string; readonly hash: string }> {
  let last = tip;
  for (let at = 1; at <= count; at += 1) {
    const { content, hash } = chainEntry(suite, last, makeDraft(last.seq + 1, salt));
    yield { line: writeRecordLine(content, hash), hash };
    last = { seq: last.seq + 1, hash };
  }
}

/** A record with a root after every `every` entries and at its end. */
export function makeRecord(suite: HashSuite, count: number, every = 100): MadeRecord {
  const lines: string[] = [];
  const roots: RecordRoot[] = [];
  const tree = createFrontier(suite);
  for (const { line, hash } of growRecord(suite, emptyRecord, count, "true")) {
    lines.push(line);
    tree.append(fromHex(hash));
    if (lines.length % every !== 0 && lines.length !== count) continue;
    roots.push({
      day: `day ${roots.length + 1}`,
      suite: suite.name,
      size: lines.length,
      root: toHex(tree.root()),
      lastHash: hash,
      writtenAt: "2026-11-24T16:05:00.000Z",
    });
  }
  return { lines, roots };
}

export const bendings = ["edit", "delete", "insert", "reorder", "swap", "cut", "rollback"] as const;
export type Bending = (typeof bendings)[number];

/** A bent record and the one fault that must be named, exactly. */
export type BentRecord = {
  readonly lines: readonly string[];
  readonly fault: { readonly code: string; readonly params: Readonly<Record<string, number | string>> };
};

const lineAt = (lines: readonly string[], seq: number): string => {
  const line = lines[seq - 1];
  if (line === undefined) throw new RangeError(`no entry ${seq}`);
  return line;
};
const hashOf = (line: string): string => line.slice(-66, -2);
const tipAt = (lines: readonly string[], seq: number): RecordTip =>
  seq === 0 ? emptyRecord : { seq, hash: hashOf(lineAt(lines, seq)) };

/** Another entry in the place of `seq`, with hashes that fit what is before it. */
function forge(suite: HashSuite, lines: readonly string[], seq: number): string {
  const [one] = growRecord(suite, tipAt(lines, seq - 1), 1, "forged");
  return one?.line ?? "";
}

/** Ways of changing an entry, from clumsy to careful. */
const edits: readonly ((suite: HashSuite, lines: readonly string[], seq: number) => string)[] = [
  (_, lines, seq) => lineAt(lines, seq).replace("新名", "假名"),
  (_, lines, seq) => lineAt(lines, seq).replace(`"seq":${seq}`, `"seq":${seq + 5000}`),
  (_, lines, seq) => lineAt(lines, seq).slice(0, -9),
  (_, lines, seq) => lineAt(lines, seq).replace(/"hash":"......../, '"hash":"00000000'),
  forge,
];

type Bend = (
  suite: HashSuite,
  record: MadeRecord,
  seq: number,
  /** Chooses among the ways and the distances. */
  choice: number,
) => BentRecord;

const bends: { readonly [B in Bending]: Bend } = {
  edit(suite, { lines }, seq, choice) {
    const way = edits[choice % edits.length] ?? forge;
    return {
      lines: lines.with(seq - 1, way(suite, lines, seq)),
      fault: { code: "record/edited", params: { seq, line: seq } },
    };
  },
  delete(_, { lines }, seq, choice) {
    const to = Math.min(seq + (choice % 3), lines.length - 1);
    return {
      lines: lines.toSpliced(seq - 1, to - seq + 1),
      fault: { code: "record/deleted", params: { from: seq, to } },
    };
  },
  insert(suite, { lines }, seq, choice) {
    // In front of the true entry, behind it, or an older one once more.
    const [at, line] = [
      [seq - 1, forge(suite, lines, seq)] as const,
      [seq, forge(suite, lines, seq)] as const,
      [seq, seq === 1 ? forge(suite, lines, seq) : lineAt(lines, 1 + (choice % (seq - 1)))] as const,
    ][choice % 3] ?? [seq, ""];
    return {
      lines: lines.toSpliced(at, 0, line),
      fault: { code: "record/inserted", params: { line: at + 1 } },
    };
  },
  reorder(_, { lines }, seq, choice) {
    const others = lines.toSpliced(seq - 1, 1);
    // At least three places away: one place is a swap, and two may as well be the two entries between moved the other way.
    const far = 3 + (choice % (lines.length - 6));
    const at = seq - 1 + far < lines.length ? seq - 1 + far : (seq - 1 + far) % (lines.length - 2);
    const place = Math.abs(at - (seq - 1)) < 3 ? (seq + 3 < lines.length ? seq + 3 : seq - 5) : at;
    return {
      lines: others.toSpliced(place, 0, lineAt(lines, seq)),
      fault: { code: "record/reordered", params: { from: seq, to: seq, line: place + 1 } },
    };
  },
  swap(_, { lines }, seq, choice) {
    const far = choice % 2 === 0 ? 1 + (choice % 4) : 1 + (choice % (lines.length - 1));
    const other = ((seq - 1 + far) % lines.length) + 1;
    const [first, second] = [Math.min(seq, other), Math.max(seq, other)];
    return {
      lines: lines.with(first - 1, lineAt(lines, second)).with(second - 1, lineAt(lines, first)),
      fault: { code: "record/swapped", params: { first, second } },
    };
  },
  cut(_, { lines }, seq) {
    return {
      lines: lines.slice(0, seq),
      fault: { code: "record/cut-tail", params: { from: seq + 1, to: lines.length } },
    };
  },
  rollback(suite, { lines, roots }, seq) {
    // Back to an earlier state, and grown anew to at least the length that it had.
    const anew = [...growRecord(suite, tipAt(lines, seq), lines.length - seq + 3, "anew")];
    const before = roots.findLast(({ size }) => size <= seq)?.size ?? 0;
    const behind = roots.find(({ size }) => size > seq)?.size ?? 0;
    return {
      lines: [...lines.slice(0, seq), ...anew.map(({ line }) => line)],
      fault: { code: "record/rolled-back", params: { from: before + 1, to: behind } },
    };
  },
};

/** Bends a record at an entry from 1 to the last but one. */
export const bendRecord = (
  bending: Bending,
  suite: HashSuite,
  record: MadeRecord,
  place: { readonly seq: number; readonly choice: number },
): BentRecord => bends[bending](suite, record, place.seq, place.choice);
