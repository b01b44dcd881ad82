import type { KernelProblemCode } from "./kernel.problem.js";
import type { Catalogue } from "./text.js";

/** Sentences of the kernel's reasons, and words for what folding changed. */
export const kernelText: Catalogue<
  | KernelProblemCode
  | `change/${"trimmed" | "half-width" | "upper-case"}`
  | `identifier/kind-${"uscc" | "licence" | "division" | "grid"}`
> = {
  "zh-CN": {
    "identifier/empty": "没有填写代码，请补充。",
    "identifier/unknown-shape":
      "“{text}”不像统一社会信用代码、许可证编号、区划代码或网格编码，请对照证照原件核对位数和字符。",
    "identifier/kind-uscc": "统一社会信用代码",
    "identifier/kind-licence": "许可证编号",
    "identifier/kind-division": "区划代码",
    "identifier/kind-grid": "网格编码",
    "credit-code/length": "统一社会信用代码应为 18 位，这里是 {length} 位，请对照营业执照补正。",
    "credit-code/letter-not-in-alphabet":
      "代码第 {position} 位是字母 {letter}，字母表里没有它，多半是 {likely}，请对照营业执照改正。",
    "credit-code/character": "代码第 {position} 位是“{character}”，代码只用数字和大写字母，请改正。",
    "credit-code/check-character": "末位校验位应为 {expected}，这里是 {found}，请对照营业执照核对整个代码。",
    "credit-code/registration-number-15":
      "这是 15 位的旧注册号，不是统一社会信用代码，请查到 18 位代码后再填。",
    "credit-code/spreadsheet-number":
      "代码被表格软件转成了数字“{text}”，后面的位数已经丢失，请把该列设为文本后重新填写。",
    "credit-code/organisation-code":
      "代码第 9 至 17 位的组织机构代码校验位应为 {expected}，这里是 {found}；个别旧代码确实如此，可以使用。",
    "credit-code/unknown-division":
      "代码第 3 至 8 位 {division} 不在现行区划表中，可能是已撤并的区划，不影响使用。",
    "licence-number/shape": "许可证编号应为 SC 或 JY 加 14 位数字，请对照许可证改正。",
    "licence-number/check-digit":
      "许可证编号末位校验码应为 {expected}，这里是 {found}，请对照许可证核对整个编号。",
    "licence-number/unknown-division":
      "许可证编号中的区划 {division} 不在现行区划表中，可能是已撤并的区划，不影响使用。",
    "division-code/shape": "区划代码应为 2、4、6、9 或 12 位数字，请改正。",
    "division-code/unknown": "区划代码 {code} 不在现行区划表中，请核对；如果区划已撤并，请改用现行代码。",
    "grid-code/shape": "网格编码应为 12 位村（社区）代码加 3 位序号，共 15 位数字，请改正。",
    "plain-date/not-a-day": "“{text}”不是日期，请按 2026-11-24 的格式填写。",
    "change/trimmed": "去掉了前后空格",
    "change/half-width": "全角改为半角",
    "change/upper-case": "小写改为大写",
  },
  en: {
    "identifier/empty": "No code was given; enter one.",
    "identifier/unknown-shape":
      "“{text}” does not look like a credit code, licence number, division code or grid code; check its length and characters against the document.",
    "identifier/kind-uscc": "unified social credit code",
    "identifier/kind-licence": "licence number",
    "identifier/kind-division": "division code",
    "identifier/kind-grid": "grid code",
    "credit-code/length":
      "A unified social credit code has 18 characters, this has {length}; complete it from the business licence.",
    "credit-code/letter-not-in-alphabet":
      "Character {position} is the letter {letter}, which these codes never use; it is probably {likely}. Correct it from the business licence.",
    "credit-code/character":
      "Character {position} is “{character}”; these codes use only digits and capital letters. Correct it.",
    "credit-code/check-character":
      "The last character should be {expected} but is {found}; check the whole code against the business licence.",
    "credit-code/registration-number-15":
      "This is an old 15-digit registration number, not a unified social credit code; look up the 18-character code.",
    "credit-code/spreadsheet-number":
      "A spreadsheet turned the code into the number “{text}” and its last digits are lost; format the column as text and enter the code again.",
    "credit-code/organisation-code":
      "The check character of the organisation code inside (characters 9 to 17) should be {expected} but is {found}; some old codes are like that, so it may be used.",
    "credit-code/unknown-division":
      "Characters 3 to 8, {division}, are not in the present table of divisions, perhaps abolished; the code may be used.",
    "licence-number/shape": "A licence number is SC or JY and 14 digits; correct it from the licence.",
    "licence-number/check-digit":
      "The last digit should be {expected} but is {found}; check the whole number against the licence.",
    "licence-number/unknown-division":
      "The division {division} in the licence number is not in the present table, perhaps abolished; the number may be used.",
    "division-code/shape": "A division code has 2, 4, 6, 9 or 12 digits; correct it.",
    "division-code/unknown":
      "Division {code} is not in the present table; check it, or use the present code if the division was abolished.",
    "grid-code/shape": "A grid code is a 12-digit village code and 3 more digits, 15 in all; correct it.",
    "plain-date/not-a-day": "“{text}” is not a date; write it like 2026-11-24.",
    "change/trimmed": "outer blanks removed",
    "change/half-width": "full-width made half-width",
    "change/upper-case": "made upper case",
  },
};
