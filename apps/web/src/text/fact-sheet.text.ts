import type { Pair } from "./define-texts.js";

/** Sheets of risk grades, controls and training hours. */
export const factSheetTexts = {
  "facts.title": ["按表录入", "Enter by sheet"],
  "facts.open-risk": ["按表录入风险等级", "Enter risk grades by sheet"],
  "facts.sub": [
    "风险等级、企业自查、人员学时整张表录入：先看每一行会怎样，再一次写入，整张可撤销",
    "Risk grades, controls and training hours by the sheet: see what every row would do, then write it as one change that can be undone",
  ],
  "facts.tab-risk": ["风险等级", "Risk grades"],
  "facts.tab-control": ["日管控、周排查、月调度", "Controls"],
  "facts.tab-training": ["人员培训学时", "Training hours"],
  "facts.hint-risk": [
    "监管部门评定的风险等级（A–D），每行一家、一个评定日期。等级从评定日期起算；已有更晚等级的行会退回。",
    "The regulator's risk grades (A–D): a row is one establishment and the day of assessment, from which the grade holds. A row older than the grade that stands is refused.",
  ],
  "facts.hint-control": [
    "企业自己的日管控、周排查、月调度，每行一个时段。没完成的不用写，系统会自动计入未报。",
    "Businesses' own daily, weekly and monthly controls, a period a row. What was not done is left out: it counts as missing by itself.",
  ],
  "facts.hint-training": [
    "食品安全总监、安全员的培训，每行一个人的一次培训；这个人要先在主体页登记在岗。",
    "Training of food-safety directors and officers: a row is one person and one training. The person must be entered in the post first.",
  ],
  "facts.columns-hint": ["认得的列：{columns}", "Columns that are known: {columns}"],
  "facts.template": ["下载模板", "Template"],
  "facts.other": ["换一个文件", "Another file"],
  "facts.columns": ["各列怎样读", "How columns are read"],
  "facts.columns-note": [
    "读错的列可在这里改，改后重新预览",
    "Correct a column here; the preview is made again",
  ],
  "facts.ignore": ["不读", "Not read"],
  "facts.missing": [
    "没有认出这些列：{columns}。请在下面指定，或改好表头重新上传。",
    "These columns were not found: {columns}. Say below which they are, or mend the header and upload again.",
  ],
  "facts.new": ["新录入", "New"],
  "facts.new-hint": ["现在没有的", "not there now"],
  "facts.replaces": ["更正原有", "Replaces"],
  "facts.replaces-hint": ["同一件事，内容不同", "about the same, saying something else"],
  "facts.same": ["已有相同", "Already there"],
  "facts.same-hint": ["不再写入", "not written again"],
  "facts.refused": ["退回", "Refused"],
  "facts.refused-hint": ["每行都有原因", "each with its reason"],
  "facts.sum": [
    "{rows} 行 = 新录入 {new} + 更正原有 {replaces} + 已有相同 {same} + 退回 {refused}",
    "{rows} rows = new {new} + replaces {replaces} + already there {same} + refused {refused}",
  ],
  "facts.row": ["行", "Row"],
  "facts.name": ["主体", "Establishment"],
  "facts.says": ["录入什么", "What is entered"],
  "facts.before": ["现在是", "Now"],
  "facts.why": ["退回原因", "Why refused"],
  "facts.none": ["没有这样的行", "No such row"],
  "facts.cut": [
    "只列出前 {n} 行；退回的全部行可下载",
    "The first {n} rows are shown; all refused ones can be downloaded",
  ],
  "facts.download": ["下载退回的 {n} 行", "Download {n} refused rows"],
  "facts.download-note": [
    "原来的列加上退回原因，改好后可直接再上传",
    "in the file's own columns with the reasons; mended, it can be uploaded again",
  ],
  "facts.enter": ["录入 {n} 行", "Enter {n} rows"],
  "facts.will": [
    "将写入 {n} 行，一次完成，可整张撤销。",
    "{n} rows will be written as one change, which can be undone.",
  ],
  "facts.nothing": ["没有可以录入的行。", "No row can be entered."],
  "facts.done": ["已录入 {n} 行", "{n} rows entered"],
  "facts.entered": ["已录入的表", "Sheets that were entered"],
  "facts.entered-none": ["还没有按表录入过", "No sheet was entered yet"],
  "facts.counts": [
    "{rows} 行：新录入 {new}，更正 {replaces}，相同 {same}，退回 {refused}",
    "{rows} rows: {new} new, {replaces} replaced, {same} the same, {refused} refused",
  ],
  "facts.counts-part": ["其中 {rows} 行录入您辖区的主体", "{rows} of its rows are about your territory"],
  "facts.undo": ["整张撤销", "Undo"],
  "facts.undo-sure": [
    "撤销这张表？它写入的恢复成录入前的样子；之后又改过的保持现状。",
    "Undo this sheet? What it wrote is as before; what was changed since stays.",
  ],
  "facts.undone": ["已撤销", "Undone"],
  "facts.undo-done": ["已撤销 {undone} 行", "{undone} rows undone"],
  "facts.undo-left": [
    "已撤销 {undone} 行；{left} 行之后又改过，保持现状：{names}",
    "{undone} rows undone; {left} were changed since and stay: {names}",
  ],
} as const satisfies Record<string, Pair>;
