import * as z from "zod";
import {
  mostInt4,
  mutation,
  PageInput,
  ProblemShape,
  pageOf,
  query,
  subscription,
  TxId,
} from "../kernel/operation.js";

/** What a file may bring in. */
export const importKinds = ["registry", "territories", "officials"] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

/** The five ways a row can go; they always sum to the rows of the file. */
export const importOutcomes = ["created", "updated", "unchanged", "held", "refused"] as const;
export const ImportOutcome = z.enum(importOutcomes);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** One reason at one cell; `row` as the spreadsheet shows it, `column` the file's own header (empty: whole row). */
export const ImportProblem = z.strictObject({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  message: z.string().describe("the sentence in the asker's language"),
});

/** The answer of an import, as `shian import … --json` prints it. */
export const ImportAnswer = z.strictObject({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  held: z.int(),
  refused: z.int(),
  problems: z.array(ImportProblem),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** header of the file → field of the register; `null` leaves the column out. */
export const ImportMapping = z.record(z.string().max(200), z.string().max(60).nullable());
export type ImportMapping = z.infer<typeof ImportMapping>;

/** A run of an import: preview first, apply later; it survives a closed page. */
export const ImportRun = z.strictObject({
  id: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  status: z.enum(["reading", "previewed", "applying", "applied", "failed"]),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable() }),
  mapping: ImportMapping,
  answer: ImportAnswer.nullable().describe(
    "problems limited to the first 200 here; all by import.rows and the error file",
  ),
  failure: ProblemShape.nullable(),
  graded: z
    .strictObject({ graded: z.int(), ungraded: z.int(), assigned: z.int(), unassigned: z.int() })
    .nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportRow = z.strictObject({
  row: z.int(),
  outcome: ImportOutcome,
  name: z.string(),
  cells: z.record(z.string(), z.string()).describe("header → text of the file"),
  problems: z.array(z.strictObject({ column: z.string(), ...ProblemShape.shape })),
  notices: z.array(z.strictObject({ column: z.string(), ...ProblemShape.shape })),
  changes: z.array(
    z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      creditCode: z.string().nullable(),
      placeName: z.string(),
    }),
  ),
  decisions: z.array(z.enum(["create", "update", "refuse"])).describe("what may be decided about a held row"),
  decided: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What the file looks like and how its columns would be read. */
export const FileInspection = z.strictObject({
  fileId: z.string(),
  fileName: z.string(),
  kind: ImportKind,
  headerRow: z.int(),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      field: z.string().nullable(),
      sure: z.boolean(),
      sample: z.array(z.string()),
    }),
  ),
  fields: z.array(z.string()).describe("fields a column may be mapped to"),
});
export type FileInspection = z.infer<typeof FileInspection>;

/** A row of a file by its number. */
export const ImportRowNumber = z.int().min(0).max(mostInt4);

const Decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("create") }),
  z.strictObject({ kind: z.literal("update"), target: z.string() }),
  z.strictObject({ kind: z.literal("refuse") }),
]);

export const importOperations = {
  "import.inspect": query(z.strictObject({ fileId: z.string(), kind: ImportKind }), FileInspection, {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "import.preview": mutation(
    z.strictObject({ txId: TxId, fileId: z.string(), kind: ImportKind, mapping: ImportMapping.optional() }),
    z.strictObject({ runId: z.string() }),
    { may: ["office"], territory: "rows", whole: true },
  ),
  "import.apply": mutation(
    z.strictObject({ txId: TxId, runId: z.string() }),
    z.strictObject({ runId: z.string() }),
    { may: ["office"], territory: "rows", whole: true },
  ),
  "import.run": query(
    z.strictObject({
      runId: z.string(),
      locale: z.enum(["zh-CN", "en"]).default("zh-CN"),
      allProblems: z.boolean().default(false),
    }),
    ImportRun,
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.watch": subscription(
    z.strictObject({ runId: z.string(), locale: z.enum(["zh-CN", "en"]).default("zh-CN") }),
    ImportRun,
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.list": query(z.strictObject({}), z.strictObject({ runs: z.array(ImportRun) }), {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "import.rows": query(
    z.strictObject({ runId: z.string(), outcome: ImportOutcome, ...PageInput.shape }),
    pageOf(ImportRow),
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.decide": mutation(
    z.strictObject({
      txId: TxId,
      runId: z.string(),
      rows: z.array(ImportRowNumber).min(1).max(500),
      decision: Decision,
    }),
    ImportAnswer,
    { may: ["office"], territory: "object", whole: true },
  ),
} as const;
