// Sentences about personal data.
import type { Catalogue } from "../kernel/text.js";
import type { PrivacyProblemCode } from "./privacy.problem.js";

export const privacyText: Catalogue<PrivacyProblemCode> = {
  "zh-CN": {
    "privacy/phone-shape": "这一格不是电话号码，没有导入；请写手机号或带区号的座机号。",
    "privacy/id-number": "这一格是身份证号码，不是信用代码，没有导入；没有信用代码的主体请留空。",
    "privacy/masked-value": "这一格是打了星号的号码，没有导入，原来的号码不变。",
  },
  en: {
    "privacy/phone-shape":
      "This cell is no telephone number and was left out; write a mobile number, or a landline with its area code.",
    "privacy/id-number":
      "This cell is an identity number, no credit code, and was left out; leave it empty where there is no code.",
    "privacy/masked-value":
      "This cell holds a masked number and was left out; the number kept does not change.",
  },
};
