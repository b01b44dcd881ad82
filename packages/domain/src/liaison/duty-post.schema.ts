// Duty posts (值守岗位): who answers for a place besides the pairing officials, in two times: leaders in charge at each
// level, liaisons of townships and villages, heads and inspectors of market-regulation stations.
// Source: rules §3 "The chain of an establishment on a date, in full" (certain); the kinds and their fields are ours.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

/** Kinds of duty post, in the order of screens. */
export const dutyKinds = ["leader", "liaison", "station-head", "inspector"] as const;
export const DutyKind = z.enum(dutyKinds);
export type DutyKind = z.infer<typeof DutyKind>;

/** What is said of a post's holder; the mobile number stands apart, sealed. */
export const DutyFacts = z.strictObject({
  name: z.string().trim().min(1).max(60),
  unit: z.string().trim().max(120),
  title: z.string().trim().max(120).describe("所任职务"),
  territories: z.array(z.string().min(1).max(20)).min(1).max(50).describe("place codes"),
  officePhone: z.string().trim().max(30).nullable(),
  person: z.string().min(1).max(64).nullable().describe("id of an account, where the holder has one"),
});
export type DutyFacts = z.infer<typeof DutyFacts>;

/** A post with its holder from a day to a day; `post` stays while holders follow one another. */
export const DutyPost = z.strictObject({
  post: z.string(),
  kind: DutyKind,
  ...DutyFacts.shape,
  from: PlainDate,
  to: PlainDate.nullable().describe("first day no longer"),
});
export type DutyPost = z.infer<typeof DutyPost>;
