// What a person was granted, and who stands in for whom.
// Source: issue "Second" (a grant is role × territory × dates; a stand-in is a dated entry, not a role).
import * as z from "zod";
import { roles } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";

/** The three administrators who are kept apart (三员): nobody is two of them, and none sees business data. */
export const administratorRoles = ["system", "security", "audit"] as const;
export type AdministratorRole = (typeof administratorRoles)[number];

/** Roles that can be granted; `public` is having none. */
export const grantableRoles = roles.filter((role) => role !== "public");
export const GrantableRole = z.enum(grantableRoles);
export type GrantableRole = z.infer<typeof GrantableRole>;

const times = { from: PlainDate, to: PlainDate.nullable().describe("first day no longer; null: open") };

/** A grant: a role, where it reaches, from when to when. */
export const Grant = z.strictObject({
  id: z.string(),
  person: z.string(),
  role: GrantableRole,
  territory: z.string().nullable().describe("place code; null for administrators, officials and businesses"),
  official: z.string().nullable().describe("for role official: whose establishments are theirs"),
  establishment: z.string().nullable().describe("for role business: the establishment that is theirs"),
  leading: z.boolean().describe("for role unit: 责任领导"),
  ...times,
});
export type Grant = z.infer<typeof Grant>;

/** One official supervises in the place of another (代为督导). */
export const StandIn = z.strictObject({
  id: z.string(),
  official: z.string().describe("who stands in"),
  standsInFor: z.string().describe("whose establishments"),
  establishments: z.array(z.string()).nullable().describe("null: all that the official answers for"),
  ...times,
});
export type StandIn = z.infer<typeof StandIn>;
