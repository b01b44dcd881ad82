// The record (audit): entries chained by hashes, their Merkle tree, and the check that nothing was bent.
export {
  AuditEntry,
  AuditNote,
  ChangeDigest,
  ChangedField,
  leastRetentionDays,
  ObjectChange,
  RecordedChange,
  RecordHeader,
  RecordLine,
  RecordProof,
  RecordRoot,
  RecordStart,
} from "./audit-entry.schema.js";
export { type JsonValue, toCanonicalJson } from "./canonical-json.js";
export {
  type AuditDraft,
  chainEntry,
  digestChanges,
  emptyRecord,
  type RecordTip,
  writeEntry,
} from "./chain-entry.js";
export { fromHex, type HashSuite, type SuiteName, suiteNames, toHex } from "./hash-suite.js";
export { maskDraft } from "./mask-draft.js";
export {
  createRangeRoots,
  isConsistent,
  isIncluded,
  type LeafRange,
  planConsistency,
  planInclusion,
  type RangeRoots,
} from "./merkle-proof.js";
export {
  createFrontier,
  type Frontier,
  hashLeaf,
  hashNode,
  measureRoot,
  splitAt,
  type TreePart,
} from "./merkle-tree.js";
export { findLookReading, looks } from "./object-history.js";
export { parseRecordHeader, parseRecordRoot, readRecordLine, writeRecordLine } from "./read-record-line.js";
export { AuditDetail, AuditFilter, AuditRow, AuditVerdict } from "./record.contract.js";
export { type RecordProblemCode, recordProblemCodes } from "./record.problem.js";
export { parseRecordProof, verifyProof } from "./verify-proof.js";
export { createRecordCheck, type RecordCheck, type RecordVerdict } from "./verify-record.js";
