import * as z from "zod";
import { mostInt4, mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { ComparisonOutcome, ComparisonResolution } from "./comparison.schema.js";

/** header of their file → field; `null` leaves the column out. */
const Mapping = z.record(z.string().max(200), z.string().max(60).nullable());

export const ComparisonCountsShape = z.strictObject({
  differing: z.int(),
  "only-ours": z.int(),
  "only-theirs": z.int(),
  doubtful: z.int(),
  unreadable: z.int(),
  same: z.int(),
  inDoubt: z.int().describe("ours that a doubtful row may mean"),
  closedHere: z.int().describe("closed here and absent there, which agrees"),
});

/** A comparison with another register, kept with its source and day. */
export const ComparisonRun = z.strictObject({
  id: z.string(),
  source: z.string(),
  fileName: z.string(),
  takenOn: PlainDate.describe("the day on which theirs was taken"),
  territory: z.string().describe("what of ours theirs should have"),
  territoryName: z.string(),
  status: z.enum(["reading", "compared", "failed"]),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable() }),
  mapping: Mapping,
  begunBy: z.string(),
  begunAt: z.string(),
  counts: ComparisonCountsShape.nullable(),
  rows: z.int().nullable().describe("rows of their file"),
  ours: z.int().nullable().describe("establishments of ours that were compared"),
  failure: ProblemShape.nullable(),
  settled: z.record(z.string(), z.int()).describe("settled rows by what was decided"),
  open: z.record(z.string(), z.int()).describe("unsettled rows by outcome"),
  townships: z
    .array(z.strictObject({ code: z.string().nullable(), name: z.string(), open: z.int() }))
    .describe("unsettled rows, the most first"),
  fields: z
    .array(z.strictObject({ field: z.string(), count: z.int() }))
    .describe("in how many unsettled rows each field differs"),
});
export type ComparisonRun = z.infer<typeof ComparisonRun>;

export const ComparisonRow = z.strictObject({
  no: z.int(),
  row: z.int().nullable().describe("row of their file"),
  outcome: ComparisonOutcome,
  name: z.string(),
  establishment: z.string().nullable(),
  placeName: z.string(),
  differences: z.array(
    z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  problems: z.array(z.strictObject({ column: z.string(), ...ProblemShape.shape })),
  candidates: z.array(z.strictObject({ id: z.string(), name: z.string(), placeName: z.string() })),
  resolution: ComparisonResolution.nullable(),
  reason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  batch: z.string().nullable().describe("the write that settled it, for undoing"),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

const runId = z.string().max(64);
/** Unsettled rows by what they have in common. */
const Selection = z.strictObject({
  outcome: ComparisonOutcome,
  township: z.string().max(20).nullable().optional(),
  field: z.string().max(60).optional(),
});
const settling = {
  runId,
  rows: z.array(z.int().min(0).max(mostInt4)).min(1).max(500).optional(),
  all: Selection.optional(),
  resolution: ComparisonResolution,
  reason: z.string().trim().max(300).optional(),
  target: z.string().max(64).optional().describe("the establishment that a doubtful row means"),
  fields: z.array(z.string().max(60)).min(1).max(40).optional().describe("only these facts are taken over"),
};
const isOneWay = ({ rows, all }: { readonly rows?: unknown; readonly all?: unknown }): boolean =>
  (rows === undefined) !== (all === undefined);
const oneWay = { message: "either rows or all", path: ["rows"] };

const office = { may: ["office"], whole: true } as const;
const both = { may: ["office", "regulator"], whole: true } as const;

export const comparisonOperations = {
  "comparison.inspect": query(
    z.strictObject({ fileId: z.string().max(64) }),
    z.strictObject({
      fileId: z.string(),
      fileName: z.string(),
      columns: z.array(
        z.strictObject({
          header: z.string(),
          field: z.string().nullable(),
          sure: z.boolean(),
          sample: z.array(z.string()),
        }),
      ),
      fields: z.array(z.string()),
    }),
    { ...office, territory: "none" },
  ),
  "comparison.begin": mutation(
    z.strictObject({
      txId: TxId,
      fileId: z.string().max(64),
      source: z.string().trim().min(1).max(80).describe("whose register it is"),
      takenOn: PlainDate,
      territory: z.string().max(20).optional(),
      mapping: Mapping.optional(),
    }),
    z.strictObject({ runId: z.string() }),
    { ...office, territory: "rows" },
  ),
  "comparison.list": query(z.strictObject({}), z.strictObject({ runs: z.array(ComparisonRun) }), {
    ...both,
    territory: "none",
  }),
  "comparison.run": query(z.strictObject({ runId }), ComparisonRun, { ...both, territory: "object" }),
  "comparison.rows": query(
    z.strictObject({
      runId,
      outcome: ComparisonOutcome.optional(),
      settled: z.boolean().optional(),
      resolution: ComparisonResolution.optional(),
      township: z.string().max(20).nullable().optional(),
      field: z.string().max(60).optional(),
      ...PageInput.shape,
    }),
    pageOf(ComparisonRow),
    { ...both, territory: "rows" },
  ),
  "comparison.preview": query(
    z.strictObject(settling).refine(isOneWay, oneWay),
    z.strictObject({
      rows: z.int(),
      establishments: z.int().describe("that would be changed or created"),
      fields: z.array(z.strictObject({ field: z.string(), count: z.int() })),
      refused: z.array(z.strictObject({ no: z.int(), name: z.string(), ...ProblemShape.shape })),
    }),
    { ...office, territory: "object" },
  ),
  "comparison.resolve": mutation(
    z.strictObject({ txId: TxId, ...settling }).refine(isOneWay, oneWay),
    z.strictObject({
      settled: z.int(),
      refused: z.array(z.strictObject({ no: z.int(), name: z.string(), ...ProblemShape.shape })),
    }),
    { ...office, territory: "object" },
  ),
  "comparison.undo": mutation(
    z.strictObject({ txId: TxId, runId, batch: z.string().max(64) }),
    z.strictObject({
      reopened: z.int(),
      refused: z.array(z.strictObject({ no: z.int(), name: z.string(), ...ProblemShape.shape })),
    }),
    { ...office, territory: "object" },
  ),
} as const;
