// Reads the lines of an exported record: its head, its entries, and the roots kept outside.
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import { RecordHeader, RecordRoot } from "./audit-entry.schema.js";
import { type JsonValue, toCanonicalJson } from "./canonical-json.js";
import { findEntryPlace } from "./find-entry-place.js";
import { type HashSuite, isHexOf, toHex } from "./hash-suite.js";
import { hashLeaf } from "./merkle-tree.js";
import type { RecordProblemCode } from "./record.problem.js";
import type { ReadEntry } from "./record-runs.js";

const BEFORE = '{"entry":';
const BETWEEN = ',"hash":"';
const AFTER = '"}';
const HASH = 64;
const TAIL = BETWEEN.length + HASH + AFTER.length;

/** The line of an entry: its content as it was hashed, and its hash. */
export const writeRecordLine = (content: string, hash: string): string =>
  `${BEFORE}${content}${BETWEEN}${hash}${AFTER}`;

const unreadable: ReadEntry = { seq: null, prev: "", hash: "", intact: false };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is { readonly [name: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function toReadEntry(entry: unknown, hash: unknown, intact: boolean): ReadEntry {
  if (!isObject(entry) || typeof hash !== "string") return unreadable;
  const { seq, prev } = entry;
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || typeof prev !== "string") return unreadable;
  return { seq, prev, hash, intact };
}

/** What a line says of its entry. */
export function readRecordLine(suite: HashSuite, text: string): ReadEntry {
  // As it was exported, the characters that were hashed stand in the line as they are.
  if (text.startsWith(BEFORE) && text.startsWith(BETWEEN, text.length - TAIL)) {
    const content = text.slice(BEFORE.length, -TAIL);
    const hash = text.slice(-HASH - AFTER.length, -AFTER.length);
    const leaf = hashLeaf(suite, content);
    if (isHexOf(hash, leaf)) {
      const place = findEntryPlace(content);
      return place === undefined
        ? { ...toReadEntry(parse(content), hash, true), leaf }
        : { seq: place.seq, prev: place.prev, hash, intact: true, leaf };
    }
  }
  const line = parse(text);
  if (!isObject(line)) return unreadable;
  const { entry, hash } = line;
  if (!isObject(entry)) return unreadable;
  return toReadEntry(entry, hash, hashAgain(suite, entry) === hash);
}

/** The hash of an entry that another program has written in its own way. */
function hashAgain(suite: HashSuite, entry: JsonValue): string | undefined {
  try {
    return toHex(hashLeaf(suite, toCanonicalJson(entry)));
  } catch {
    return undefined;
  }
}

/** The head of an exported record, which is its first line. */
export function parseRecordHeader(text: string): Result<RecordHeader["record"], Problem<RecordProblemCode>> {
  const parsed = RecordHeader.safeParse(parse(text));
  return parsed.success ? ok(parsed.data.record) : refuse("record/no-header");
}

/** One line of the file of roots. */
export function parseRecordRoot(text: string, line: number): Result<RecordRoot, Problem<RecordProblemCode>> {
  const parsed = RecordRoot.safeParse(parse(text));
  return parsed.success ? ok(parsed.data) : refuse("record/not-a-root", { line });
}
