import type { Pair } from "./define-texts.js";

/** The office's attention flags in Settings. */
export const flagsTexts = {
  "flags.title": ["关注标记", "Attention flags"],
  "flags.hint": [
    "需要上级关注的情形：自带的和本地自己加的",
    "Circumstances that call for a higher level: shipped ones and your own",
  ],
  "flags.sub": [
    "分级标准、筛选、导入、导出都用这份清单；停用的不再登记，已登记的照旧显示",
    "Grading, filters, imports and exports use this list; a retired one is registered no more and shown where it was",
  ],
  "flags.add": ["添加标记", "Add a flag"],
  "flags.edit": ["修改标记", "Change the flag"],
  "flags.saved": ["已保存", "Saved"],
  "flags.shipped": ["自带", "shipped"],
  "flags.shipped-hint": ["自带的标记名称不能改。", "A shipped flag keeps its name."],
  "flags.in-use": ["在用", "In use"],
  "flags.retired": ["停用", "Retired"],
  "flags.retire": ["停用", "Retire"],
  "flags.restore": ["恢复", "Restore"],
  "flags.zh": ["中文名", "Chinese name"],
  "flags.en": ["英文名", "English name"],
  "flags.code": ["代码", "Code"],
  "flags.code-hint": [
    "小写英文字母和数字，用短横线连接，如 night-market；定了就不能改。",
    "Lower-case letters and digits joined by hyphens, such as night-market; it stays as it is.",
  ],
  "flags.note": ["说明", "Note"],
} as const satisfies Record<string, Pair>;
