// Sheets of facts about establishments that are in the register: risk grades, controls, training hours.
export {
  type ControlFact,
  type EndedControlFact,
  isSameControl,
  readControlFact,
  settleControlFact,
} from "./control-fact.js";
export {
  type FactCells,
  type FactField,
  type FactMapping,
  findFactField,
  listFactFields,
  mapFactColumns,
  nameFactField,
  neededFactFields,
} from "./fact-columns.js";
export { type FactSheetProblemCode, factSheetProblemCodes } from "./fact-sheet.problem.js";
export { FactKind, FactOutcome, factKinds, factOutcomes, mostFactRows } from "./fact-sheet.schema.js";
export { createMeantFinder, type FactProblem, type Known } from "./find-meant.js";
export {
  countFactOutcomes,
  type PlannedFact,
  planFactSheet,
  type ReadFactRow,
  readFactRows,
  type SettledFact,
} from "./plan-fact-sheet.js";
export { isSameRisk, type RiskFact, readRiskFact, settleRiskFact } from "./risk-fact.js";
export {
  type FactOfTraining,
  isSameTraining,
  readTrainingFact,
  settleTrainingFact,
  type WrittenTraining,
} from "./training-fact.js";
