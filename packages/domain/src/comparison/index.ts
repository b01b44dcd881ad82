// Comparing the register with another one: the province's, or what the national platform shows.
export { allowedResolutions, checkResolution } from "./check-resolution.js";
export {
  type ComparedRow,
  type ComparisonCounts,
  compareRegisters,
  type RegisterComparison,
  type ShownOfficial,
} from "./compare-registers.js";
export { type ComparisonProblemCode, comparisonProblemCodes } from "./comparison.problem.js";
export {
  ComparisonOutcome,
  ComparisonResolution,
  comparisonOutcomes,
  comparisonResolutions,
} from "./comparison.schema.js";
export { comparisonText } from "./comparison.text.js";
export {
  type ComparisonField,
  type ComparisonMapping,
  comparisonFields,
  findComparisonField,
  guessComparisonMapping,
} from "./comparison-columns.js";
export { pickFacts } from "./pick-facts.js";
