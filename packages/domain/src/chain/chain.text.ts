import type { Catalogue } from "../kernel/text.js";
import type { UnassignedReason } from "./allocation.js";
import type { AllocationState } from "./allocation-run.schema.js";
import type { ChainProblemCode } from "./chain.problem.js";
import type { GapKind } from "./official.schema.js";

/** Sentences of the chain, names of kinds of gap and of why an establishment is left out. */
export const chainText: Catalogue<
  | ChainProblemCode
  | `gap/${GapKind}`
  | `unassigned/${UnassignedReason}`
  | `allocation-state/${AllocationState}`
  | "official/another"
> = {
  "zh-CN": {
    "chain/unknown-establishment": "主体 {establishment} 不在这次分派的名单里，固定的包保没有采用，请核对。",
    "chain/unknown-official": "干部 {official} 不在这次分派的名单里，固定的包保没有采用，请核对。",
    "chain/pinned-twice": "主体 {establishment} 已固定给另一名干部，给 {official} 的没有采用，请只留一个。",
    "chain/not-graded": "主体 {establishment} 没有包保等级，不能固定给 {official}，请先定级。",
    "chain/place-unknown": "主体 {establishment} 所在村（社区）未知，不能固定给 {official}，请先补充地址。",
    "chain/wrong-level":
      "干部 {official} 的层级与主体 {establishment} 的包保等级不对应，请改由对应层级的干部包保。",
    "chain/outside-jurisdiction":
      "主体 {establishment} 不在干部 {official} 的包保范围内，请改由当地干部包保。",
    "chain/capacity-exhausted":
      "干部 {official} 已到户数上限，主体 {establishment} 没有固定给其包保，请调整上限或另选干部。",
    "chain/no-official": "没有包保干部，请指定干部。",
    "chain/no-official-not-graded": "没有包保等级，因此没有包保干部，请先补充业态、规模或就餐人数。",
    "chain/official-left": "包保干部 {official} 自 {since} 起不在岗，没有人包保，请指定干部。",
    "chain/overload": "包保 {load} 户，超过提醒户数 {threshold} 户，请分给其他干部。",
    "chain/no-work": "在岗但没有包保主体，请分派。",
    "chain/levels-not-yet": "包保从 {earliest} 起才有规定，不能从更早的 {from} 起分派，请另选日期。",
    "chain/spread-impossible":
      "同级同范围的干部户数相差不超过 {spread} 户，在能派的都派出去时做不到；最少要允许相差 {least} 户。",
    "chain/plan-changed": "预览之后名录或包保关系有变动，方案已不同，没有写入。请重新预览再应用。",
    "chain/allocation-not-planned": "这次分派还没有算好方案，或已不能应用。请等它算好，或重新预览。",
    "chain/allocation-not-own": "方案只能由预览它的人应用。请自己预览一次再应用。",
    "chain/allocation-not-applied": "这次分派没有应用，不用撤销。",
    "chain/allocation-undone": "这次分派已经撤销过。",
    "chain/allocation-undo-late": "应用超过 24 小时的分派不能整批撤销。请另做一次分派，或逐家改派。",
    "chain/allocation-touched":
      "应用之后，其中 {count} 家的包保关系又有变动，整批撤销会盖掉这些变动，没有写入。请逐家改派。",
    "chain/no-commitment": "名下有主体但没有签署承诺书，请签署。",
    "chain/commitment-outdated": "岗位、层级、范围已变或期限已满，承诺书失效，请重新签署。",
    "chain/annex-unacknowledged": "包保名单已变动，新的名单附件还没有确认，请确认。",
    "chain/arm-without-person": "没有登记主要负责人，请补充。",
    "chain/arm-without-officer": "没有登记食品安全员，请补充。",
    "chain/arm-without-director": "按规定应配备食品安全总监，还没有登记，请补充。",
    "chain/arm-without-person-officer": "没有登记主要负责人和食品安全员，请补充。",
    "chain/arm-without-person-director": "没有登记主要负责人，应配备的食品安全总监也没有登记，请补充。",
    "chain/arm-without-officer-director": "没有登记食品安全员，应配备的食品安全总监也没有登记，请补充。",
    "chain/arm-empty": "主要负责人、食品安全总监、食品安全员都没有登记，请补充。",
    "allocation-state/planning": "正在计算",
    "allocation-state/planned": "已算好",
    "allocation-state/applying": "正在应用",
    "allocation-state/applied": "已应用",
    "allocation-state/undoing": "正在撤销",
    "allocation-state/undone": "已撤销",
    "allocation-state/failed": "未完成",
    "allocation-state/cancelled": "已取消",
    "official/another": "另一位干部",
    "gap/nobody": "无包保干部",
    "gap/wrong-level": "层级不符",
    "gap/outside-jurisdiction": "属地不符",
    "gap/no-commitment": "承诺未签",
    "gap/annex-unacknowledged": "名单未确认",
    "gap/overload": "户数过多",
    "gap/no-work": "无包保任务",
    "gap/business-arm": "企业责任不全",
    "unassigned/no-eligible-official": "没有符合层级和范围的干部",
    "unassigned/capacity-exhausted": "符合条件的干部都已到户数上限",
    "unassigned/not-graded": "没有包保等级",
    "unassigned/place-unknown": "所在村（社区）未知",
  },
  en: {
    "chain/unknown-establishment":
      "Establishment {establishment} is not part of this allocation; the pin was not followed, check it.",
    "chain/unknown-official":
      "Official {official} is not part of this allocation; the pin was not followed, check it.",
    "chain/pinned-twice":
      "Establishment {establishment} is pinned to another official; the pin to {official} was not followed, keep one.",
    "chain/not-graded":
      "Establishment {establishment} has no pairing grade and cannot be pinned to {official}; grade it first.",
    "chain/place-unknown":
      "The village of establishment {establishment} is not known, so it cannot be pinned to {official}; add its address.",
    "chain/wrong-level":
      "The level of official {official} does not answer for the grade of establishment {establishment}; choose one of the right level.",
    "chain/outside-jurisdiction":
      "Establishment {establishment} lies outside the jurisdiction of official {official}; choose one whose jurisdiction holds it.",
    "chain/capacity-exhausted":
      "Official {official} has reached the capacity; establishment {establishment} was not pinned, raise it or choose another.",
    "chain/no-official": "No official answers for it; name one.",
    "chain/no-official-not-graded":
      "It has no pairing grade and so no official; add its form, size or diners first.",
    "chain/official-left":
      "Official {official} has been out of the post since {since} and nobody answers; name another.",
    "chain/overload":
      "Answers for {load} establishments, above the alert at {threshold}; hand some to others.",
    "chain/no-work": "In the post without any establishment; assign some.",
    "chain/levels-not-yet":
      "Which level answers is laid down from {earliest} on; nothing can be allocated from {from}, choose a later day.",
    "chain/spread-impossible":
      "Loads at most {spread} apart among officials of one level and jurisdiction cannot be kept while everybody is assigned who can be; the least is {least}.",
    "chain/plan-changed":
      "The register or the assignments changed after the preview, so the plan is another; nothing was written. Preview again, then apply.",
    "chain/allocation-not-planned":
      "This allocation has no plan yet, or its plan can no longer be applied. Wait for it, or preview again.",
    "chain/allocation-not-own":
      "A plan is applied by the person who previewed it. Preview it yourself, then apply.",
    "chain/allocation-not-applied": "This allocation was not applied; there is nothing to undo.",
    "chain/allocation-undone": "This allocation has been undone already.",
    "chain/allocation-undo-late":
      "An allocation applied more than 24 hours ago is not undone as a whole. Allocate again, or reassign one by one.",
    "chain/allocation-touched":
      "The pairings of {count} of its establishments changed afterwards; undoing the whole would lose those changes, so nothing was written. Reassign one by one.",
    "chain/no-commitment": "Answers for establishments without a signed commitment; sign one.",
    "chain/commitment-outdated":
      "The commitment has lapsed: post, level or jurisdiction changed, or its term ended; sign again.",
    "chain/annex-unacknowledged":
      "The list of establishments changed and its new annex is not acknowledged; acknowledge it.",
    "chain/arm-without-person": "No person in charge is entered; enter one.",
    "chain/arm-without-officer": "No food-safety officer is entered; enter one.",
    "chain/arm-without-director": "A food-safety director is required and none is entered; enter one.",
    "chain/arm-without-person-officer":
      "No person in charge and no food-safety officer is entered; enter them.",
    "chain/arm-without-person-director":
      "No person in charge is entered, nor the food-safety director that is required; enter them.",
    "chain/arm-without-officer-director":
      "No food-safety officer is entered, nor the food-safety director that is required; enter them.",
    "chain/arm-empty":
      "Neither a person in charge, nor a food-safety officer, nor the director that is required is entered; enter them.",
    "allocation-state/planning": "planning",
    "allocation-state/planned": "planned",
    "allocation-state/applying": "being applied",
    "allocation-state/applied": "applied",
    "allocation-state/undoing": "being undone",
    "allocation-state/undone": "undone",
    "allocation-state/failed": "failed",
    "allocation-state/cancelled": "cancelled",
    "official/another": "another official",
    "gap/nobody": "no official",
    "gap/wrong-level": "wrong level",
    "gap/outside-jurisdiction": "outside jurisdiction",
    "gap/no-commitment": "no commitment",
    "gap/annex-unacknowledged": "list not acknowledged",
    "gap/overload": "overload",
    "gap/no-work": "no work",
    "gap/business-arm": "business arm incomplete",
    "unassigned/no-eligible-official": "no official of the level in that place",
    "unassigned/capacity-exhausted": "every eligible official is at capacity",
    "unassigned/not-graded": "no pairing grade",
    "unassigned/place-unknown": "village not known",
  },
};
