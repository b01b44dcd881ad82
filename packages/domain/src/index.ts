// The public names of the domain. Each concept's index lists its own by name; nothing else of it is reachable.
export * from "./access/index.js";
export * from "./backup/index.js";
export {
  ArmPersonView,
  ArmView,
  ControlReportView,
  ControlsRow,
} from "./business-arm/business-arm.contract.js";
export * from "./business-arm/index.js";
export * from "./chain/index.js";
export * from "./commitment/index.js";
export { ComparisonRow, ComparisonRun } from "./comparison/comparison.contract.js";
export * from "./comparison/index.js";
export {
  type OperationArguments,
  type OperationId,
  type OperationInput,
  type OperationOutput,
  operations,
} from "./contracts.js";
export { describeCondition } from "./describe-condition.js";
export { EvaluationView, RubricRow } from "./evaluation/evaluation.contract.js";
export { FactMappingShape, FactRow, FactSheetPlan, FactSheetRow } from "./fact-sheet/fact-sheet.contract.js";
export * from "./fact-sheet/index.js";
export { ObjectionDetail, ObjectionRow, SchemeDetail, SchemeRow } from "./grading/grading.contract.js";
export * from "./grading/index.js";
export * from "./job/index.js";
export { JobRow, JobSchedule } from "./job/job.contract.js";
export * from "./kernel/index.js";
export * from "./layout/index.js";
export * from "./liaison/index.js";
export { OfficeStatus } from "./office/office.contract.js";
export * from "./office-rules/index.js";
export { OfficeRulesView, RulesEffectView } from "./office-rules/office-rules.contract.js";
export { Overview } from "./overview/overview.contract.js";
export * from "./people/index.js";
export * from "./privacy/index.js";
export * from "./record/index.js";
export { AttentionList } from "./registry/attention.contract.js";
export {
  BulkChange,
  BulkEdit,
  BulkOutcome,
  BulkRow,
  BulkTarget,
  mostBulk,
} from "./registry/bulk-edit.contract.js";
export {
  DuplicateRow,
  DuplicateSide,
  DuplicateVerdict,
  MergeAnswer,
  MergeRow,
} from "./registry/duplicate.contract.js";
export {
  ComparedFact,
  FileInspection,
  HeldRow,
  ImportAnswer,
  ImportKind,
  ImportMapping,
  ImportOptions,
  ImportOutcome,
  ImportProblem,
  ImportRow,
  ImportRowNumber,
  ImportRun,
  ImportUndone,
  importKinds,
  importOutcomes,
  SavedMapping,
  SourceName,
  UndoAnswer,
  UndoRow,
} from "./registry/import.schema.js";
export * from "./registry/index.js";
export {
  ChainPerson,
  EstablishmentDetail,
  RegistryRow,
  RegistrySummary,
  StateClockRow,
  StateEvent,
} from "./registry/registry.contract.js";
export { RegistryFilter, RegistrySort } from "./registry/registry-filter.contract.js";
export {
  mostViews,
  RegistryColumn,
  RegistryView,
  registryColumns,
  SavedRegistryView,
} from "./registry/registry-view.contract.js";
export * from "./rubric/index.js";
export * from "./session/index.js";
export {
  CurrentSession,
  DemonstrationPerson,
  KeyRow,
  OwnGrant,
  SessionRow,
  SignInAnswer,
} from "./session/session.contract.js";
export * from "./territory/index.js";
export { isTextKey, label, renderProblem, type TextKey } from "./texts.js";
export { DocumentDetail, DocumentRow, ReaderRow } from "./training/document.contract.js";
export * from "./training/index.js";
export {
  AttendanceRow,
  BankQuestionRow,
  KeptFile,
  OwnSession,
  OwnTraining,
  TestOutcome,
  TestView,
  TrainingPersonRow,
  TrainingPlanDetail,
  TrainingPlanRow,
  TrainingSessionView,
  TrainingStanding,
  trainingStandings,
} from "./training/training.contract.js";
export * from "./visit/index.js";
export * from "./xray/index.js";
export { Xray, XrayRow, XrayRuleRow } from "./xray/xray.contract.js";
