// The two clocks that a change of an establishment's state starts: the regulator's report to the office within 15 working
// days, and the office's re-pairing within 7 working days of that report, or of the change where the office made it.
// Source: rules §3; F1-22 (one city's measure, second-hand: the numbers are the office's data, to be checked). That a
// change known from an import starts no clock, and what counts as re-paired, is ours.
import type { PlainDate } from "../kernel/plain-date.js";
import { addWorkingDays, type WorkingDayCalendar } from "../kernel/working-days.js";
import type { StateSpell } from "./state-event.schema.js";

/** Working days of the two clocks (F1-22). */
export const stateClockDays = { report: 15, pairing: 7 } as const;

/** How a clock stands: not running at all, waiting for the other one, running, late, done, or done after its day. */
export const clockStandings = ["none", "waiting", "running", "late", "done", "done-late"] as const;
export type ClockStanding = (typeof clockStandings)[number];

/** One clock: `provisional` while a year of its working days is not loaded. */
export type Clock = {
  readonly standing: ClockStanding;
  readonly due: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly provisional: boolean;
};
export type StateClock = { readonly report: Clock; readonly pairing: Clock };

const none: Clock = { standing: "none", due: null, doneOn: null, provisional: false };

function run(
  from: PlainDate,
  days: number,
  doneOn: PlainDate | null,
  { asOf, calendar }: { readonly asOf: PlainDate; readonly calendar?: WorkingDayCalendar | undefined },
): Clock {
  const { date: due, provisional } = addWorkingDays({ from, days, calendar });
  const done = doneOn !== null && doneOn <= asOf ? doneOn : null;
  const standing = done === null ? (asOf > due ? "late" : "running") : done > due ? "done-late" : "done";
  return { standing, due, doneOn: done, provisional };
}

const earliest = (...days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/**
 * Both clocks of a change of state as they stand on the day. `repairedOn` is the first day, on or after the change, on
 * which the establishment's pairing changed; null where it did not.
 *
 * @example
 * const spell = { from: "2026-11-02", source: "regulator", reportedOn: null, adjustedOn: null };
 * findStateClock({ spell, repairedOn: null, asOf: "2026-11-24" }).report; // => { standing: "late", due: "2026-11-23", doneOn: null, provisional: false }
 * findStateClock({ spell: { ...spell, source: "office" }, repairedOn: null, asOf: "2026-11-04" }).pairing.due; // => "2026-11-11"
 */
export function findStateClock({
  spell,
  repairedOn,
  asOf,
  calendar,
}: {
  readonly spell: Pick<StateSpell, "from" | "source" | "reportedOn" | "adjustedOn">;
  readonly repairedOn: PlainDate | null;
  readonly asOf: PlainDate;
  readonly calendar?: WorkingDayCalendar | undefined;
}): StateClock {
  const { from, source, reportedOn, adjustedOn } = spell;
  if (source === null || asOf < from) return { report: none, pairing: none };
  const isOwn = source === "office";
  const report = isOwn ? none : run(from, stateClockDays.report, reportedOn, { asOf, calendar });
  const begins = isOwn ? from : report.doneOn;
  const settledOn = earliest(repairedOn, adjustedOn);
  const pairing: Clock =
    begins === null
      ? settledOn === null || settledOn > asOf
        ? { ...none, standing: "waiting" }
        : { ...none, standing: "done", doneOn: settledOn }
      : run(begins, stateClockDays.pairing, settledOn, { asOf, calendar });
  return { report, pairing };
}
