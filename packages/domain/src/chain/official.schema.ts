// Supervising officials (包保干部) and their dated assignments, rules §3.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { Level } from "../territory/territory.schema.js";

export { Level };

/** An official who may answer for establishments. */
export const Official = z.strictObject({
  id: z.string(),
  name: z.string().min(1).max(60),
  unit: z.string().max(120),
  post: z.string().max(120),
  level: Level,
  jurisdictions: z.array(z.string()).min(1).describe("place codes the official may answer in"),
  capacity: z
    .int()
    .min(0)
    .max(100_000)
    .nullable()
    .describe("most establishments, null when the office set none"),
  homeGrid: z.string().nullable(),
  from: PlainDate,
  to: PlainDate.nullable().describe("first day no longer in the post"),
});
export type Official = z.infer<typeof Official>;

/** One establishment in the care of one official from a date to a date (`to` is the first day no longer). */
export const Assignment = z.strictObject({
  id: z.string(),
  establishment: z.string(),
  official: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** Kinds of gap, rules §3; the order is the order of screens. */
export const gapKinds = [
  "nobody",
  "wrong-level",
  "outside-jurisdiction",
  "no-commitment",
  "annex-unacknowledged",
  "overload",
  "no-work",
  "business-arm",
] as const;
export const GapKind = z.enum(gapKinds);
export type GapKind = z.infer<typeof GapKind>;
