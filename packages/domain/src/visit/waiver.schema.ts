// An approved waiver takes an establishment out of what is due in one window. Source: rules §4 "Done".
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { levels } from "../territory/territory.schema.js";
import { Period } from "./visit.schema.js";

/** Levels of an approver: those of the chain and the province above, which alone can waive for a city's official. */
export const approverLevels = ["province", ...levels] as const;

/** A waiver of one window of one establishment. */
export const Waiver = z.strictObject({
  id: z.string(),
  establishment: z.string(),
  period: Period.describe("the window it waives"),
  reason: z.string().min(1).max(500),
  approvedBy: z.string().min(1),
  approverLevel: z.enum(approverLevels),
  recordedOn: PlainDate,
});
export type Waiver = z.infer<typeof Waiver>;
