// The x-ray's words as checked values for contracts.
import * as z from "zod";
import { xrayObjects, xrayOwners, xrayRules, xraySeverities } from "./xray-rules.data.js";

export const XrayRuleId = z.enum(xrayRules);
export const XraySeverityKind = z.enum(xraySeverities);
export const XrayOwnerKind = z.enum(xrayOwners);
export const XrayObjectKind = z.enum(xrayObjects);
