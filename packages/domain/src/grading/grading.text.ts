import type { Catalogue } from "../kernel/text.js";
import type { LoweringCircumstance, RaisingCircumstance } from "./grade-risk.js";
import type { GradingProblemCode } from "./grading.problem.js";
import type { GradeScale, ObjectionAct, ObjectionState } from "./objection.js";

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
  | `grade-scale/${GradeScale}`
  | `objection-act/${ObjectionAct}`
  | `objection-state/${ObjectionState}`
  | `scheme-state/${"draft" | "in-force"}`
  | `scheme-change/${"added" | "removed" | "changed" | "moved"}`
  | `condition/${"or" | "and" | "all" | "size" | "attention" | "diners-from" | "diners-below" | "diners-between"}`
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
    "grading/rule-empty": "规则 {rule} 的就餐人数上下限之间没有人数，请改人数。",
    "grading/rule-unreachable":
      "规则 {rule} 永远用不上：前面的规则已经包括它的全部情形，请上移、改条件或删除。",
    "grading/form-without-rule": "业态“{form}”没有任何规则，这类主体将没有包保等级。",
    "grading/form-uncovered":
      "业态“{form}”有的主体没有规则适用（例如：{size}、每餐次 {diners} 人、{flags} 项关注情形），这些主体将没有包保等级。",
    "grading/scheme-in-force": "这个版本已定为施行，不能再改。请以它为底稿另起一个版本。",
    "grading/scheme-not-in-force": "这个版本没有施行，无可撤回。",
    "grading/scheme-not-last": "只能撤回最后施行的版本，请先撤回其后的版本。",
    "grading/scheme-day-taken": "{from} 已有一个版本开始施行，请另选一天。",
    "grading/scheme-day-past": "施行日期 {from} 不能早于最后一个版本的施行日期 {last}。",
    "grading/rule-day-past": "起始日期 {from} 已过。规则只能从今天或以后的日期起改。",
    "grading/nothing-to-undo": "{from} 起没有这一项规则可撤回。",
    "grading/risk-in-future": "风险等级的日期 {from} 晚于今天，请核对。",
    "objection/open-already": "这家主体对这个等级的异议正在复核，请在原异议中补充。",
    "objection/no-grade": "这家主体还没有这种等级，没有可以提出异议的对象。",
    "objection/not-open": "这项异议“{state}”，不能再“{act}”。",
    "objection/not-yours": "您的岗位不能“{act}”。",
    "objection/grade-missing": "支持异议时须写明改为哪一级、从哪天起。",
    "objection/same-grade": "现在就是 {grade} 级；支持异议须改为另一级。",
    "objection/from-in-future": "改定等级的起始日期 {from} 不能晚于今天。",
    "objection/end-before-begin": "改定等级的截止日期 {to} 须晚于起始日期和今天。",
    "objection/received-in-future": "收到日期 {on} 不能晚于今天。",
    "grade-scale/pairing": "包保等级",
    "grade-scale/risk": "风险等级",
    "objection-act/raise": "提出异议",
    "objection-act/supplement": "补充",
    "objection-act/withdraw": "撤回",
    "objection-act/uphold": "支持",
    "objection-act/reject": "不支持",
    "objection-state/under-review": "复核中",
    "objection-state/upheld": "已支持",
    "objection-state/rejected": "不支持",
    "objection-state/withdrawn": "已撤回",
    "scheme-state/draft": "草案",
    "scheme-state/in-force": "施行",
    "scheme-change/added": "新增",
    "scheme-change/removed": "删除",
    "scheme-change/changed": "修改",
    "scheme-change/moved": "移动",
    "condition/or": "或",
    "condition/and": "；",
    "condition/all": "所有主体",
    "condition/size": "规模{sizes}",
    "condition/attention": "有{flags}",
    "condition/diners-from": "每餐次 {from} 人及以上",
    "condition/diners-below": "每餐次不足 {below} 人",
    "condition/diners-between": "每餐次 {from} 人及以上、不足 {below} 人",
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
    "grading/rule-empty": "Rule {rule} leaves no number of diners between its bounds; change them.",
    "grading/rule-unreachable":
      "Rule {rule} can never give a grade: the rules above it take everything it fits. Move it up, change it or remove it.",
    "grading/form-without-rule":
      "No rule is for the form “{form}”; such establishments will have no pairing grade.",
    "grading/form-uncovered":
      "Some establishments of the form “{form}” fit no rule (for example {size}, {diners} diners per meal, {flags} attention flags); they will have no pairing grade.",
    "grading/scheme-in-force": "This version was put in force and cannot be changed; start another from it.",
    "grading/scheme-not-in-force": "This version is not in force, so there is nothing to take back.",
    "grading/scheme-not-last":
      "Only the last version put in force can be taken back; take back the later one first.",
    "grading/scheme-day-taken": "A version already begins on {from}; choose another day.",
    "grading/scheme-day-past": "A version cannot begin on {from}, before the last one began on {last}.",
    "grading/rule-day-past": "The first day {from} is over; rules change from today or a later day on.",
    "grading/nothing-to-undo": "There is no such rule from {from} on to take back.",
    "grading/risk-in-future": "The day of the risk grade, {from}, is after today; check it.",
    "objection/open-already":
      "An objection to this grade of the establishment is under review; add to that one.",
    "objection/no-grade": "The establishment has no such grade yet, so there is nothing to object to.",
    "objection/not-open": "This objection is “{state}”; “{act}” is no longer possible.",
    "objection/not-yours": "“{act}” is not among what you may do.",
    "objection/grade-missing": "To uphold an objection, say which grade it becomes and from which day.",
    "objection/same-grade": "The grade is {grade} already; to uphold an objection it must become another.",
    "objection/from-in-future": "The decided grade cannot begin on {from}, after today.",
    "objection/end-before-begin":
      "The decided grade must end after its first day and after today, not on {to}.",
    "objection/received-in-future": "It cannot have been received on {on}, after today.",
    "grade-scale/pairing": "pairing grade",
    "grade-scale/risk": "risk grade",
    "objection-act/raise": "object",
    "objection-act/supplement": "add to it",
    "objection-act/withdraw": "withdraw",
    "objection-act/uphold": "uphold",
    "objection-act/reject": "reject",
    "objection-state/under-review": "under review",
    "objection-state/upheld": "upheld",
    "objection-state/rejected": "rejected",
    "objection-state/withdrawn": "withdrawn",
    "scheme-state/draft": "draft",
    "scheme-state/in-force": "in force",
    "scheme-change/added": "added",
    "scheme-change/removed": "removed",
    "scheme-change/changed": "changed",
    "scheme-change/moved": "moved",
    "condition/or": " or ",
    "condition/and": "; ",
    "condition/all": "every establishment",
    "condition/size": "size {sizes}",
    "condition/attention": "with {flags}",
    "condition/diners-from": "{from} diners per meal or more",
    "condition/diners-below": "fewer than {below} diners per meal",
    "condition/diners-between": "{from} diners per meal or more, fewer than {below}",
  },
};
