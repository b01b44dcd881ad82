// Sentences about imports as a whole, and names of kinds and outcomes.
import type { Catalogue } from "../kernel/text.js";
import type { ImportProblemCode } from "./import.problem.js";
import type { ImportKind, ImportOutcome, ImportRun } from "./import.schema.js";

export const importText: Catalogue<
  | ImportProblemCode
  | `import-kind/${ImportKind}`
  | `import-outcome/${ImportOutcome}`
  | `status/${ImportRun["status"]}`
> = {
  "zh-CN": {
    "import/unknown-header": "文件里没有“{header}”这一列，请核对列名。",
    "import/unknown-field": "没有“{field}”这个字段，可用的有：{fields}。",
    "import/source-unknown": "没有保存过来源“{source}”的对应关系，请先保存，或逐列指定。",
    "import/undo-kind": "属地和干部的导入不能整批撤销，请用改正后的表再导入一次。",
    "import/undo-none": "这批的 {rows} 行导入之后都有改动，没有一行可以撤销。",
    "import/undo-gone": "“{name}”已不在您能看到的范围内，不能撤销。",
    "import/undo-out": "“{name}”已经撤出登记或并入别家，不再撤销。",
    "import/undo-changed": "“{name}”导入之后又有改动（{who}，{on}），保持现状；要撤销请先处理那次改动。",
    "import/undo-twice": "“{name}”被这批里的几行先后写过，不能逐行还原，保持现状。",
    "import/undo-version": "“{name}”导入之后被改过，保持现状。",
    "import/undo-in-group": "“{name}”在联络群“{group}”里，请先撤销或结束那个群。",
    "import/decision-no-target": "第 {row} 行有 {count} 家可能的主体，请先并排比对，再选定更新哪一家。",
    "import-kind/registry": "主体",
    "import-kind/territories": "属地",
    "import-kind/officials": "干部",
    "import-kind/duties": "通讯录",
    "import-kind/groups": "联络群",
    "import-outcome/created": "新增",
    "import-outcome/updated": "更新",
    "import-outcome/unchanged": "不变",
    "import-outcome/held": "待定",
    "import-outcome/refused": "退回",
    "status/reading": "核对中",
    "status/previewed": "待应用",
    "status/applying": "写入中",
    "status/applied": "已应用",
    "status/failed": "未成",
    "status/undone": "已撤销",
  },
  en: {
    "import/unknown-header": "The file has no column “{header}”; check its name.",
    "import/unknown-field": "There is no field “{field}”; the fields are: {fields}.",
    "import/source-unknown":
      "No mapping is saved for the source “{source}”; save one first or name the columns.",
    "import/undo-kind":
      "An import of territories or officials cannot be undone as a whole; import a corrected file.",
    "import/undo-none": "All {rows} rows were changed after the import; none of them can be undone.",
    "import/undo-gone": "“{name}” is no longer within your reach and cannot be undone.",
    "import/undo-out": "“{name}” was taken out of the register or merged already; there is nothing to undo.",
    "import/undo-changed":
      "“{name}” was changed after the import ({who}, {on}) and stays as it is; deal with that change first.",
    "import/undo-twice":
      "Several rows of this import wrote “{name}”, so it cannot be restored row by row and stays as it is.",
    "import/undo-version": "“{name}” was changed after the import and stays as it is.",
    "import/undo-in-group": "“{name}” is in the group “{group}”; undo or end that group first.",
    "import/decision-no-target":
      "Row {row} may mean {count} establishments; compare them and choose which one to update.",
    "import-kind/registry": "establishments",
    "import-kind/territories": "territories",
    "import-kind/officials": "officials",
    "import-kind/duties": "directory",
    "import-kind/groups": "1+N groups",
    "import-outcome/created": "created",
    "import-outcome/updated": "updated",
    "import-outcome/unchanged": "unchanged",
    "import-outcome/held": "held",
    "import-outcome/refused": "refused",
    "status/reading": "checking",
    "status/previewed": "previewed",
    "status/applying": "writing",
    "status/applied": "applied",
    "status/failed": "failed",
    "status/undone": "undone",
  },
};
