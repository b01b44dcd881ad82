import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { FactKind, FactOutcome } from "./fact-sheet.schema.js";

/** header of the file → field; `null` leaves the column out, `""` is no header. */
export const FactMappingShape = z.record(z.string().max(200), z.string().max(60).nullable());

const FactProblemShape = z.strictObject({
  column: z.string().describe("the file's own header, empty for the whole row"),
  ...ProblemShape.shape,
});

/** One row of a sheet: how it stands, what is there and what would be. */
export const FactRow = z.strictObject({
  row: z.int().describe("as the spreadsheet shows it"),
  outcome: FactOutcome,
  establishment: z.string().nullable(),
  name: z.string(),
  says: z.string().nullable().describe("what would be entered, in the asker's language"),
  before: z.string().nullable().describe("what stands about the same"),
  problems: z.array(FactProblemShape),
});
export type FactRow = z.infer<typeof FactRow>;

const counts = {
  rows: z.int(),
  new: z.int(),
  replaces: z.int(),
  same: z.int(),
  refused: z.int(),
};

/** What a sheet would do. `new + replaces + same + refused` are its rows. */
export const FactSheetPlan = z.strictObject({
  kind: FactKind,
  fileName: z.string(),
  ...counts,
  columns: z.array(
    z.strictObject({ header: z.string(), field: z.string().nullable(), sample: z.array(z.string()) }),
  ),
  fields: z.array(z.string()).describe("fields a column may be read as"),
  missing: z.array(z.string()).describe("fields without which no row can be taken, and no column has them"),
  reasons: z
    .array(z.strictObject({ ...ProblemShape.shape, count: z.int() }))
    .describe("why rows are refused, each with its count"),
  shown: z.array(FactRow).describe("the first 500: refused ones first, then those that replace, new, same"),
  mark: z.string().describe("of what was previewed; applying names it"),
});
export type FactSheetPlan = z.infer<typeof FactSheetPlan>;

/** A sheet that was entered. */
export const FactSheetRow = z.strictObject({
  id: z.string(),
  kind: FactKind,
  fileName: z.string(),
  who: z.string(),
  at: z.string(),
  whole: z
    .boolean()
    .describe(
      "whether who asks reaches all that it entered and so may undo it; to who reaches only a part of the office, of another's sheet `rows` alone is told, those within reach",
    ),
  ...counts,
  undoneAt: z.string().nullable(),
});
export type FactSheetRow = z.infer<typeof FactSheetRow>;

const sheet = {
  fileId: z.string().min(1).max(64),
  kind: FactKind,
  mapping: FactMappingShape.optional(),
};
const both = { may: ["office", "regulator"], territory: "rows" } as const;

export const factSheetOperations = {
  "factSheet.preview": query(z.strictObject(sheet), FactSheetPlan, both),
  "factSheet.enter": mutation(
    z.strictObject({
      txId: TxId,
      ...sheet,
      mark: z.string().max(100).describe("the preview's; refused where it would do something else now"),
    }),
    z.strictObject({ id: z.string(), plan: FactSheetPlan }),
    both,
  ),
  "factSheet.list": query(
    z.strictObject({ kind: FactKind.optional(), ...PageInput.shape }),
    pageOf(FactSheetRow),
    both,
  ),
  "factSheet.undo": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(60) }),
    z.strictObject({
      undone: z.int().describe("facts that were taken back"),
      left: z.int().describe("changed since, and left as they are"),
      leftRows: z
        .array(z.strictObject({ id: z.string(), name: z.string() }))
        .describe("establishments of the first 100 of them"),
    }),
    both,
  ),
} as const;
