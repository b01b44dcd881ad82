// The business's own arm of the chain: its people, their training, its own controls. Source: rules §3; F2-01…F2-10.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

/** Person in charge (主要负责人), food-safety director (总监), food-safety officer (安全员). */
export const armRoles = ["person-in-charge", "director", "officer"] as const;
export const ArmRole = z.enum(armRoles);
export type ArmRole = z.infer<typeof ArmRole>;

/** One person of a business's arm, in their role from a day to a day. */
export const ArmPerson = z.strictObject({
  person: z.string(),
  role: ArmRole,
  name: z.string().min(1).max(60),
  from: PlainDate,
  to: PlainDate.nullable().describe("first day no longer"),
});
export type ArmPerson = z.infer<typeof ArmPerson>;

/** Hours of training that a director or officer needs in a year (F2-07, N). */
export const trainingHoursInYear = 40;

/** Daily control (日管控), weekly check (周排查), monthly review (月调度); F2-08. */
export const controlKinds = ["daily", "weekly", "monthly"] as const;
export const ControlKind = z.enum(controlKinds);
export type ControlKind = z.infer<typeof ControlKind>;

/** What was found; a day, week or month on which the business was not open has nothing to control. */
export const controlResults = ["no-risk", "findings", "not-open"] as const;
export const ControlResult = z.enum(controlResults);
export type ControlResult = z.infer<typeof ControlResult>;

/** The day, ISO week or month that a report is about: `2026-11-24`, `2026-W48`, `2026-11`. */
export const ControlPeriod = z
  .string()
  .regex(/^\d{4}-(?:W(?:0[1-9]|[1-4]\d|5[0-3])|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)$/);
export type ControlPeriod = z.infer<typeof ControlPeriod>;
