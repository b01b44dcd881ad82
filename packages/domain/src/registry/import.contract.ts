// Operations that bring files into the register, from a first look to their undoing.
import * as z from "zod";
import {
  mutation,
  PageInput,
  ProblemShape,
  pageOf,
  query,
  SeenVersion,
  subscription,
  TxId,
} from "../kernel/operation.js";
import {
  ComparedFact,
  FileInspection,
  HeldRow,
  ImportAnswer,
  ImportKind,
  ImportMapping,
  ImportOptions,
  ImportOutcome,
  ImportRow,
  ImportRowNumber,
  ImportRun,
  SavedMapping,
  SourceName,
  UndoAnswer,
} from "./import.schema.js";

const DecisionReason = z.string().trim().min(1).max(300);
const RunId = z.string().max(64);

const Decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("create") }),
  z.strictObject({
    kind: z.literal("update"),
    target: z.string().max(64).optional().describe("absent: the only candidate of each row"),
  }),
  z.strictObject({ kind: z.literal("refuse") }),
]);

export const importOperations = {
  "import.inspect": query(z.strictObject({ fileId: z.string(), kind: ImportKind }), FileInspection, {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "import.preview": mutation(
    z.strictObject({
      txId: TxId,
      fileId: z.string(),
      kind: ImportKind,
      mapping: ImportMapping.optional(),
      source: SourceName.optional().describe("its saved mapping is taken where no mapping is given"),
      options: ImportOptions.partial().optional(),
    }),
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
      reason: DecisionReason.optional(),
    }),
    ImportAnswer,
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.held": query(
    z.strictObject({
      doubt: z.string().max(100).optional().describe("code of the first reason"),
      kind: ImportKind.optional(),
      runId: RunId.optional(),
      ...PageInput.shape,
    }),
    z.strictObject({
      ...pageOf(HeldRow).shape,
      doubts: z
        .array(z.strictObject({ code: z.string(), count: z.int() }))
        .describe("how many wait for each reason, in the whole queue"),
    }),
    { may: ["office"], territory: "rows", whole: true },
  ),
  "import.compare": query(
    z.strictObject({ runId: RunId, row: ImportRowNumber }),
    z.strictObject({
      candidates: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      fields: z.array(ComparedFact).describe("the row's own value first, then each candidate's"),
    }),
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.decideHeld": mutation(
    z.strictObject({
      txId: TxId,
      rows: z
        .array(z.strictObject({ runId: RunId, row: ImportRowNumber }))
        .min(1)
        .max(500),
      decision: z.discriminatedUnion("kind", [
        ...Decision.options,
        z.strictObject({ kind: z.literal("later") }),
      ]),
      reason: DecisionReason,
    }),
    z.strictObject({
      decided: z.int(),
      left: z
        .array(z.strictObject({ runId: z.string(), row: z.int(), problem: ProblemShape }))
        .describe("rows that cannot be decided so, each with its reason; they stay in the queue"),
    }),
    { may: ["office"], territory: "object", whole: true },
  ),
  "import.mappings": query(
    z.strictObject({ kind: ImportKind.optional() }),
    z.strictObject({ mappings: z.array(SavedMapping) }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "import.saveMapping": mutation(
    z.strictObject({
      txId: TxId,
      kind: ImportKind,
      source: SourceName,
      version: SeenVersion.describe("the version that was seen; 0 for a new source"),
      mapping: ImportMapping,
      options: ImportOptions.prefault({}),
    }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "import.endMapping": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(64), version: SeenVersion }),
    z.strictObject({ id: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "import.planUndo": query(z.strictObject({ runId: RunId }), UndoAnswer, {
    may: ["office"],
    territory: "object",
    whole: true,
  }),
  "import.undo": mutation(z.strictObject({ txId: TxId, runId: RunId, reason: DecisionReason }), UndoAnswer, {
    may: ["office"],
    territory: "object",
    whole: true,
  }),
} as const;
