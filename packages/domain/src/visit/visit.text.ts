import type { Catalogue } from "../kernel/text.js";
import type { ProgressState } from "./coverage.schema.js";
import type { WindowKind } from "./period.js";
import type { VisitProblemCode } from "./visit.problem.js";
import type { ChecklistAnswer, DutyState, VisitMode } from "./visit.schema.js";
import type { approverLevels } from "./waiver.schema.js";

// Words of the coverage table.
const coverageWords = [
  "coverage/title",
  "coverage/period",
  "coverage/as-of",
  "coverage/registered",
  "coverage/due",
  "coverage/done",
  "coverage/notDone",
  "coverage/waived",
  "coverage/atRisk",
  "coverage/overdue",
  "coverage/short",
] as const;

/** Sentences of visits, and names of modes, answers, duty states, progress, windows and the coverage table. */
export const visitText: Catalogue<
  | (typeof coverageWords)[number]
  | VisitProblemCode
  | `mode/${VisitMode}`
  | `answer/${ChecklistAnswer["answer"]}`
  | `duty/${DutyState | "late"}`
  | `progress/${ProgressState}`
  | `window/${WindowKind}`
  | `approver/${(typeof approverLevels)[number]}`
  | `period/${WindowKind}`
> = {
  "zh-CN": {
    "coverage/title": "督导覆盖",
    "coverage/period": "期间",
    "coverage/as-of": "截至",
    "coverage/registered": "在册",
    "coverage/due": "应督导",
    "coverage/done": "已督导",
    "coverage/notDone": "未督导",
    "coverage/waived": "豁免",
    "coverage/atRisk": "临期",
    "coverage/overdue": "逾期",
    "coverage/short": "差几家到今日线",
    "visit/checklist-incomplete": "督导表没有答全，这次督导不计数，请补答后重新提交。",
    "visit/not-by-pairing-official":
      "督导人 {official} 不是当天的包保干部 {pairingOfficial}，也没有写明代其督导或共同督导，这次督导不计数。",
    "visit/no-pairing-official": "当天没有包保干部，这次督导不计数，请先指定干部。",
    "visit/not-on-site": "风险等级为 D 的主体须现场督导，这次督导不计数，请到现场督导。",
    "visit/period-shape": "“{text}”不是期间，请写成 2026、2026H2、2026Q4 或 2026-12。",
    "visit/in-future": "督导日期 {madeOn} 晚于今天 {today}，请改正日期。",
    "visit/too-early": "督导日期 {madeOn} 早于 {earliest}，请改正日期。",
    "visit/not-yours":
      "您只能记录自己做的督导，不能替 {official} 记录。您代其督导的，督导人写您自己，并写明代谁督导。",
    "visit/no-stand-in":
      "{madeOn} 没有登记 {official} 代 {standInFor} 督导这家主体，请先登记代为督导，或改正督导人和日期。",
    "visit/other-checklist": "督导表 {checklist} 不是这家主体用的 {expected}，请刷新页面后重新填写。",
    "visit/unknown-line": "督导表里没有“{item}”这一项，请刷新页面后重新填写。",
    "mode/on-site": "现场督导",
    "mode/joint": "集中督导",
    "mode/briefing": "集中汇报",
    "mode/video": "视频督导",
    "answer/yes": "符合",
    "answer/no": "不符合",
    "answer/not-applicable": "不适用",
    "duty/done": "已督导",
    "duty/on-track": "待督导",
    "duty/at-risk": "临期",
    "duty/overdue": "逾期",
    "duty/waived": "已豁免",
    "duty/not-due": "无应办",
    "duty/late": "已补",
    "progress/done": "已完成",
    "progress/on-time": "按期",
    "progress/behind": "落后",
    "progress/nothing-due": "无应办",
    "window/month": "每月",
    "window/quarter": "每季度",
    "window/half-year": "每半年",
    "window/year": "每年",
    "approver/province": "省级",
    "approver/city": "市级",
    "approver/county": "县（区）级",
    "approver/township": "乡镇（街道）级",
    "approver/village": "村（社区）级",
    "period/month": "{year} 年 {index} 月",
    "period/quarter": "{year} 年第 {index} 季度",
    "period/half-year": "{year} 年第 {index} 个半年",
    "period/year": "{year} 年",
  },
  en: {
    "coverage/title": "Visit coverage",
    "coverage/period": "Period",
    "coverage/as-of": "As of",
    "coverage/registered": "Registered",
    "coverage/due": "Due",
    "coverage/done": "Done",
    "coverage/notDone": "Not done",
    "coverage/waived": "Waived",
    "coverage/atRisk": "At risk",
    "coverage/overdue": "Overdue",
    "coverage/short": "Short of today's line",
    "visit/checklist-incomplete":
      "The checklist is not fully answered, so the visit does not count; answer the rest and send it again.",
    "visit/not-by-pairing-official":
      "{official} is not the pairing official of that day ({pairingOfficial}) and neither stood in for nor visited with them, so the visit does not count.",
    "visit/no-pairing-official":
      "Nobody answered for it that day, so the visit does not count; name an official first.",
    "visit/not-on-site":
      "An establishment of risk grade D must be visited on site, so the visit does not count; visit it on site.",
    "visit/period-shape": "“{text}” is no period; write 2026, 2026H2, 2026Q4 or 2026-12.",
    "visit/in-future": "The visit's day {madeOn} is after today, {today}; correct the day.",
    "visit/too-early": "The visit's day {madeOn} is before {earliest}; correct the day.",
    "visit/not-yours":
      "You record visits that you made yourself, not those of {official}. Where you stood in, name yourself and in whose place.",
    "visit/no-stand-in":
      "On {madeOn} no stand-in of {official} for {standInFor} covers this establishment; enter the stand-in first, or correct who made the visit and when.",
    "visit/other-checklist":
      "Checklist {checklist} is not the one of this establishment, {expected}; reload the page and fill it in again.",
    "visit/unknown-line": "The checklist has no line “{item}”; reload the page and fill it in again.",
    "mode/on-site": "on site",
    "mode/joint": "joint visit",
    "mode/briefing": "briefing",
    "mode/video": "video",
    "answer/yes": "yes",
    "answer/no": "no",
    "answer/not-applicable": "not applicable",
    "duty/done": "done",
    "duty/on-track": "to be visited",
    "duty/at-risk": "at risk",
    "duty/overdue": "overdue",
    "duty/waived": "waived",
    "duty/not-due": "not due",
    "duty/late": "made up late",
    "progress/done": "complete",
    "progress/on-time": "on time",
    "progress/behind": "behind",
    "progress/nothing-due": "nothing due",
    "window/month": "monthly",
    "window/quarter": "quarterly",
    "window/half-year": "half-yearly",
    "window/year": "yearly",
    "approver/province": "province",
    "approver/city": "city",
    "approver/county": "county or district",
    "approver/township": "township or street",
    "approver/village": "village or community",
    "period/month": "{year}-{index}",
    "period/quarter": "{year} Q{index}",
    "period/half-year": "{year} H{index}",
    "period/year": "{year}",
  },
};
