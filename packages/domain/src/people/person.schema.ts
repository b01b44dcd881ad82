// People who work with the product and the units they belong to.
// Source: issue "Second" (unit kinds, accounts opened by the system administrator).
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

/** Kinds of units: bodies, and the groups they form (task group 专责组, work team 专班). */
export const unitKinds = [
  "office",
  "regulator",
  "department",
  "government",
  "party",
  "township",
  "community",
  "task-group",
  "work-team",
  "third-party",
  "business",
] as const;
export const UnitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof UnitKind>;

/** Kinds of units that have members, dated, and a lead unit. */
export const groupKinds = ["task-group", "work-team"] as const satisfies readonly UnitKind[];

/** A name that a person signs in with: 3 to 32 lower-case letters, digits, `.`, `-` or `_`, a letter first. */
export const Username = z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/);

/** Whether an account may be used. `locked` (too many wrong tries) is never stored; it follows from the tries. */
export const accountStates = ["enabled", "disabled"] as const;
export const AccountState = z.enum(accountStates);
export type AccountState = z.infer<typeof AccountState>;

/** One of the three administrators (三员), or anyone else; settled when the account is opened and never changed. */
export const personKinds = ["administrator", "staff"] as const;
export const PersonKind = z.enum(personKinds);
export type PersonKind = z.infer<typeof PersonKind>;

/** A unit from a date to a date. */
export const Unit = z.strictObject({
  id: z.string(),
  name: z.string().min(1).max(100),
  kind: UnitKind,
  territory: z.string().nullable(),
  leadUnit: z.string().nullable().describe("for a task group or work team"),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type Unit = z.infer<typeof Unit>;
