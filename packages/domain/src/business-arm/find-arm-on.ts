// Who of a business's own arm was in their post on a day, as known on a day, and what the chain's gaps ask of it.
// Source: rules §3; F2-01, F2-03, F2-04, F2-06 (N).
import type { TwoTimes } from "../chain/dated-fact.js";
import { isInForceOn, isKnownOn } from "../chain/dated-fact.js";
import type { BusinessArm } from "../chain/find-arm-gap.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { BusinessForm, Size } from "../registry/establishment.schema.js";
import type { ArmRole } from "./business-arm.schema.js";
import { needsFoodSafetyDirector } from "./needs-food-safety-director.js";

/** A post in a business's arm as recorded. */
export type ArmRecord = TwoTimes & { readonly person: string; readonly role: ArmRole; readonly name: string };

/** The posts in force on the day, as known at the end of `knownOn`, in the order given. */
export const findArmOn = <R extends TwoTimes>(
  records: readonly R[],
  on: PlainDate,
  knownOn: PlainDate,
): readonly R[] => records.filter((record) => isInForceOn(record, on) && isKnownOn(record, knownOn));

/**
 * The arm as plain facts for the gaps of the chain. A director who may be required but for a fact that is not known is not
 * taken to be.
 *
 * @example
 * toBusinessArm({ form: "central-kitchen", size: null, diners: null }, [{ role: "officer" }]);
 * // => { personInCharge: false, officers: 1, director: false, directorRequired: true }
 */
export const toBusinessArm = (
  facts: { readonly form: BusinessForm | null; readonly size: Size | null; readonly diners: number | null },
  inPost: readonly { readonly role: ArmRole }[],
): BusinessArm => ({
  personInCharge: inPost.some(({ role }) => role === "person-in-charge"),
  officers: inPost.filter(({ role }) => role === "officer").length,
  director: inPost.some(({ role }) => role === "director"),
  directorRequired: needsFoodSafetyDirector(facts).required === true,
});
