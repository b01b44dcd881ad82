// Whether a waiver takes an establishment out of what is due. Source: rules §4: reason, approver of a higher level.
import type { PlainDate } from "../kernel/plain-date.js";
import type { Level } from "../territory/territory.schema.js";
import type { Period } from "./visit.schema.js";
import { approverLevels, type Waiver } from "./waiver.schema.js";

/**
 * Whether the waiver is for that window, was recorded by the end of `knownOn`, has a reason, and was approved at a
 * level above `level`, the one that answers for the establishment; for a city's official that is the province.
 *
 * @example
 * const waiver = { id: "w1", establishment: "e1", period: "2026Q4", reason: "停业改造", approvedBy: "p1", approverLevel: "county", recordedOn: "2026-11-02" };
 * isWaiverInForce({ waiver, period: "2026Q4", level: "township", knownOn: "2026-11-02" }); // => true
 * isWaiverInForce({ waiver, period: "2026Q4", level: "county", knownOn: "2026-11-02" }); // => false
 */
export const isWaiverInForce = ({
  waiver,
  period,
  level,
  knownOn,
}: {
  readonly waiver: Waiver;
  readonly period: Period;
  readonly level: Level;
  readonly knownOn: PlainDate;
}): boolean =>
  waiver.period === period &&
  waiver.recordedOn <= knownOn &&
  waiver.reason.trim() !== "" &&
  approverLevels.indexOf(waiver.approverLevel) < approverLevels.indexOf(level);
