// Sentences about the record.
import type { Catalogue } from "../kernel/text.js";
import type { RecordProblemCode } from "./record.problem.js";

export const recordText: Catalogue<RecordProblemCode> = {
  "zh-CN": {
    "record/edited": "第 {seq} 条被改过（文件第 {line} 条）。",
    "record/deleted": "第 {from} 条至第 {to} 条被删除。",
    "record/inserted": "文件第 {line} 条起有 {count} 条是后来插入的（在第 {seq} 条处）。",
    "record/reordered": "第 {from} 条至第 {to} 条被移到了文件第 {line} 条处。",
    "record/swapped": "第 {first} 条与第 {second} 条被互换。",
    "record/cut-tail": "末尾被截去：第 {from} 条至第 {to} 条不见了，而库外保存的根里有它们。",
    "record/rolled-back": "记录在第 {from} 条至第 {to} 条之间被回退后重写：与 {day} 存在库外的根不符。",
    "record/root-altered": "{day} 的根（{size} 条）与记录不符，而末条的哈希相符：根文件被改过。",
    "record/columns-altered": "第 {seq} 条在库中的“{column}”与其内容不符：该列被改过。",
    "record/changes-altered": "第 {seq} 条所记的对象变动与其内容不符：变动明细被改过。",
    "record/more-faults": "问题多于 {most} 处，其余不再列出。",
    "record/no-header": "第一行不是审计记录的文件头。请给出由食安导出的记录文件。",
    "record/not-a-record": "“{file}”既不是审计记录，也不是根文件或证明文件。",
    "record/not-a-root": "根文件第 {line} 行不是一个根。",
    "record/not-a-proof": "“{file}”不是一份证明。",
    "record/proof-wrong": "证明不成立：第 {seq} 条不在 {size} 条的根之下。",
    "record/other-root": "证明中的根（{size} 条）与库外保存的根不符。",
    "record/retention-too-short": "审计记录至少保存 {least} 天（六个月），不能设为 {days} 天。",
    "record/no-root-yet": "第 {seq} 条还没有被每日的根覆盖，请明天再取证明。",
  },
  en: {
    "record/edited": "Entry {seq} was edited (line {line} of the entries).",
    "record/deleted": "Entries {from} to {to} were deleted.",
    "record/inserted": "From line {line} of the entries on, {count} were put in (where entry {seq} belongs).",
    "record/reordered": "Entries {from} to {to} were moved to line {line} of the entries.",
    "record/swapped": "Entries {first} and {second} changed places.",
    "record/cut-tail":
      "The tail was cut: entries {from} to {to} are gone, though a root kept outside has them.",
    "record/rolled-back":
      "Between entries {from} and {to} the record was rolled back and written anew: it differs from the root kept outside on {day}.",
    "record/root-altered":
      "The root of {day} ({size} entries) differs from the record while the last hash is the same: the file of roots was altered.",
    "record/columns-altered":
      "Column “{column}” of entry {seq} in the database differs from its content: the column was altered.",
    "record/changes-altered":
      "What entry {seq} changed differs from its content: the rows of changes were altered.",
    "record/more-faults": "There are more than {most} faults; the others are not listed.",
    "record/no-header": "The first line is not the head of a record. Give a record that Shian exported.",
    "record/not-a-record": "“{file}” is neither a record nor a file of roots nor a proof.",
    "record/not-a-root": "Line {line} of the file of roots is not a root.",
    "record/not-a-proof": "“{file}” is not a proof.",
    "record/proof-wrong": "The proof does not hold: entry {seq} is not under the root of {size} entries.",
    "record/other-root": "The root in the proof ({size} entries) differs from the root kept outside.",
    "record/retention-too-short":
      "The record is kept for at least {least} days (six months); {days} cannot be set.",
    "record/no-root-yet": "No daily root covers entry {seq} yet; ask for its proof tomorrow.",
  },
};
