import * as z from "zod";
import { mutation, query, SeenVersion, TxId } from "../kernel/operation.js";
import { scoreReaders } from "../kernel/role-sets.js";
import { Measurement, Rubric, ScoreSheet } from "../rubric/rubric.schema.js";

/** An edition in a list. */
export const RubricRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  edition: z.string(),
  issuer: z.string(),
  official: z.boolean(),
  items: z.int(),
  measured: z.int(),
  current: z.boolean().describe("the edition the office is scored by today"),
});

/** An edition, its measurements (points as decimals, as in the file) and the sheet they give. */
export const EvaluationView = z.strictObject({
  rubric: Rubric,
  measurements: z.record(z.string(), Measurement),
  versions: z.record(z.string(), z.int()).describe("version of each measurement, named when it is changed"),
  sheet: ScoreSheet,
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      points: z.int(),
      obtained: z.int(),
      open: z.int(),
      lost: z.int(),
    }),
  ),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

export const evaluationOperations = {
  "rubric.list": query(z.strictObject({}), z.strictObject({ rows: z.array(RubricRow) }), {
    may: scoreReaders,
    territory: "none",
  }),
  "rubric.import": mutation(
    z.strictObject({ txId: TxId, rubric: z.unknown(), makeCurrent: z.boolean().default(true) }),
    z.strictObject({ id: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "evaluation.get": query(z.strictObject({ rubric: z.string().optional() }), EvaluationView, {
    may: scoreReaders,
    territory: "none",
  }),
  "evaluation.measure": mutation(
    z.strictObject({
      txId: TxId,
      rubric: z.string(),
      item: z.string(),
      version: SeenVersion.describe("0 when the item has no measurement yet"),
      measurement: Measurement.nullable().describe("null takes the measurement back"),
    }),
    EvaluationView,
    { may: ["office", "evaluator"], territory: "none" },
  ),
} as const;
