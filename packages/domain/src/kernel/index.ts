// The kernel's public names: values and types that every other concept builds on.
export {
  checkIdentifier,
  IdentifierCheck,
  type IdentifierQuestion,
  parseIdentifier,
  type TypedIdentifierReading,
} from "./check-identifier.js";
export {
  composeCreditCode,
  composeOrganisationCode,
  isPlainCreditCode,
  isSpreadsheetNumber,
  parseCreditCode,
} from "./credit-code.js";
export {
  demonstrationDivisions,
  isDemonstrationDivision,
  isDemonstrationVillage,
} from "./demonstration-division.js";
export {
  isDivisionCodeShape,
  isKnownDivision,
  parseDivisionCode,
  toPlainDivisionCode,
} from "./division-code.js";
export { divisionTableAsOf } from "./division-table.data.js";
export { type Division, findDivision, listDivisions } from "./division-table.js";
export { type CodeChange, codeChanges, type FoldedCode, foldCode } from "./fold-code.js";
export { isGridCodeShape, parseGridCode } from "./grid-code.js";
export {
  type IdentifierKind,
  type IdentifierReading,
  type IdentifierStatus,
  identifierKinds,
  identifierStatuses,
} from "./identifier-reading.js";
export {
  AssignmentId,
  ChecklistId,
  EstablishmentId,
  ImportId,
  OfficialId,
  RubricId,
  SchemeId,
  TransactionId,
  VisitId,
} from "./ids.js";
export { type KernelProblemCode, kernelProblemCodes } from "./kernel.problem.js";
export { kernelText } from "./kernel.text.js";
export {
  composeLicenceNumber,
  isLicenceNumberShape,
  isPlainLicenceNumber,
  parseLicenceNumber,
  toLicenceDivision,
} from "./licence-number.js";
export {
  mostInt4,
  mutation,
  type Operation,
  PageInput,
  type Permission,
  ProblemShape,
  pageOf,
  query,
  type Role,
  roles,
  SeenVersion,
  subscription,
  type TerritoryRule,
  TxId,
  territoryRules,
} from "./operation.js";
export { parsePlainDate } from "./parse-plain-date.js";
export {
  addDays,
  type DateInterval,
  daysBetween,
  fromEpochDay,
  isPlainDate,
  isWithin,
  PlainDate,
  toEpochDay,
  toOfficeDay,
  toPlainDate,
  toWeekday,
} from "./plain-date.js";
export { formatPoints, type Points } from "./points.js";
export { compareRates, formatRate, isNothingDue, type Rate } from "./rate.js";
export { ok, type Problem, type ProblemParams, problem, type Result, refuse, refuseAll } from "./result.js";
export { type Catalogue, fillText, type Locale, locales } from "./text.js";
export {
  addWorkingDays,
  coveredYears,
  HolidayNotice,
  isWorkingDay,
  WorkingDayCalendar,
  type WorkingDayDeadline,
} from "./working-days.js";
