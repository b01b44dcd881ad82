// The x-ray: what in the register and among the officials is wrong, doubtful or missing, and who must mend it.
export { createIgnoreCheck, longestIgnoreDays, type XrayIgnore } from "./is-ignored.js";
export { type XrayProblemCode, xrayProblemCodes } from "./xray.problem.js";
export { xrayText } from "./xray.text.js";
export { type XrayEstablishment, type XrayFinding, xrayEstablishments } from "./xray-establishments.js";
export { type XrayOfficial, xrayOfficials } from "./xray-officials.js";
export {
  type XrayObject,
  type XrayOwner,
  type XrayRule,
  type XraySeverity,
  xrayOwners,
  xrayRuleFacts,
  xrayRules,
  xraySeverities,
} from "./xray-rules.data.js";
