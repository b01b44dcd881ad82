// What an import shows of a file, its rows and its undoing.
import * as z from "zod";
import { mostInt4, ProblemShape } from "../kernel/operation.js";
/** What a file may bring in. */
export const importKinds = ["registry", "territories", "officials", "duties", "groups"] as const;
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

/** Name of where files come from, such as the provincial licence system; a saved mapping is known by it. */
export const SourceName = z.string().trim().min(1).max(60);

/** What a file of a source is asked about before it founds anything. */
export const ImportOptions = z.strictObject({
  holdNew: z.boolean().default(false).describe("hold every new establishment for a person"),
  holdSimilar: z.boolean().default(false).describe("hold a new one that resembles one of the register"),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** A mapping that the office keeps for files of one source; each saving is a version. */
export const SavedMapping = z.strictObject({
  id: z.string(),
  kind: ImportKind,
  source: z.string(),
  version: z.int(),
  mapping: ImportMapping,
  options: ImportOptions,
  savedBy: z.string(),
  savedAt: z.string(),
  versions: z
    .array(z.strictObject({ version: z.int(), savedBy: z.string(), savedAt: z.string() }))
    .describe("all versions, the latest first"),
});
export type SavedMapping = z.infer<typeof SavedMapping>;

/** What undoing an applied run did, or would do. */
export const ImportUndone = z.strictObject({
  takenOut: z.int(),
  restored: z.int(),
  refused: z.int(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ImportUndone = z.infer<typeof ImportUndone>;

/** A run of an import: preview first, apply later; it survives a closed page. */
export const ImportRun = z.strictObject({
  id: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  status: z.enum(["reading", "previewed", "applying", "applied", "failed", "undone"]),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable() }),
  mapping: ImportMapping,
  source: z.string().nullable().describe("whose file it is; its saved mapping was proposed or chosen"),
  options: ImportOptions,
  appliedAt: z.string().nullable(),
  undone: ImportUndone.nullable().describe("what was taken back, once it was"),
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
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable().describe("why it was decided so, or put off"),
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
  saved: z
    .array(
      z.strictObject({
        id: z.string(),
        source: z.string(),
        version: z.int(),
        savedBy: z.string(),
        savedAt: z.string(),
        fit: z.enum(["exact", "partial"]),
        mapping: ImportMapping,
        options: ImportOptions,
        missing: z.array(z.string()),
        added: z.array(z.string()),
      }),
    )
    .describe("saved mappings whose columns the file has, the best first"),
});
export type FileInspection = z.infer<typeof FileInspection>;

/** A row of a file by its number. */
export const ImportRowNumber = z.int().min(0).max(mostInt4);

/** A row that was held by an applied file and still waits for a person. */
export const HeldRow = z.strictObject({
  runId: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  source: z.string().nullable(),
  heldAt: z.string(),
  later: z
    .strictObject({ by: z.string(), at: z.string(), reason: z.string().nullable() })
    .nullable()
    .describe("who put it off, when and why"),
  ...ImportRow.shape,
});
export type HeldRow = z.infer<typeof HeldRow>;

/** One fact of a row beside the same fact of each establishment that it may mean. */
export const ComparedFact = z.strictObject({
  field: z.string(),
  values: z.array(z.string().nullable()),
  differs: z.array(z.boolean()),
});
export type ComparedFact = z.infer<typeof ComparedFact>;

/** A row of an applied run as undoing sees it. */
export const UndoRow = z.strictObject({
  row: z.int(),
  id: z.string(),
  name: z.string(),
  undo: z.enum(["take-out", "restore"]),
  problem: ProblemShape.nullable().describe("why it stays as it is"),
});
export type UndoRow = z.infer<typeof UndoRow>;

/** What undoing a run would do or did: counts, and rows with those that stay first, at most a thousand. */
export const UndoAnswer = z.strictObject({
  runId: z.string(),
  fileName: z.string(),
  ...ImportUndone.shape,
  rows: z.array(UndoRow),
});
export type UndoAnswer = z.infer<typeof UndoAnswer>;
