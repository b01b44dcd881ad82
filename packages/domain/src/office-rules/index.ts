export {
  defaultVisitMinutes,
  Frequency,
  OverloadThresholds,
  RuleChange,
  type RulesOfDay,
  VisitMinutes,
} from "./office-rules.schema.js";
export {
  type EffectEstablishment,
  type GradeCounts,
  type OfficialLoad,
  previewEffect,
  type RulesEffect,
  type VisitCounts,
} from "./preview-effect.js";
export { countVisitsInYear, findFrequencies, findRulesOn, toFrequencyRules } from "./rules-on.js";
