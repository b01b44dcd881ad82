export { checkVisitRecord, earliestVisit } from "./check-visit-record.js";
export { Checklist, ChecklistItem } from "./checklist.schema.js";
export { checklistForForm } from "./checklist-for-form.js";
export {
  Coverage,
  CoverageCell,
  type CoverageGrade,
  CoverageRow,
  ProgressState,
  progressStates,
} from "./coverage.schema.js";
export { CoverageCount, type CoverageLayout, type Named } from "./coverage-count.js";
export { demonstrationChecklists } from "./demonstration-checklists.data.js";
export { type Duty, type DutyQuestion, type DutyVisit, deriveDuties } from "./derive-duties.js";
export type { DutyEstablishment } from "./duty-facts.js";
export { type DutyWindow, findDutyWindow } from "./find-duty-window.js";
export { defaultFrequencyRules, FrequencyRule } from "./frequency-rule.schema.js";
export { isChecklistComplete, listUnansweredItems } from "./is-checklist-complete.js";
export { isValidVisit, listVisitProblems, type VisitQuestion } from "./is-valid-visit.js";
export { isWaiverInForce } from "./is-waiver-in-force.js";
export { type CoverageBy, type FlatCoverageRow, listCoverageRows } from "./list-coverage-rows.js";
export { composeCoverage, measureCoverage } from "./measure-coverage.js";
export {
  composeFirstRound,
  type FirstRound,
  FirstRoundCount,
  measureFirstRound,
} from "./measure-first-round.js";
export {
  findPreviousWindow,
  findReferenceDay,
  measureLine,
  parsePeriod,
  toWindow,
  type VisitWindow,
  type WindowKind,
  windowKinds,
  windowOf,
} from "./period.js";
export { DutyRow, VisitRow, visitOperations } from "./visit.contract.js";
export { type VisitProblemCode, visitProblemCodes } from "./visit.problem.js";
export {
  ChecklistAnswer,
  checklistAnswers,
  DutyState,
  dutyStates,
  Period,
  Visit,
  VisitMode,
  visitModes,
} from "./visit.schema.js";
export { visitText } from "./visit.text.js";
export { listRecorders, proposeVisitMaker } from "./visit-recorders.js";
export { approverLevels, Waiver } from "./waiver.schema.js";
