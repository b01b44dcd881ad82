// Chains one more entry to the record.
// Source: bar S10. Ours: an entry's hash is its leaf hash in the Merkle tree, so chain and tree share one hash an entry.
import type {
  AuditEntry,
  AuditNote,
  ChangeDigest,
  RecordedChange,
  RecordStart,
} from "./audit-entry.schema.js";
import { type JsonValue, toCanonicalJson } from "./canonical-json.js";
import { type HashSuite, toHex } from "./hash-suite.js";
import { createFrontier, hashLeaf } from "./merkle-tree.js";

/** An entry before it has its place. */
export type AuditDraft = {
  readonly at: string;
  readonly personId: string | null;
  readonly name: string;
  readonly role: string;
  readonly address: string;
  readonly operation: string;
  readonly txId: string;
  readonly changes: readonly RecordedChange[];
  readonly note?: AuditNote;
};

/** The end of a record: the number and hash of its last entry. */
export type RecordTip = { readonly seq: number; readonly hash: string };

/** What the first entry of a record is chained to. */
export const emptyRecord: RecordStart = { seq: 0, hash: "0".repeat(64), parts: [] };

/** Changes that an entry holds at most itself; more, or longer ones, stand in it as count and digest. */
const MOST_CHANGES = 200;
const MOST_CHARACTERS = 65_536;

/** The canonical text of one change. */
const writeChange = ({ objectKind, objectId, what, fields }: RecordedChange): string =>
  toCanonicalJson({
    objectKind,
    objectId,
    what,
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
  });

/** Count and Merkle root of a list of changes. */
export function digestChanges(suite: HashSuite, changes: Iterable<RecordedChange>): ChangeDigest {
  const frontier = createFrontier(suite);
  for (const change of changes) frontier.append(hashLeaf(suite, writeChange(change)));
  return { count: frontier.size, digest: toHex(frontier.root()) };
}

function holdChanges(suite: HashSuite, changes: readonly RecordedChange[]): AuditEntry["changes"] {
  if (changes.length > MOST_CHANGES) return digestChanges(suite, changes);
  let characters = 0;
  for (const change of changes) characters += writeChange(change).length;
  return characters > MOST_CHARACTERS ? digestChanges(suite, changes) : changes;
}

/** The text that an entry's hash is computed over. */
export const writeEntry = (entry: AuditEntry): string => toCanonicalJson(entry satisfies JsonValue);

/** The entry that follows the tip, its canonical text, and its hash. */
export function chainEntry(
  suite: HashSuite,
  tip: RecordTip,
  draft: AuditDraft,
): { readonly entry: AuditEntry; readonly content: string; readonly hash: string } {
  const { at, personId, name, role, address, operation, txId, changes, note } = draft;
  const entry: AuditEntry = {
    seq: tip.seq + 1,
    at,
    personId,
    name,
    role,
    address,
    operation,
    txId,
    changes: holdChanges(suite, changes),
    ...(note === undefined ? {} : { note }),
    suite: suite.name,
    prev: tip.hash,
  };
  const content = writeEntry(entry);
  return { entry, content, hash: toHex(hashLeaf(suite, content)) };
}
