// The rubric's public names: editions as data, measurements, score sheets with a reason for every lost point.
export {
  type CompiledItem,
  type CompiledRubric,
  compileRubric,
  type MethodConstants,
} from "./compile-rubric.js";
export { composeSectionSums, type SectionSums } from "./compose-section-sums.js";
export { roundQuotient, toDecimal, toHundredths, toMillionths } from "./exact-decimal.js";
export { explainItem, type ItemReason } from "./explain-item.js";
export type { MeasurementColumns } from "./item-kernels.js";
export { type Direction, isVetoMethod, Method, type MethodType, methodTypes } from "./method.schema.js";
export {
  parseMeasurement,
  parseMeasurements,
  type Reading,
  type ReadingStatus,
  type Readings,
  readingStatus,
} from "./parse-measurements.js";
export { parseRubric } from "./parse-rubric.js";
export { rankTotals } from "./rank-totals.js";
export {
  type ItemReasonCode,
  itemReasonCodes,
  type RubricProblemCode,
  rubricProblemCodes,
  type VerdictReasonCode,
  verdictReasonCodes,
} from "./rubric.problem.js";
export {
  ItemKind,
  ItemLine,
  itemKinds,
  itemStatuses,
  Measurement,
  notApplicableRules,
  PassRule,
  Rubric,
  RubricItem,
  RubricSection,
  ScoreSheet,
  type Verdict,
  verdicts,
  vetoStatuses,
} from "./rubric.schema.js";
export { rubricText } from "./rubric.text.js";
export {
  composeScoreSheet,
  rescoreItem,
  type ScoreState,
  scoreReadings,
  scoreRubric,
} from "./score-rubric.js";
export { scoreUnits, toMeasurementColumns, type UnitScores } from "./score-units.js";
