// One entry of the record: who did what, from where, and what it changed, chained to the entry before it.
// Source: issue "Second", the record; bar S10.
import * as z from "zod";
import { suiteNames } from "./hash-suite.js";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One changed field of an object as people read it. */
export const ChangedField = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangedField = z.infer<typeof ChangedField>;

/** What happened to one object. */
export const RecordedChange = z.strictObject({
  objectKind: z.string(),
  objectId: z.string(),
  what: z.string().describe("code of what happened, such as created, changed, removed"),
  fields: z.array(ChangedField).readonly(),
});
export type RecordedChange = z.infer<typeof RecordedChange>;

/** What happened to an object, as its own history shows it. */
export const ObjectChange = z.strictObject({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  fields: z.array(ChangedField),
});
export type ObjectChange = z.infer<typeof ObjectChange>;

/** Stands for a list of changes too long for an entry: how many, and the Merkle root over the canonical text of each. */
export const ChangeDigest = z.strictObject({ count: z.int().min(1), digest: Hash });
export type ChangeDigest = z.infer<typeof ChangeDigest>;

/** Notes of an entry, such as the filter of an export or the reason for unmasking. */
export const AuditNote = z.record(z.string(), z.string());
export type AuditNote = z.infer<typeof AuditNote>;

/** What an entry's hash is computed over, as canonical JSON. */
export const AuditEntry = z.strictObject({
  seq: z.int().min(1).describe("1, 2, 3 … without a hole"),
  at: z.string().describe("instant in UTC"),
  personId: z.string().nullable().describe("null when nobody was signed in, or the product itself acted"),
  name: z.string(),
  role: z.string(),
  address: z.string().describe("network address; - for the product itself"),
  operation: z.string(),
  txId: z.string(),
  changes: z.union([z.array(RecordedChange).readonly(), ChangeDigest]),
  note: AuditNote.optional(),
  suite: z.enum(suiteNames),
  prev: Hash.describe("hash of the entry before; 64 zeros for the first"),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry with its hash: a line of an export. */
export const RecordLine = z.strictObject({ entry: AuditEntry, hash: Hash });
export type RecordLine = z.infer<typeof RecordLine>;

/** The root of all entries up to `size`, as the file outside the database keeps it, one a line. */
export const RecordRoot = z.strictObject({
  day: z.string(),
  suite: z.enum(suiteNames),
  size: z.int().min(0),
  root: Hash,
  lastHash: Hash,
  writtenAt: z.string(),
});
export type RecordRoot = z.infer<typeof RecordRoot>;

/** Where a record begins whose older entries were removed by the rule of retention. */
export const RecordStart = z.strictObject({
  seq: z.int().min(0).describe("the last removed entry"),
  hash: Hash.describe("its hash"),
  parts: z.array(z.strictObject({ size: z.int().min(1), root: Hash })).describe("the Merkle tree up to it"),
});
export type RecordStart = z.infer<typeof RecordStart>;

/** The first line of an export. */
export const RecordHeader = z.strictObject({
  record: z.strictObject({ format: z.literal(1), suite: z.enum(suiteNames), start: RecordStart }),
});
export type RecordHeader = z.infer<typeof RecordHeader>;

/** Shows that an entry stands in the record whose root was written outside; a file to give away. */
export const RecordProof = z.strictObject({
  proof: z.literal(1).describe("version of the form"),
  ...RecordLine.shape,
  size: z.int().min(1).describe("entries under the root"),
  root: Hash,
  path: z.array(Hash).describe("RFC 6962 audit path, from the leaf up"),
});
export type RecordProof = z.infer<typeof RecordProof>;

/** Entries are kept for at least six months. Source: 网络安全法 article 21, GB/T 22239-2019 8.1.5.4. */
export const leastRetentionDays = 183;
