// What can be wrong with a record, and why a question about it is refused.

export const recordProblemCodes = [
  "record/edited",
  "record/deleted",
  "record/inserted",
  "record/reordered",
  "record/swapped",
  "record/cut-tail",
  "record/rolled-back",
  "record/root-altered",
  "record/columns-altered",
  "record/changes-altered",
  "record/more-faults",
  "record/no-header",
  "record/not-a-record",
  "record/not-a-root",
  "record/not-a-proof",
  "record/proof-wrong",
  "record/other-root",
  "record/retention-too-short",
  "record/no-root-yet",
] as const;
/** Code of a problem of the record. */
export type RecordProblemCode = (typeof recordProblemCodes)[number];
