import type { Catalogue } from "../kernel/text.js";
import type { MethodType } from "./method.schema.js";
import type { ItemReasonCode, RubricProblemCode, VerdictReasonCode } from "./rubric.problem.js";
import type { ItemKind, ItemLine, PassRule, ScoreSheet, Verdict } from "./rubric.schema.js";

type RubricLabel =
  | `rubric.kind.${ItemKind}`
  | `rubric.method.${MethodType}`
  | `rubric.status.${ItemLine["status"]}`
  | `rubric.veto.${ScoreSheet["vetoes"][number]["status"]}`
  | `rubric.verdict.${Verdict}`
  | `rubric.not-applicable.${PassRule["notApplicable"]}`
  | `rubric.highlight.${"required" | "optional"}`;

/** Sentences of the rubric's reasons, and labels of its kinds, methods, statuses and verdicts. */
export const rubricText: Catalogue<RubricProblemCode | VerdictReasonCode | ItemReasonCode | RubricLabel> = {
  "zh-CN": {
    "rubric/shape": "细则文件的 {path} 处缺少内容或类型不对，应为 {expected}，请改正。",
    "rubric/unknown-key": "细则文件的 {path} 处有不认识的字段“{key}”，请删去或改正拼写。",
    "rubric/number-too-large": "细则文件的 {path} 处数值 {value} 超出 10 亿，请改正。",
    "rubric/too-many-decimals": "细则文件的 {path} 处数值 {value} 超过 {most} 位小数，请改正。",
    "rubric/number-negative": "细则文件的 {path} 处不能是负数，这里是 {value}，请改正。",
    "rubric/points-not-positive": "细则文件的 {path} 处分值应大于 0，这里是 {points}，请改正。",
    "rubric/points-missing": "细则文件的 {path} 处没有分值，除否决项外每项都要有分值，请补充。",
    "rubric/veto-with-points": "细则文件的 {path} 处是否决项，否决项没有分值，请删去。",
    "rubric/veto-with-highlight": "细则文件的 {path} 处是否决项，不能作为亮点项，请删去。",
    "rubric/veto-method":
      "细则文件的 {path} 处是否决项，计分方法“{method}”不能用于否决项，请改用否决类方法。",
    "rubric/method-for-vetoes": "细则文件的 {path} 处计分方法“{method}”只用于否决项，请改用其他方法。",
    "rubric/item-id-repeated": "细则文件的 {path} 处编号“{id}”与前面的条款重复，请改成不同的编号。",
    "rubric/detail-id-repeated": "细则文件的 {path} 处编号“{id}”在本条款内重复，请改成不同的编号。",
    "rubric/parts-sum":
      "细则文件的 {path} 处各部分合计 {sum:points} 分，应等于本条款的 {points:points} 分，请改正。",
    "rubric/levels-highest":
      "细则文件的 {path} 处最高档为 {highest:points} 分，应等于本条款的 {points:points} 分，请改正。",
    "rubric/zero-is-full": "细则文件的 {path} 处满分值与零分值相同，都是 {value}，请改正。",
    "rubric/target-range": "细则文件的 {path} 处目标比例应大于 0 且不超过 1，这里是 {value}，请改正。",
    "rubric/key-rate-range": "细则文件的 {path} 处关键项得分率应在 0 到 1 之间，这里是 {value}，请改正。",
    "measurement/not-an-object": "测评数据的 {path} 处应是一个对象，请改正。",
    "measurement/unknown-item": "测评数据中的条款“{id}”不在细则里，请核对条款编号。",
    "measurement/unknown-deduction": "测评数据的 {path} 处扣分项“{id}”不在该条款里，请核对编号。",
    "measurement/unknown-part": "测评数据的 {path} 处部分“{id}”不在该条款里，请核对编号。",
    "measurement/unknown-level": "测评数据的 {path} 处档次“{id}”不在该条款里，请核对编号。",
    "measurement/shape": "测评数据的 {path} 处缺少内容或类型不对，应为 {expected}，请改正。",
    "measurement/unknown-key": "测评数据的 {path} 处字段“{key}”不适用于该条款的计分方法，请删去或改正。",
    "measurement/number-too-large": "测评数据的 {path} 处数值 {value} 超出 10 亿，请改正。",
    "measurement/too-many-decimals": "测评数据的 {path} 处数值 {value} 超过 6 位小数，请改正。",
    "measurement/number-negative": "测评数据的 {path} 处不能是负数，这里是 {value}，请改正。",
    "measurement/count-not-whole": "测评数据的 {path} 处次数应是不小于 0 的整数，这里是 {value}，请改正。",
    "measurement/points-above-item":
      "测评数据的 {path} 处评定 {value} 分，超过该条款的 {points:points} 分，请改正。",
    "measurement/numerator-without-denominator":
      "测评数据的 {path} 处应做数为 0，完成数却是 {numerator}，请核对两个数。",
    "measurement/reason-missing": "测评数据的 {path} 处没有写理由，请补充。",
    "rubric/veto-triggered": "触发否决项 {item}“{title}”，一票否决。",
    "rubric/key-short":
      "关键项 {item}“{title}”得 {obtained:points} 分，满分 {points:points} 分，低于要求的得分率 {rate:percent}。",
    "rubric/upper-below-line":
      "即使未测评的条款全部得满分，总分也只有 {upper:points} 分，离 {minTotal:points} 分的通过线还差 {shortfall:points} 分。",
    "rubric/line-not-secured":
      "已得 {lower:points} 分，最多可得 {upper:points} 分，还要再得 {shortfall:points} 分才到 {minTotal:points} 分的通过线。",
    "rubric/key-unmeasured": "关键项 {item}“{title}”尚未测评，请先测评。",
    "rubric/veto-unmeasured": "否决项 {item}“{title}”尚未核查，请先核查。",
    "rubric/not-met": "未达到要求，扣 {lost:points} 分。",
    "rubric/deducted": "{title}：{count} 次，扣 {lost:points} 分。",
    "rubric/part-missing": "{title}：未做到，少得 {lost:points} 分。",
    "rubric/level-chosen": "评为“{title}”，得 {obtained:points} 分，少得 {lost:points} 分。",
    "rubric/band-reached":
      "数值 {value}，达到 {bound} 一档，得 {obtained:points} 分，少得 {lost:points} 分。",
    "rubric/no-band-reached": "数值 {value}，没有达到任何一档，少得 {lost:points} 分。",
    "rubric/band-missed": "数值 {value}，没有达到 {bound} 一档（该档 {points:points} 分）。",
    "rubric/linear-short": "数值 {value}，{zeroAt} 得零分、{fullAt} 得满分，按比例少得 {lost:points} 分。",
    "rubric/ratio-short":
      "完成 {numerator}，应做 {denominator}，未达到目标比例 {target:percent}，少得 {lost:points} 分。",
    "rubric/assessed": "评定 {obtained:points} 分，少得 {lost:points} 分，理由：{reason}",
    "rubric/not-applicable": "不适用，理由：{reason}",
    "rubric/nothing-due": "应做数为 0，没有可考核的内容，按不适用处理。",
    "rubric.kind.key": "关键项",
    "rubric.kind.basic": "基本项",
    "rubric.kind.bonus": "加分项",
    "rubric.kind.veto": "否决项",
    "rubric.method.all-or-nothing": "达标得分",
    "rubric.method.deduction": "逐次扣分",
    "rubric.method.parts": "分部分得分",
    "rubric.method.levels": "分档评定",
    "rubric.method.bands": "按数值分段",
    "rubric.method.linear": "按数值比例",
    "rubric.method.ratio": "按完成率",
    "rubric.method.assessed": "专家评定",
    "rubric.method.veto-event": "事件否决",
    "rubric.method.veto-threshold": "限值否决",
    "rubric.status.measured": "已测评",
    "rubric.status.unmeasured": "未测评",
    "rubric.status.not-applicable": "不适用",
    "rubric.veto.triggered": "已触发",
    "rubric.veto.clear": "未触发",
    "rubric.veto.unmeasured": "未核查",
    "rubric.veto.not-applicable": "不适用",
    "rubric.verdict.pass": "合格",
    "rubric.verdict.fail": "不合格",
    "rubric.verdict.undetermined": "尚不能确定",
    "rubric.not-applicable.rescale": "不适用的条款不计，按比例折算",
    "rubric.not-applicable.full": "不适用的条款按满分计",
    "rubric.not-applicable.zero": "不适用的条款按零分计",
    "rubric.highlight.required": "必选亮点",
    "rubric.highlight.optional": "自选亮点",
  },
  en: {
    "rubric/shape":
      "The rubric lacks something at {path} or has the wrong type there; it should be {expected}.",
    "rubric/unknown-key":
      "The rubric has an unknown field “{key}” at {path}; remove it or correct its spelling.",
    "rubric/number-too-large": "The number {value} at {path} of the rubric is beyond 1e9; correct it.",
    "rubric/too-many-decimals":
      "The number {value} at {path} of the rubric has more than {most} decimals; correct it.",
    "rubric/number-negative":
      "The number at {path} of the rubric must not be negative but is {value}; correct it.",
    "rubric/points-not-positive":
      "The points at {path} of the rubric must be above 0 but are {points}; correct them.",
    "rubric/points-missing":
      "There are no points at {path} of the rubric; every item but a veto needs them, so add them.",
    "rubric/veto-with-points":
      "The item at {path} of the rubric is a veto, which has no points; remove them.",
    "rubric/veto-with-highlight":
      "The item at {path} of the rubric is a veto, which cannot be a highlight; remove that.",
    "rubric/veto-method":
      "The item at {path} of the rubric is a veto, for which the method “{method}” does not work; choose a veto method.",
    "rubric/method-for-vetoes":
      "The method “{method}” at {path} of the rubric works for vetoes only; choose another method.",
    "rubric/item-id-repeated":
      "The id “{id}” at {path} of the rubric stands on an earlier item; change one of them.",
    "rubric/detail-id-repeated":
      "The id “{id}” at {path} of the rubric stands twice in its item; change one of them.",
    "rubric/parts-sum":
      "The parts at {path} of the rubric sum to {sum:points} points, the item has {points:points}; make them equal.",
    "rubric/levels-highest":
      "The highest level at {path} of the rubric has {highest:points} points, the item {points:points}; make them equal.",
    "rubric/zero-is-full":
      "The values for no points and for full points at {path} of the rubric are both {value}; make them differ.",
    "rubric/target-range":
      "The target at {path} of the rubric must be above 0 and at most 1 but is {value}; correct it.",
    "rubric/key-rate-range":
      "The rate of key items at {path} of the rubric must be from 0 to 1 but is {value}; correct it.",
    "measurement/not-an-object": "The measurement at {path} should be an object; correct it.",
    "measurement/unknown-item": "The rubric has no item “{id}”; check the id of this measurement.",
    "measurement/unknown-deduction": "The item at {path} has no deduction “{id}”; check the id.",
    "measurement/unknown-part": "The item at {path} has no part “{id}”; check the id.",
    "measurement/unknown-level": "The item at {path} has no level “{id}”; check the id.",
    "measurement/shape":
      "The measurement lacks something at {path} or has the wrong type there; it should be {expected}.",
    "measurement/unknown-key":
      "The field “{key}” at {path} does not belong to the way its item is scored; remove or correct it.",
    "measurement/number-too-large":
      "The number {value} at {path} of the measurements is beyond 1e9; correct it.",
    "measurement/too-many-decimals":
      "The number {value} at {path} of the measurements has more than 6 decimals; correct it.",
    "measurement/number-negative":
      "The number at {path} of the measurements must not be negative but is {value}; correct it.",
    "measurement/count-not-whole":
      "The count at {path} must be a whole number of at least 0 but is {value}; correct it.",
    "measurement/points-above-item":
      "The {value} points assessed at {path} are above the item's {points:points}; correct them.",
    "measurement/numerator-without-denominator":
      "At {path} nothing was due, yet {numerator} were done; check both numbers.",
    "measurement/reason-missing": "No reason is given at {path}; write one.",
    "rubric/veto-triggered": "The veto {item} “{title}” is triggered, which fails everything.",
    "rubric/key-short":
      "The key item {item} “{title}” has {obtained:points} of {points:points} points, below the rate of {rate:percent} that is asked.",
    "rubric/upper-below-line":
      "Even with full points for everything unmeasured the total is {upper:points}, {shortfall:points} short of the line of {minTotal:points}.",
    "rubric/line-not-secured":
      "{lower:points} points are secured and {upper:points} possible; {shortfall:points} more are needed for the line of {minTotal:points}.",
    "rubric/key-unmeasured": "The key item {item} “{title}” is not measured yet; measure it.",
    "rubric/veto-unmeasured": "The veto {item} “{title}” is not checked yet; check it.",
    "rubric/not-met": "The requirement is not met: {lost:points} points lost.",
    "rubric/deducted": "{title}: {count} times, {lost:points} points deducted.",
    "rubric/part-missing": "{title}: not met, {lost:points} points missing.",
    "rubric/level-chosen": "Rated “{title}”: {obtained:points} points, {lost:points} missing.",
    "rubric/band-reached":
      "The value {value} reaches the band of {bound}: {obtained:points} points, {lost:points} missing.",
    "rubric/no-band-reached": "The value {value} reaches no band: {lost:points} points missing.",
    "rubric/band-missed": "The value {value} misses the band of {bound}, worth {points:points} points.",
    "rubric/linear-short":
      "The value is {value}; {zeroAt} gives no points, {fullAt} all of them: {lost:points} points missing.",
    "rubric/ratio-short":
      "{numerator} of {denominator} done, below the target of {target:percent}: {lost:points} points missing.",
    "rubric/assessed": "Assessed at {obtained:points} points, {lost:points} missing; reason: {reason}",
    "rubric/not-applicable": "Not applicable; reason: {reason}",
    "rubric/nothing-due": "Nothing was due, so the item does not apply.",
    "rubric.kind.key": "key item",
    "rubric.kind.basic": "basic item",
    "rubric.kind.bonus": "bonus item",
    "rubric.kind.veto": "veto",
    "rubric.method.all-or-nothing": "all or nothing",
    "rubric.method.deduction": "deductions",
    "rubric.method.parts": "parts",
    "rubric.method.levels": "levels",
    "rubric.method.bands": "bands of a value",
    "rubric.method.linear": "proportion of a value",
    "rubric.method.ratio": "completion rate",
    "rubric.method.assessed": "assessed",
    "rubric.method.veto-event": "veto by event",
    "rubric.method.veto-threshold": "veto by threshold",
    "rubric.status.measured": "measured",
    "rubric.status.unmeasured": "not measured",
    "rubric.status.not-applicable": "not applicable",
    "rubric.veto.triggered": "triggered",
    "rubric.veto.clear": "clear",
    "rubric.veto.unmeasured": "not checked",
    "rubric.veto.not-applicable": "not applicable",
    "rubric.verdict.pass": "pass",
    "rubric.verdict.fail": "fail",
    "rubric.verdict.undetermined": "undetermined",
    "rubric.not-applicable.rescale": "items that do not apply are left out and the rest is scaled up",
    "rubric.not-applicable.full": "items that do not apply count in full",
    "rubric.not-applicable.zero": "items that do not apply count as zero",
    "rubric.highlight.required": "required highlight",
    "rubric.highlight.optional": "optional highlight",
  },
};
