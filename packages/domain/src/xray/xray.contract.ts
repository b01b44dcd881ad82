import * as z from "zod";
import { DaysInput, mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { XrayObjectKind, XrayOwnerKind, XrayRuleId, XraySeverityKind } from "./xray.schema.js";

/** One rule with what it found. */
export const XrayRuleRow = z.strictObject({
  rule: XrayRuleId,
  severity: XraySeverityKind,
  owner: XrayOwnerKind,
  about: XrayObjectKind,
  field: z.string().describe("the fact to mend"),
  count: z.int().describe("open findings"),
  ignored: z.int(),
});
export type XrayRuleRow = z.infer<typeof XrayRuleRow>;

/** The x-ray of a day: counts by rule and by township, and how they went. */
export const Xray = z.strictObject({
  asOf: PlainDate,
  establishments: z.int(),
  officials: z.int(),
  findings: z.int(),
  rules: z.array(XrayRuleRow),
  townships: z
    .array(
      z.strictObject({
        code: z.string().nullable().describe("null: place not known, or above the townships"),
        name: z.string(),
        count: z.int(),
        byRule: z.record(z.string(), z.int()),
      }),
    )
    .describe("the most findings first"),
  trend: z
    .array(z.strictObject({ day: PlainDate, error: z.int(), warning: z.int(), notice: z.int() }))
    .describe("as counted on each of the last 90 days that were counted, the oldest first"),
});
export type Xray = z.infer<typeof Xray>;

export const XrayRow = z.strictObject({
  rule: XrayRuleId,
  about: XrayObjectKind,
  id: z.string(),
  name: z.string(),
  placeName: z.string(),
  reason: ProblemShape,
  ignored: z
    .strictObject({ reason: z.string(), until: PlainDate, by: z.string() })
    .nullable()
    .describe("why it was set aside, and until when"),
});
export type XrayRow = z.infer<typeof XrayRow>;

const scope = { territory: z.string().max(20).optional(), ...DaysInput.shape };
const findings = z.array(z.string().max(64)).min(1).max(500);

export const xrayOperations = {
  "xray.get": query(z.strictObject(scope), Xray, { may: placeReaders, territory: "input" }),
  "xray.rows": query(
    z.strictObject({
      ...scope,
      rule: XrayRuleId,
      unplaced: z.boolean().optional().describe("only those in no township"),
      ignored: z.boolean().default(false).describe("those set aside instead of the open ones"),
      ...PageInput.shape,
    }),
    pageOf(XrayRow),
    { may: placeReaders, territory: "rows" },
  ),
  "xray.ignore": mutation(
    z.strictObject({
      txId: TxId,
      rule: XrayRuleId,
      ids: findings,
      reason: z.string().trim().min(2).max(300),
      until: PlainDate.describe("the last day on which it is set aside"),
    }),
    z.strictObject({ ignored: z.int() }),
    { may: ["office", "regulator"], territory: "object" },
  ),
  "xray.watch": mutation(
    z.strictObject({ txId: TxId, rule: XrayRuleId, ids: findings }),
    z.strictObject({ watched: z.int() }),
    { may: ["office", "regulator"], territory: "object" },
  ),
} as const;
