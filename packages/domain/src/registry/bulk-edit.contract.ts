import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { AttentionFlag, BusinessForm, EstablishmentState } from "./establishment.schema.js";
import { RegistryFilter } from "./registry-filter.contract.js";
import { StateSource } from "./state-event.schema.js";

/** Most establishments of one change of many at once. */
export const mostBulk = 20_000;

/** What one change of many does to each. */
export const BulkChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("place"),
    place: z.string().max(20).describe("code of the place or grid"),
  }),
  z.strictObject({ kind: z.literal("form"), form: BusinessForm }),
  z.strictObject({
    kind: z.literal("attention"),
    add: z.array(AttentionFlag).max(20).default([]),
    remove: z.array(AttentionFlag).max(20).default([]),
  }),
  z.strictObject({
    kind: z.literal("state"),
    state: EstablishmentState,
    from: PlainDate,
    reason: z.string().trim().min(1).max(300),
    source: StateSource,
  }),
  z.strictObject({ kind: z.literal("official"), official: z.string().max(60) }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

/** Which establishments: those named, or all that a filter keeps. */
export const BulkTarget = z.union([
  z.strictObject({ ids: z.array(z.string().max(60)).min(1).max(5000) }),
  z.strictObject({ filter: RegistryFilter }),
]);
export type BulkTarget = z.infer<typeof BulkTarget>;

export const bulkOutcomes = ["updated", "unchanged", "refused"] as const;

/** One establishment of a change of many: what becomes of it, and why it is refused. */
export const BulkRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  outcome: z.enum(bulkOutcomes),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reasons: z.array(ProblemShape),
});

/** What a change of many does, or would do. The counts sum to the establishments chosen. */
export const BulkOutcome = z.strictObject({
  total: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  reasons: z
    .array(z.strictObject({ ...ProblemShape.shape, count: z.int() }))
    .describe("why, each with its count"),
  rows: z.array(BulkRow).describe("the first 200: refused ones first, then updated ones"),
  mark: z.string().describe("of what was previewed; applying names it"),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** A change of many that was made. */
export const BulkEdit = z.strictObject({
  id: z.string(),
  who: z.string(),
  change: BulkChange,
  at: z.string(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  whole: z
    .boolean()
    .describe(
      "whether who asks reaches all that it changed and so may undo it; of another's change only `updated` is told else, those within reach",
    ),
  undoneAt: z.string().nullable(),
});

const chosen = { target: BulkTarget, change: BulkChange };

export const bulkEditOperations = {
  "bulkEdit.preview": query(z.strictObject(chosen), BulkOutcome, { may: ["office"], territory: "rows" }),
  "bulkEdit.make": mutation(
    z.strictObject({
      txId: TxId,
      ...chosen,
      mark: z.string().max(100).describe("the preview's; refused where it would do something else now"),
    }),
    z.strictObject({ id: z.string(), outcome: BulkOutcome }),
    { may: ["office"], territory: "rows" },
  ),
  "bulkEdit.list": query(z.strictObject({ ...PageInput.shape }), pageOf(BulkEdit), {
    may: ["office"],
    territory: "rows",
  }),
  "bulkEdit.undo": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(60) }),
    z.strictObject({
      undone: z.int(),
      left: z.int().describe("changed since, and left as they are"),
      leftRows: z
        .array(z.strictObject({ id: z.string(), name: z.string() }))
        .describe("the first 100 of them"),
    }),
    { may: ["office"], territory: "rows" },
  ),
} as const;
