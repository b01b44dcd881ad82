// A change of an establishment's state (主体状态变化) as a dated event: from which day, why, who told it, and when the two
// clocks that it starts were answered.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { EstablishmentState } from "./establishment.schema.js";

/** Who a change of state is known from. What an import said has none. */
export const stateSources = ["regulator", "office", "business", "visit"] as const;
export const StateSource = z.enum(stateSources);
export type StateSource = z.infer<typeof StateSource>;

const Reason = z.string().trim().min(1).max(300);

/** One spell of a state: `to` is the first day no longer, null while it lasts. */
export const StateSpell = z.strictObject({
  state: EstablishmentState,
  from: PlainDate,
  to: PlainDate.nullable(),
  reason: Reason.nullable(),
  source: StateSource.nullable(),
  reportedOn: PlainDate.nullable().describe("day on which the office was told by the regulator"),
  adjustedOn: PlainDate.nullable().describe("day on which the office noted that the pairing was settled"),
});
export type StateSpell = z.infer<typeof StateSpell>;

/** What may be done to the time line of an establishment's states. */
export const StateChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("enter"),
    state: EstablishmentState,
    from: PlainDate,
    reason: Reason,
    source: StateSource,
    reportedOn: PlainDate.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("correct"),
    event: PlainDate.describe("first day of the spell that is corrected"),
    state: EstablishmentState.optional(),
    from: PlainDate.optional(),
    reason: Reason.optional(),
    source: StateSource.optional(),
    reportedOn: PlainDate.nullable().optional(),
    adjustedOn: PlainDate.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("withdraw"), event: PlainDate }),
]);
export type StateChange = z.infer<typeof StateChange>;
