import type { Catalogue } from "../kernel/text.js";
import type { BusinessArmProblemCode } from "./business-arm.problem.js";
import type { ArmRole, ControlKind, ControlResult } from "./business-arm.schema.js";
import type { DirectorNeed } from "./needs-food-safety-director.js";

/** Sentences about a business's own arm, names of its roles and controls, why it needs a director. */
export const businessArmText: Catalogue<
  | BusinessArmProblemCode
  | `arm-role/${ArmRole}`
  | `control-kind/${ControlKind}`
  | `control-result/${ControlResult}`
  | `director-need/${DirectorNeed["reason"]}`
> = {
  "zh-CN": {
    "business-arm/period-shape":
      "“{period}”不是这类管控的时段：日为 2026-11-24，周为 2026-W48，月为 2026-11。",
    "business-arm/period-not-begun": "{period} 还没有开始，不能报告。",
    "business-arm/period-not-active": "{period} 没有营业（停业、歇业或已注销），不用报告。",
    "business-arm/findings-missing": "请写明发现了什么、怎么处理的。",
    "business-arm/text-without-findings": "写了问题就请选“发现问题”。",
    "business-arm/not-in-post": "这个人在 {on} 不在岗，请核对。",
    "business-arm/already-in-post": "{name} 已在这个岗位上。",
    "business-arm/in-future": "{on} 晚于今天，请核对日期。",
    "business-arm/end-before-begin": "离岗日期 {to} 须晚于上岗日期 {from}。",
    "business-arm/hours-shape": "学时以一刻钟为最小单位，每次不超过 24 小时，这里是 {hours}。",
    "arm-role/person-in-charge": "主要负责人",
    "arm-role/director": "食品安全总监",
    "arm-role/officer": "食品安全员",
    "control-kind/daily": "日管控",
    "control-kind/weekly": "周排查",
    "control-kind/monthly": "月调度",
    "control-result/no-risk": "已完成，未发现风险",
    "control-result/findings": "发现问题",
    "control-result/not-open": "未营业",
    "director-need/special-food": "特殊食品生产企业应配总监",
    "director-need/large-or-medium": "大中型企业应配总监",
    "director-need/central-kitchen": "中央厨房应配总监",
    "director-need/headquarters": "连锁企业总部应配总监",
    "director-need/diners": "每餐次 {threshold} 人及以上应配总监",
    "director-need/below-threshold": "每餐次不足 {threshold} 人，不要求总监",
    "director-need/small-or-micro": "小微型企业不要求总监",
    "director-need/form-not-named": "规定没有列入这种业态，不要求总监",
    "director-need/unknown": "事实不全，无法判断是否应配总监",
  },
  en: {
    "business-arm/period-shape":
      "“{period}” is no period of this control: a day is 2026-11-24, a week 2026-W48, a month 2026-11.",
    "business-arm/period-not-begun": "{period} has not begun; it cannot be reported.",
    "business-arm/period-not-active":
      "The business was not active in {period} (suspended, dormant or closed); there is nothing to report.",
    "business-arm/findings-missing": "Say what was found and what was done about it.",
    "business-arm/text-without-findings": "Where something is written, choose “something found”.",
    "business-arm/not-in-post": "This person is not in the post on {on}; check it.",
    "business-arm/already-in-post": "{name} already holds this post.",
    "business-arm/in-future": "{on} is after today; check the day.",
    "business-arm/end-before-begin": "The post must end after it began on {from}, not on {to}.",
    "business-arm/hours-shape": "Hours are counted in quarters, at most 24 at a time; this is {hours}.",
    "arm-role/person-in-charge": "person in charge",
    "arm-role/director": "food-safety director",
    "arm-role/officer": "food-safety officer",
    "control-kind/daily": "daily control",
    "control-kind/weekly": "weekly check",
    "control-kind/monthly": "monthly review",
    "control-result/no-risk": "done, no risk found",
    "control-result/findings": "something found",
    "control-result/not-open": "not open",
    "director-need/special-food": "a producer of special food needs a director",
    "director-need/large-or-medium": "a large or medium firm needs a director",
    "director-need/central-kitchen": "a central kitchen needs a director",
    "director-need/headquarters": "the headquarters of a chain needs a director",
    "director-need/diners": "from {threshold} diners per meal a director is needed",
    "director-need/below-threshold": "fewer than {threshold} diners per meal: no director needed",
    "director-need/small-or-micro": "a small or micro firm needs no director",
    "director-need/form-not-named": "no clause names this form: no director needed",
    "director-need/unknown": "a fact is missing, so it cannot be told whether a director is needed",
  },
};
