// Sentences about sheets of facts, names of their kinds and outcomes.
import type { Catalogue } from "../kernel/text.js";
import type { FactSheetProblemCode } from "./fact-sheet.problem.js";
import type { FactKind, FactOutcome } from "./fact-sheet.schema.js";

export const factSheetText: Catalogue<
  FactSheetProblemCode | "training-hours" | `fact-kind/${FactKind}` | `fact-outcome/${FactOutcome}`
> = {
  "zh-CN": {
    "fact-sheet/nobody-named":
      "这一行没写是哪家：请填统一社会信用代码、许可证编号或主体编号，都没有时填名称和地址。",
    "fact-sheet/unknown":
      "在您能看到的主体里没有“{text}”：可能还没有登记，也可能不在您的辖区，请核对后再试。",
    "fact-sheet/ambiguous": "有 {count} 家符合（{names}），分不清是哪一家，请补上许可证编号或地址。",
    "fact-sheet/codes-conflict": "编号互相矛盾：一个是“{one}”的，另一个是“{other}”的，请核对。",
    "fact-sheet/name-differs": "编号登记的是“{name}”，这一行写的却是“{text}”，请核对编号或名称。",
    "fact-sheet/code-damaged":
      "“{text}”是被表格软件改成数字的编号，后几位已经丢失，请把该列设为文本后重新填写。",
    "fact-sheet/twice": "和第 {row} 行重复，只录入第 {row} 行。",
    "fact-sheet/contradicts": "和第 {rows} 行说的是同一件事，内容却不一样，请只留正确的一行。",
    "fact-sheet/too-long": "有 {length} 个字，超过 {most} 个字的上限，请写短一些。",
    "fact-sheet/day-missing": "没有日期，请补上。",
    "fact-sheet/day-shape": "“{text}”不是日期，请写成 2026-11-24 这样。",
    "fact-sheet/in-future": "{on} 晚于今天，请核对日期。",
    "fact-sheet/grade-missing": "没有风险等级，请填 A、B、C 或 D。",
    "fact-sheet/grade-shape": "“{text}”不是风险等级，只能是 A、B、C、D。",
    "fact-sheet/year-shape": "“{text}”不是年度，请写成 2026 这样。",
    "fact-sheet/year-conflict": "年度 {year} 和评定日期 {on} 对不上，请核对。",
    "fact-sheet/later-grade":
      "{from} 起已有更晚的风险等级 {grade}，录入这一行会把它顶掉，请核对；确要更正请逐家录入。",
    "fact-sheet/control-unknown": "“{text}”不是管控类型，只能是日管控、周排查、月调度。",
    "fact-sheet/period-missing": "没写是哪一天、哪一周或哪个月。",
    "fact-sheet/period-shape": "“{text}”不是这类管控的时段：日写 2026-11-24，周写 2026-W48，月写 2026-11。",
    "fact-sheet/result-missing": "没写结果，请填“未发现风险”“发现问题”或“未营业”。",
    "fact-sheet/result-unknown": "看不懂结果“{text}”，请填“未发现风险”“发现问题”或“未营业”。",
    "fact-sheet/not-done": "没有完成的不算报告，不用录入；没报告的会自动计入未报。",
    "fact-sheet/count-shape": "“{text}”不是问题数，请填 0 或正整数。",
    "fact-sheet/count-conflict": "问题数 {count} 和结果对不上，请核对。",
    "fact-sheet/person-missing": "没写是谁参加的培训。",
    "fact-sheet/person-unknown": "这家登记的人员里没有这个姓名，请核对，或先在主体页登记这个人。",
    "fact-sheet/person-ambiguous": "这家有 {count} 个人叫这个名字，请在“岗位”列写明是哪一位。",
    "fact-sheet/person-role": "这个人当天不在所写的岗位上，请核对岗位。",
    "fact-sheet/role-unknown": "“{text}”不是岗位，只能是主要负责人、食品安全总监、食品安全员。",
    "fact-sheet/hours-missing": "没写学时。",
    "fact-sheet/hours-shape": "学时“{text}”不对：以一刻钟（0.25）为单位，每次不超过 24 小时。",
    "fact-sheet/topic-missing": "没写培训内容。",
    "fact-sheet/too-many": "这张表有 {count} 行，一次最多 {most} 行，请拆成几张。",
    "fact-sheet/changed-since": "预览之后有了变化，没有录入；请重新预览，看清后再录入。",
    "fact-sheet/nothing-to-enter": "这张表里没有一行可以录入。",
    "fact-sheet/undone": "这张表已经撤销过了。",
    "training-hours": "学时",
    "fact-kind/risk": "风险等级",
    "fact-kind/control": "日管控、周排查、月调度",
    "fact-kind/training": "人员培训学时",
    "fact-outcome/new": "新录入",
    "fact-outcome/replaces": "更正原有",
    "fact-outcome/same": "已有相同",
    "fact-outcome/refused": "退回",
  },
  en: {
    "fact-sheet/nobody-named":
      "The row does not say which establishment it is about: give its credit code, licence number or own id, or else its name and address.",
    "fact-sheet/unknown":
      "Among the establishments that you see there is no “{text}”: it is not registered, or lies outside your territory.",
    "fact-sheet/ambiguous":
      "{count} establishments fit ({names}) and it is not clear which is meant; add the licence number or the address.",
    "fact-sheet/codes-conflict":
      "The numbers contradict each other: one belongs to “{one}”, the other to “{other}”; check them.",
    "fact-sheet/name-differs":
      "The number is that of “{name}”, but the row names “{text}”; check the number or the name.",
    "fact-sheet/code-damaged":
      "“{text}” is a code that a spreadsheet turned into a number; its last digits are lost. Make the column text and enter it again.",
    "fact-sheet/twice": "The same as row {row}; only row {row} is entered.",
    "fact-sheet/contradicts":
      "About the same as row {rows}, but saying something else; leave only the right one.",
    "fact-sheet/too-long": "{length} characters, more than the limit of {most}; make it shorter.",
    "fact-sheet/day-missing": "There is no day; add it.",
    "fact-sheet/day-shape": "“{text}” is no day; write it as 2026-11-24.",
    "fact-sheet/in-future": "{on} is after today; check the day.",
    "fact-sheet/grade-missing": "There is no risk grade; give A, B, C or D.",
    "fact-sheet/grade-shape": "“{text}” is no risk grade; it is A, B, C or D.",
    "fact-sheet/year-shape": "“{text}” is no year; write it as 2026.",
    "fact-sheet/year-conflict": "The year {year} and the day of assessment {on} do not agree; check them.",
    "fact-sheet/later-grade":
      "A later risk grade {grade} stands from {from} and this row would take it away; check it, or correct it by hand.",
    "fact-sheet/control-unknown": "“{text}” is no kind of control; it is daily, weekly or monthly.",
    "fact-sheet/period-missing": "It does not say which day, week or month.",
    "fact-sheet/period-shape":
      "“{text}” is no period of this kind of control: a day is 2026-11-24, a week 2026-W48, a month 2026-11.",
    "fact-sheet/result-missing": "There is no result; give “no-risk”, “findings” or “not-open”.",
    "fact-sheet/result-unknown":
      "The result “{text}” is not understood; give “no-risk”, “findings” or “not-open”.",
    "fact-sheet/not-done":
      "What was not done is no report and need not be entered; it counts as missing by itself.",
    "fact-sheet/count-shape": "“{text}” is no number of problems; give 0 or a whole number.",
    "fact-sheet/count-conflict": "{count} problems and the result do not agree; check them.",
    "fact-sheet/person-missing": "It does not say who was trained.",
    "fact-sheet/person-unknown":
      "Nobody of that name is among the people of this business; check it, or enter the person on its page first.",
    "fact-sheet/person-ambiguous":
      "{count} people of this business have that name; say which one in the column “role”.",
    "fact-sheet/person-role": "The person did not hold that post on the day; check the post.",
    "fact-sheet/role-unknown":
      "“{text}” is no post; it is person in charge, food-safety director or food-safety officer.",
    "fact-sheet/hours-missing": "There are no hours.",
    "fact-sheet/hours-shape": "“{text}” is no number of hours: quarters (0.25), at most 24 at a time.",
    "fact-sheet/topic-missing": "There is no topic.",
    "fact-sheet/too-many": "The sheet has {count} rows, and at most {most} go at a time; split it.",
    "fact-sheet/changed-since":
      "Something has changed since the preview and nothing was entered; preview again and look.",
    "fact-sheet/nothing-to-enter": "No row of this sheet can be entered.",
    "fact-sheet/undone": "This sheet was taken back already.",
    "training-hours": "hours",
    "fact-kind/risk": "risk grades",
    "fact-kind/control": "daily, weekly and monthly controls",
    "fact-kind/training": "training hours of people",
    "fact-outcome/new": "new",
    "fact-outcome/replaces": "replaces",
    "fact-outcome/same": "already there",
    "fact-outcome/refused": "refused",
  },
};
