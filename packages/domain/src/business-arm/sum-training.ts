// Training hours of the people of a business's arm in a year, and how many reach what is required.
// Source: F2-07 (directors and officers at least 40 hours a year; N). Missing hours are no gap of the chain (rules §3).
import type { PlainDate } from "../kernel/plain-date.js";
import type { Rate } from "../kernel/rate.js";
import { type ArmPerson, trainingHoursInYear } from "./business-arm.schema.js";

/** One training as it stands; `quarters` are quarters of an hour, so that sums are exact. */
export type TrainingFact = { readonly person: string; readonly on: PlainDate; readonly quarters: number };

export type TrainedPerson = {
  readonly person: string;
  /** Hours of the year. */
  readonly hours: number;
  readonly enough: boolean;
};

/**
 * Hours in the year of every director and officer, in the order given, and the rate of those with enough. Persons in charge
 * need none; somebody with two posts is counted once.
 *
 * @example
 * sumTraining({
 *   people: [{ person: "p", role: "officer", name: "某", from: "2026-01-01", to: null }],
 *   trainings: [{ person: "p", on: "2026-03-01", quarters: 160 }, { person: "p", on: "2025-03-01", quarters: 8 }],
 *   year: 2026,
 * }); // => { people: [{ person: "p", hours: 40, enough: true }], rate: { done: 1, of: 1 } }
 */
export function sumTraining(input: {
  readonly people: readonly ArmPerson[];
  readonly trainings: readonly TrainingFact[];
  readonly year: number;
}): { readonly people: readonly TrainedPerson[]; readonly rate: Rate } {
  const quarters = new Map<string, number>();
  for (const training of input.trainings)
    if (Number(training.on.slice(0, 4)) === input.year)
      quarters.set(training.person, (quarters.get(training.person) ?? 0) + training.quarters);
  const ids = new Set(
    input.people.filter(({ role }) => role !== "person-in-charge").map(({ person }) => person),
  );
  const people = [...ids].map((person) => {
    const sum = quarters.get(person) ?? 0;
    return { person, hours: sum / 4, enough: sum >= trainingHoursInYear * 4 };
  });
  return { people, rate: { done: people.filter(({ enough }) => enough).length, of: people.length } };
}
