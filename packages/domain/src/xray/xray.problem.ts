// Reasons of the x-ray: what is to mend, and why a finding cannot be set aside so.
import { type XrayRule, xrayRules } from "./xray-rules.data.js";

export const xrayProblemCodes = [
  ...xrayRules.map((rule): `xray/${XrayRule}` => `xray/${rule}`),
  "xray/until-not-ahead",
  "xray/until-too-far",
] as const;
/** Code of a reason of the x-ray. */
export type XrayProblemCode = (typeof xrayProblemCodes)[number];
