// Sentences about imports as a whole, and names of kinds and outcomes.
import type { Catalogue } from "../kernel/text.js";
import type { ImportKind, ImportOutcome, ImportRun } from "./import.contract.js";
import type { ImportProblemCode } from "./import.problem.js";

export const importText: Catalogue<
  | ImportProblemCode
  | `import-kind/${ImportKind}`
  | `import-outcome/${ImportOutcome}`
  | `status/${ImportRun["status"]}`
> = {
  "zh-CN": {
    "import/unknown-header": "文件里没有“{header}”这一列，请核对列名。",
    "import/unknown-field": "没有“{field}”这个字段，可用的有：{fields}。",
    "import-kind/registry": "主体",
    "import-kind/territories": "属地",
    "import-kind/officials": "干部",
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
  },
  en: {
    "import/unknown-header": "The file has no column “{header}”; check its name.",
    "import/unknown-field": "There is no field “{field}”; the fields are: {fields}.",
    "import-kind/registry": "establishments",
    "import-kind/territories": "territories",
    "import-kind/officials": "officials",
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
  },
};
