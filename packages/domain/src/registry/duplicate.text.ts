// Sentences about duplicates and merges, and names of why two may be the same.
import type { Catalogue } from "../kernel/text.js";
import type { DuplicateProblemCode } from "./duplicate.problem.js";
import type { DuplicateReason } from "./find-duplicates.js";

export const duplicateText: Catalogue<
  | DuplicateProblemCode
  | `duplicate-reason/${DuplicateReason}`
  | `duplicate-verdict/${"open" | "different" | "merged"}`
> = {
  "zh-CN": {
    "merge/same": "“{name}”不能与自己合并，请选两家。",
    "merge/absorbed-before": "“{name}”已经并入别家，请选并入后的那一家。",
    "merge/field-unknown": "没有“{field}”这个字段，可用的有：{fields}。",
    "merge/undone-before": "这次合并已经撤销过了。",
    "merge/changed-since": "“{name}”在合并之后又有改动（{who}，{on}），不能撤销合并；请先处理那次改动。",
    "merge/absorbed-later": "“{name}”后来又并入别家，请先撤销那次合并。",
    "duplicate/same": "请选两家不同的主体来比对。",
    "duplicate-reason/same-licence": "许可证编号相同",
    "duplicate-reason/same-code": "信用代码相同，地址相近",
    "duplicate-reason/same-address": "地址相同，名称相近",
    "duplicate-reason/name-address": "名称、地址都相近",
    "duplicate-reason/same-name": "同社区同名",
    "duplicate-verdict/open": "待定",
    "duplicate-verdict/different": "是两家",
    "duplicate-verdict/merged": "已合并",
  },
  en: {
    "merge/same": "“{name}” cannot be merged with itself; choose two establishments.",
    "merge/absorbed-before": "“{name}” was merged into another one already; choose that one.",
    "merge/field-unknown": "There is no field “{field}”; the fields are: {fields}.",
    "merge/undone-before": "This merge was undone already.",
    "merge/changed-since":
      "“{name}” was changed after the merge ({who}, {on}), so the merge cannot be undone; deal with that change first.",
    "merge/absorbed-later": "“{name}” was merged into another one later; undo that merge first.",
    "duplicate/same": "Choose two different establishments to compare.",
    "duplicate-reason/same-licence": "same licence number",
    "duplicate-reason/same-code": "same credit code, address alike",
    "duplicate-reason/same-address": "same address, name alike",
    "duplicate-reason/name-address": "name and address alike",
    "duplicate-reason/same-name": "same name in one village",
    "duplicate-verdict/open": "open",
    "duplicate-verdict/different": "two establishments",
    "duplicate-verdict/merged": "merged",
  },
};
