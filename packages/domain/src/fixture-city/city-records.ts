// What the demonstration city consists of, in the shapes that storage keeps: records with ids that refer to each other.
// Where the product has a schema, its type is used; what follows has dates beside it and no schema of its own.
import type { Assignment, Official } from "../chain/official.schema.js";
import type { DatedPairingGrade, DatedRiskGrade } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { Establishment, EstablishmentState } from "../registry/establishment.schema.js";
import type { DemonstrationVillage } from "./list-demonstration-villages.js";

/** An establishment's state from a date to a date; `to` is the first day no longer. */
export type StateSpell = {
  readonly establishment: string;
  readonly state: EstablishmentState;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** A pairing grade of one establishment, given by the scheme. */
export type PairingGradeRecord = DatedPairingGrade & { readonly establishment: string };

/** A risk grade of one establishment, as the regulator would give it. */
export type RiskGradeRecord = DatedRiskGrade & { readonly establishment: string };

/** An invented establishment with its history and what the other parts of the city need to know about it. */
export type InventedEstablishment = {
  readonly establishment: Establishment;
  readonly village: DemonstrationVillage;
  readonly spells: readonly StateSpell[];
  readonly grades: readonly PairingGradeRecord[];
};

/** The officials with the pairings they hold and held. */
export type InventedChain = {
  readonly officials: readonly Official[];
  readonly assignments: readonly Assignment[];
};

/** The id of a record, a prefix and a running number: `est-0007`. */
export const toRecordId = (prefix: string, number: number, digits = 4): string =>
  `${prefix}-${String(number).padStart(digits, "0")}`;
