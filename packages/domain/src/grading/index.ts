export { checkScheme, type SchemeCheck } from "./check-scheme.js";
export { compareSchemes, type SchemeChange } from "./compare-schemes.js";
export { demonstrationScheme, demonstrationSource } from "./demonstration-scheme.data.js";
export { exceptionSchemeId, findSchemeOn, type SchemeInForce } from "./find-scheme-on.js";
export {
  DatedPairingGrade,
  DatedRiskGrade,
  type GradeLetter,
  PairingGrade,
  pairingGrades,
  RiskGrade,
  riskGrades,
} from "./grade.schema.js";
export { type GivenPairingGrade, type GradingFacts, gradeEstablishment } from "./grade-establishment.js";
export {
  type GivenRiskGrade,
  gradeRisk,
  type LoweringCircumstance,
  loweringCircumstances,
  type RaisingCircumstance,
  raisingCircumstances,
} from "./grade-risk.js";
export {
  type CompiledRiskTable,
  compileRiskTable,
  gradeRiskColumns,
  type RiskColumns,
} from "./grade-risk-columns.js";
export { gradeSellerRisks, type SellerRisk, type SellerRiskRow } from "./grade-seller-risks.js";
export { gradingOperations } from "./grading.contract.js";
export { type GradingProblemCode, gradingProblemCodes } from "./grading.problem.js";
export { gradingText } from "./grading.text.js";
export { GradingCondition, GradingRule, GradingScheme } from "./grading-scheme.schema.js";
export {
  checkObjectionEntry,
  foldObjection,
  GradeMark,
  GradeScale,
  gradeScales,
  listNextActs,
  ObjectionAct,
  ObjectionEntry,
  ObjectionState,
  objectionActs,
  objectionStates,
  objectionWorkingDays,
} from "./objection.js";
export {
  applyGrades,
  type GradePlan,
  type PlannedGrade,
  planGrades,
  type StandingGrade,
} from "./plan-grades.js";
export { type StaticFactors, type StaticRiskScore, scoreStaticRisk } from "./score-static-risk.js";
export {
  type ChoiceFactor,
  type CountFactor,
  healthFoodProduction2016,
  type StaticRiskTable,
  salesNational2016,
  staticRiskTables,
} from "./static-risk-tables.data.js";
