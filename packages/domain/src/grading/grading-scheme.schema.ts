// A grading scheme (包保主体分级标准) is data of the office, rules §2: localities draw up their own (facts §1.4), so the
// list of rules is replaced as a whole and never written into code.
import * as z from "zod";
import { AttentionFlag, BusinessForm, Size } from "../registry/establishment.schema.js";
import { PairingGrade } from "./grade.schema.js";

const LocalText = z.strictObject({ "zh-CN": z.string().min(1).max(200), en: z.string().min(1).max(300) });

/** What a rule asks for; every field that stands must hold, and within a list one entry is enough. */
export const GradingCondition = z.strictObject({
  forms: z.array(BusinessForm).min(1).max(50).optional(),
  sizes: z.array(Size).min(1).max(10).optional(),
  dinersFrom: z.int().min(0).max(1_000_000).optional().describe("diners per meal, this many or more"),
  dinersBelow: z.int().min(1).max(1_000_000).optional().describe("diners per meal, fewer than this"),
  attention: z.array(AttentionFlag).min(1).max(20).optional(),
});
export type GradingCondition = z.infer<typeof GradingCondition>;

/** One rule of a scheme: the grade that it gives and the id that is shown as the reason. */
export const GradingRule = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/),
  when: GradingCondition,
  grade: PairingGrade,
  title: LocalText,
});
export type GradingRule = z.infer<typeof GradingRule>;

/** An ordered list of rules; the first that matches gives the grade. */
export const GradingScheme = z
  .strictObject({
    id: z.string().min(1).max(60),
    title: LocalText,
    demonstration: z.boolean().describe("true: a demonstration, to be checked before it is used"),
    source: z.string().max(500).describe("documents or facts that the rules rest on"),
    rules: z.array(GradingRule).min(1).max(500),
  })
  .refine((scheme) => new Set(scheme.rules.map((rule) => rule.id)).size === scheme.rules.length, {
    message: "two rules with one id",
    path: ["rules"],
  });
export type GradingScheme = z.infer<typeof GradingScheme>;
