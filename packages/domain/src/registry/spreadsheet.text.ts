import type { Catalogue } from "../kernel/text.js";
import type { SpreadsheetProblemCode } from "./spreadsheet.problem.js";

/** Sentences about files that cannot be read. */
export const spreadsheetText: Catalogue<SpreadsheetProblemCode> = {
  "zh-CN": {
    "spreadsheet/aborted": "读取已取消，什么也没有写入。",
    "spreadsheet/cell-too-long":
      "第 {row} 行有单元格超过 {limit} 个字符，多半是引号没有配对，请检查这一行后重新上传。",
    "spreadsheet/damaged": "文件已损坏，读到一半读不下去，请用表格软件打开并另存后重新上传。",
    "spreadsheet/empty": "文件里没有任何内容，请确认选对了文件和工作表。",
    "spreadsheet/encrypted": "文件加了密码，请去掉密码后重新上传。",
    "spreadsheet/file-too-large": "文件有 {size} MiB，超过 {limit} MiB 的上限，请拆成几个文件上传。",
    "spreadsheet/gave-up": "读这个文件用的内存或时间超过了上限，已停止，请拆成几个文件上传。",
    "spreadsheet/inflates-too-far":
      "文件解压后超过 {limit} MiB 的上限，已拒绝，请删去图片等无关内容或拆成几个文件。",
    "spreadsheet/not-a-spreadsheet": "这不是表格文件，请上传 .xlsx 或 .csv 文件。",
    "spreadsheet/old-format": "这是旧版 .xls 文件，请用表格软件另存为 .xlsx 后上传。",
    "spreadsheet/sheet-unknown": "文件里没有名为“{sheet}”的工作表，请重新选择。",
    "spreadsheet/too-many-columns":
      "第 {row} 行用到了第 {column} 列，超过 {limit} 列的上限，请删去多余的列。",
    "spreadsheet/too-many-entries": "文件内部有 {entries} 个部件，超过 {limit} 个的上限，已拒绝。",
    "spreadsheet/too-many-rows": "文件超过 {limit} 行的上限，请拆成几个文件上传。",
    "spreadsheet/unknown-encoding": "认不出文件的文字编码，请另存为 UTF-8 编码的 CSV 或 .xlsx 后上传。",
    "spreadsheet/unsafe-archive":
      "文件内部结构不安全（路径或大小有假），已拒绝，请用表格软件另存后重新上传。",
  },
  en: {
    "spreadsheet/aborted": "Reading was cancelled; nothing was written.",
    "spreadsheet/cell-too-long":
      "A cell in row {row} is longer than {limit} characters, most likely because of an unpaired quotation mark; check that row and upload again.",
    "spreadsheet/damaged":
      "The file is damaged and cannot be read to its end; open it in a spreadsheet program, save it anew and upload again.",
    "spreadsheet/empty": "The file holds nothing; check that it is the right file and sheet.",
    "spreadsheet/encrypted": "The file is protected by a password; remove the password and upload again.",
    "spreadsheet/file-too-large":
      "The file has {size} MiB, more than the limit of {limit} MiB; split it into several files.",
    "spreadsheet/gave-up":
      "Reading this file took more memory or time than allowed and was stopped; split it into several files.",
    "spreadsheet/inflates-too-far":
      "The file inflates to more than the limit of {limit} MiB and was refused; remove pictures and the like, or split it.",
    "spreadsheet/not-a-spreadsheet": "This is no spreadsheet; upload a .xlsx or .csv file.",
    "spreadsheet/old-format":
      "This is an old .xls file; save it as .xlsx in a spreadsheet program and upload that.",
    "spreadsheet/sheet-unknown": "The file has no sheet named “{sheet}”; choose another one.",
    "spreadsheet/too-many-columns":
      "Row {row} uses column {column}, beyond the limit of {limit} columns; delete the columns that are not needed.",
    "spreadsheet/too-many-entries":
      "The file holds {entries} parts, more than the limit of {limit}, and was refused.",
    "spreadsheet/too-many-rows": "The file has more than {limit} rows; split it into several files.",
    "spreadsheet/unknown-encoding":
      "The text encoding of the file is not known; save it as CSV in UTF-8 or as .xlsx and upload that.",
    "spreadsheet/unsafe-archive":
      "The inner structure of the file is unsafe (a false path or size) and it was refused; save it anew in a spreadsheet program and upload again.",
  },
};
