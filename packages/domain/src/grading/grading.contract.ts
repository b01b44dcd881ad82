import * as z from "zod";
import { mutation, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { readers } from "../kernel/role-sets.js";
import { PairingGrade, RiskGrade } from "./grade.schema.js";
import { GradingScheme } from "./grading-scheme.schema.js";

export const gradingOperations = {
  "grading.scheme": query(z.strictObject({}), GradingScheme, { may: readers, territory: "none" }),
  "grading.regrade": mutation(
    z.strictObject({ txId: TxId, territory: z.string().max(20).optional(), from: PlainDate.optional() }),
    z.strictObject({
      changed: z.array(z.strictObject({ from: PairingGrade.nullable(), to: PairingGrade, count: z.int() })),
      unchanged: z.int(),
      refused: z.int(),
      missing: z.array(z.strictObject({ code: z.string(), count: z.int() })),
    }),
    { may: ["office"], territory: "input" },
  ),
  "grading.setRisk": mutation(
    z.strictObject({
      txId: TxId,
      establishment: z.string(),
      grade: RiskGrade,
      from: PlainDate,
      source: z.string().min(1).max(120),
      basis: z.string().min(1).max(300),
    }),
    z.strictObject({ establishment: z.string() }),
    { may: ["office", "regulator"], territory: "object" },
  ),
} as const;
