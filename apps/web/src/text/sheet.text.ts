import type { Pair } from "./define-texts.js";

/** Accounts and grants by spreadsheet. */
export const sheetTexts = {
  "people.sheet-accounts": ["按表格开账号", "Accounts by spreadsheet"],
  "people.sheet-grants": ["按表格授权", "Grants by spreadsheet"],
  "people.sheet-accounts-hint": [
    "一行一个账号。先逐行检查，您确认后才开；每个账号给一个设密码链接。",
    "One account a row. Every row is checked first and nothing is opened until you confirm; each gets a link.",
  ],
  "people.sheet-grants-hint": [
    "一行一项授权。先逐行检查，您确认后才授权；账号须先由系统管理员开好。",
    "One grant a row. Every row is checked first and nothing is granted until you confirm.",
  ],
  "people.template": ["下载模板", "Template"],
  "people.other-file": ["换一个文件", "Another file"],
  "people.apply-accounts": ["开 {n} 个账号", "Open {n} accounts"],
  "people.apply-grants": ["授 {n} 项权", "Give {n} grants"],
  "people.applied-accounts": ["已开 {n} 个账号。", "{n} accounts opened."],
  "people.applied-grants": ["已授 {n} 项权。", "{n} grants given."],
  "people.plan-sum": [
    "“{file}”共 {rows} 行：可以办 {taken} 行，退回 {refused} 行。退回的不影响其他行。",
    "“{file}” has {rows} rows: {taken} can be taken, {refused} are refused. Refused rows do not stop the others.",
  ],
  "people.plan-cut": [
    "每类只列前 {n} 行，全部见退回清单。",
    "The first {n} of each; the file of refused rows has all.",
  ],
  "people.refused-file": ["退回清单", "Refused rows"],
  "people.row": ["行", "Row"],
  "people.column": ["列", "Column"],
  "people.row-says": ["账号或出错的列", "Account, or the wrong column"],
  "people.outcome": ["结果或原因", "Outcome or reason"],
  "people.why-not": ["原因", "Reason"],
  "people.whole-row": ["整行", "Whole row"],
} as const satisfies Record<string, Pair>;
