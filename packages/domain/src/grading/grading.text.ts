import type { Catalogue } from "../kernel/text.js";
import type { LoweringCircumstance, RaisingCircumstance } from "./grade-risk.js";
import type { GradingProblemCode } from "./grading.problem.js";

type Letter = "A" | "B" | "C" | "D";

/** Sentences of grading's refusals, names of both scales and of the circumstances that move a risk grade. */
export const gradingText: Catalogue<
  | GradingProblemCode
  | "pairing-grade"
  | "risk-grade"
  | `pairing-grade/${Letter | "none"}`
  | `risk-grade/${Letter | "none"}`
  | `risk-adjustment/${"raised" | "lowered" | "none"}`
  | `raising/${RaisingCircumstance}`
  | `lowering/${LoweringCircumstance}`
> = {
  "zh-CN": {
    "grading/form-missing": "业态未知，不能定包保等级，请补充业态。",
    "grading/size-missing": "规模未知，不能定包保等级，请补充大、中、小、微。",
    "grading/diners-missing": "就餐人数未知，不能定包保等级，请补充每餐次就餐人数。",
    "grading/no-rule": "分级标准 {scheme} 没有适用这家主体的条款，请在标准中补充条款。",
    "grading/score-not-decimal": "分数 {score} 超过 6 位小数，请按监管部门给出的分数填写。",
    "grading/dynamic-score-out-of-range": "动态风险分应在 0 至 {max} 之间，这里是 {score}，请核对。",
    "grading/static-score-out-of-range": "静态风险分应在 0 至 {max} 之间，这里是 {score}，请核对。",
    "grading/static-score-twice": "静态风险分和静态因素只能填一种，请去掉其中之一。",
    "grading/static-table-missing":
      "业态 {form} 没有完整的静态风险因素量化分值表，请直接填写监管部门给出的静态风险分。",
    "grading/static-factors-missing": "没有静态风险分，也没有 {table} 表的因素，请填写其中之一。",
    "grading/static-factor-missing": "{table} 表的因素 {factor} 没有填写，请补充。",
    "grading/static-factor-unknown": "{table} 表没有因素 {factor}，请核对。",
    "grading/static-factor-invalid": "{table} 表的因素 {factor} 不能是 {value}，请按表填写。",
    "pairing-grade": "包保等级",
    "risk-grade": "风险等级",
    "pairing-grade/A": "A 级",
    "pairing-grade/B": "B 级",
    "pairing-grade/C": "C 级",
    "pairing-grade/D": "D 级",
    "pairing-grade/none": "未定级",
    "risk-grade/A": "风险 A",
    "risk-grade/B": "风险 B",
    "risk-grade/C": "风险 C",
    "risk-grade/D": "风险 D",
    "risk-grade/none": "无风险等级",
    "risk-adjustment/raised": "上调一级",
    "risk-adjustment/lowered": "下调一级",
    "risk-adjustment/none": "不调整",
    "raising/wilful-violation-punished": "故意违反法律法规并受处罚",
    "raising/sample-failed": "国家或省级监督抽检不合格",
    "raising/harmful-effect": "违法行为造成不良影响",
    "raising/accident": "发生食品安全事故",
    "raising/recall-or-stop-not-obeyed": "不按规定召回或停止生产经营",
    "raising/inspection-obstructed": "拒绝、逃避或阻挠监督检查",
    "raising/other-raising": "其他上调情形",
    "lowering/three-years-without-violation": "连续 3 年没有违法违规记录",
    "lowering/gmp-or-haccp-certified": "获得 GMP 或 HACCP 认证",
    "lowering/city-quality-award": "获得市级以上政府质量奖",
    "lowering/other-lowering": "其他下调情形",
  },
  en: {
    "grading/form-missing": "The business form is not known, so no pairing grade can be given; add the form.",
    "grading/size-missing":
      "The size is not known, so no pairing grade can be given; add large, medium, small or micro.",
    "grading/diners-missing":
      "The number of diners is not known, so no pairing grade can be given; add diners per meal.",
    "grading/no-rule": "No rule of the scheme {scheme} fits this establishment; add one to the scheme.",
    "grading/score-not-decimal":
      "The score {score} has more than 6 decimals; enter it as the regulator gave it.",
    "grading/dynamic-score-out-of-range":
      "A dynamic score lies between 0 and {max}, this is {score}; check it.",
    "grading/static-score-out-of-range":
      "A static score lies between 0 and {max}, this is {score}; check it.",
    "grading/static-score-twice": "Give either the static score or the static factors, not both.",
    "grading/static-table-missing":
      "There is no complete table of static risk factors for the form {form}; enter the static score that the regulator gave.",
    "grading/static-factors-missing":
      "There is neither a static score nor the factors of the table {table}; give one.",
    "grading/static-factor-missing": "Factor {factor} of the table {table} is not filled in; add it.",
    "grading/static-factor-unknown": "The table {table} has no factor {factor}; check it.",
    "grading/static-factor-invalid":
      "Factor {factor} of the table {table} cannot be {value}; fill it in as the table asks.",
    "pairing-grade": "pairing grade",
    "risk-grade": "risk grade",
    "pairing-grade/A": "Grade A",
    "pairing-grade/B": "Grade B",
    "pairing-grade/C": "Grade C",
    "pairing-grade/D": "Grade D",
    "pairing-grade/none": "not graded",
    "risk-grade/A": "Risk A",
    "risk-grade/B": "Risk B",
    "risk-grade/C": "Risk C",
    "risk-grade/D": "Risk D",
    "risk-grade/none": "no risk grade",
    "risk-adjustment/raised": "raised one grade",
    "risk-adjustment/lowered": "lowered one grade",
    "risk-adjustment/none": "not adjusted",
    "raising/wilful-violation-punished": "wilful violation, punished",
    "raising/sample-failed": "failed a national or provincial sampling test",
    "raising/harmful-effect": "violation with harmful effect",
    "raising/accident": "food safety accident",
    "raising/recall-or-stop-not-obeyed": "recall or stop not carried out as required",
    "raising/inspection-obstructed": "refused, evaded or obstructed inspection",
    "raising/other-raising": "other circumstance that raises",
    "lowering/three-years-without-violation": "three years running without a violation",
    "lowering/gmp-or-haccp-certified": "GMP or HACCP certified",
    "lowering/city-quality-award": "government quality award of city level or above",
    "lowering/other-lowering": "other circumstance that lowers",
  },
};
