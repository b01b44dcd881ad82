export {
  type ClassedObject,
  type FieldClass,
  fieldClasses,
  findFieldClass,
  findShowing,
  type SensitiveField,
  sensitiveFields,
} from "./field-class.js";
export { isIdNumber } from "./id-number.js";
export { isMasked, maskIdNumber, maskName, maskPersonal, maskPhone } from "./mask.js";
export { parsePhone } from "./parse-phone.js";
export { type PrivacyProblemCode, privacyProblemCodes } from "./privacy.problem.js";
export { privacyText } from "./privacy.text.js";
export { defaultSoleTraderRule, isSoleTrader, SoleTraderRule, toPublicBusiness } from "./sole-trader.js";
