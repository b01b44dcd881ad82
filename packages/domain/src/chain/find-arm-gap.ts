// What of the business's own arm of the chain is missing: person in charge, food-safety officer, and the director where
// one is required. Missing training hours are no gap.
// Source: rules §3 "Gaps"; F2-01, F2-03, F2-04, F2-06 (N).
import type { ChainProblemCode } from "./chain.problem.js";

/** Who of the business's own arm is in their post on the day of the question. */
export type BusinessArm = {
  readonly personInCharge: boolean;
  readonly officers: number;
  readonly director: boolean;
  readonly directorRequired: boolean;
};

const codes: readonly (ChainProblemCode | undefined)[] = [
  undefined,
  "chain/arm-without-person",
  "chain/arm-without-officer",
  "chain/arm-without-person-officer",
  "chain/arm-without-director",
  "chain/arm-without-person-director",
  "chain/arm-without-officer-director",
  "chain/arm-empty",
];

/**
 * The code that names everything missing in the arm, undefined when it is complete. A director who is not required is
 * never missing.
 *
 * @example
 * findArmGap({ personInCharge: true, officers: 0, director: false, directorRequired: false });
 * // => "chain/arm-without-officer"
 */
export const findArmGap = ({
  personInCharge,
  officers,
  director,
  directorRequired,
}: BusinessArm): ChainProblemCode | undefined =>
  codes[(personInCharge ? 0 : 1) + (officers > 0 ? 0 : 2) + (director || !directorRequired ? 0 : 4)];
