// What one row of a file says about an establishment, and how its reasons are kept.
import type { KernelProblemCode } from "../kernel/kernel.problem.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { Problem } from "../kernel/result.js";
import type { PrivacyProblemCode } from "../privacy/privacy.problem.js";
import type { TerritoryProblemCode } from "../territory/territory.problem.js";
import type {
  AttentionFlag,
  BusinessForm,
  CoordinateSystem,
  EstablishmentState,
  Size,
} from "./establishment.schema.js";
import type { RegistryProblemCode } from "./registry.problem.js";

/** One reason at one cell; `column` is the header of the file, empty for the whole row. */
export type RowProblem = Problem<
  RegistryProblemCode | KernelProblemCode | TerritoryProblemCode | PrivacyProblemCode
> & {
  readonly column: string;
};

/** The facts that a row gives; `undefined` where its column is absent or its cell blank, which changes nothing. */
export type RowFacts = {
  readonly name: string;
  readonly creditCode: string | undefined;
  readonly licenceNumber: string | undefined;
  readonly form: BusinessForm | undefined;
  readonly size: Size | undefined;
  readonly diners: number | undefined;
  readonly attention: readonly AttentionFlag[] | undefined;
  readonly place: string | undefined;
  readonly placeText: string | undefined;
  readonly address: string | undefined;
  readonly openedOn: PlainDate | undefined;
  readonly licenceIssuedOn: PlainDate | undefined;
  readonly licenceExpiresOn: PlainDate | undefined;
  readonly personInCharge: string | undefined;
  readonly foodSafetyDirector: string | undefined;
  readonly foodSafetyOfficers: readonly string[] | undefined;
  readonly employees: number | undefined;
  /** Yearly revenue, ten thousand yuan. */
  readonly revenue: number | undefined;
  /** Square metres. */
  readonly floorArea: number | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly coordinates: CoordinateSystem | undefined;
  /** Number of a registration or filing of a small operator, which is kept as a further licence. */
  readonly registrationNumber: string | undefined;
  /** Sensitive: in clear only between the file and the seal, never in an answer. */
  readonly contactMobile: string | undefined;
  readonly state: EstablishmentState | undefined;
};

/**
 * A row that could be read: its facts, the reasons why a person must decide about it (empty when none must), and what
 * is only worth a notice.
 */
export type RegisterRow = {
  readonly row: number;
  readonly facts: RowFacts;
  readonly holds: readonly RowProblem[];
  readonly notices: readonly RowProblem[];
};
