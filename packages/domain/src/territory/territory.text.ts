import type { Catalogue } from "../kernel/text.js";
import type { TerritoryProblemCode } from "./territory.problem.js";
import type { Level, TerritoryKind } from "./territory.schema.js";

/** Sentences of territory's reasons, and words for kinds, levels and the fields of a territory file. */
export const territoryText: Catalogue<
  | TerritoryProblemCode
  | `territory/kind-of-${TerritoryKind}`
  | `level/${Level}`
  | `territory/field-${"code" | "name" | "kind" | "parent" | "from" | "to" | "takesOver"}`
> = {
  "zh-CN": {
    "territory/code-missing": "没有填写区域代码，请补充。",
    "territory/code-shape":
      "区域代码“{text}”应为 2、4、6、9、12 或 15 位数字，功能区代码以大写字母开头，请改正。",
    "territory/name-missing": "没有填写区域名称，请补充。",
    "territory/name-too-long": "区域名称有 {length} 个字，最多 60 个字，请缩短。",
    "territory/kind-unknown": "不认识区域类型“{text}”，请填省、市、区县、乡镇街道、村社区、网格或功能区。",
    "territory/kind-code-mismatch": "代码 {code} 的位数与类型“{text}”不符，请核对。",
    "territory/from-missing": "没有填写启用日期，请补充。",
    "territory/dates-order": "停用日期 {to} 不晚于启用日期 {from}，请核对。",
    "territory/duplicate": "代码 {code} 与第 {row} 行重复，两行的有效期重叠，请保留一行或调整日期。",
    "territory/parent-missing": "功能区没有填写上级代码，请补充。",
    "territory/parent-unknown": "上级 {parent} 在 {from} 不存在，请先补上级或改正代码。",
    "territory/parent-refused": "上级 {parent}（第 {row} 行）没有通过检查，请先改正那一行。",
    "territory/parent-kind": "{code} 不能直接归 {parent} 管，两者级别不相接，请改正上级。",
    "territory/circle": "代码 {code} 沿上级又回到了自己，请改正上级。",
    "territory/takeover-not-zone": "只有功能区可以接管村（社区）或网格，请清空接管清单或改正类型。",
    "territory/takeover-shape": "接管清单里的“{text}”不是 12 位村（社区）代码或 15 位网格编码，请改正。",
    "territory/takeover-twice":
      "{code} 同时归了另一个功能区 {zone}，一个村（社区）同一天只能归一个，请核对。",
    "territory/place-missing": "没有填写所在区域，请补充代码或名称。",
    "territory/place-code-unknown": "区域代码“{text}”不认识，请核对。",
    "territory/place-name-unknown": "找不到名为“{name}”的区域，请核对名称，或改填代码。",
    "territory/place-ambiguous": "“{name}”对应 {count} 个区域（{codes}），请补充上级名称，或改填代码。",
    "territory/changed-later": "{code} 在 {from} 已有变更，请选那天以后的日期，或先改那次变更。",
    "territory/not-there": "{on} 没有代码为 {code} 的自建区域，请核对代码和日期。",
    "territory/not-township": "{code} 不是乡镇街道，只有乡镇街道可以合并或拆分。",
    "territory/merge-one": "合并至少要两个不同的乡镇街道。",
    "territory/merge-apart": "{codes} 不在同一个上级之下，不能合并。",
    "territory/code-used": "代码 {code} 已经用过，新的区域请用新的代码。",
    "territory/named-twice": "{code} 写了两次，一个村（社区）只能归一个乡镇街道。",
    "territory/not-member": "{code} 那天不在 {township} 里，请核对。",
    "territory/not-empty": "{code} 之下还有 {below}，请先并入别处再停用。",
    "territory/still-used": "还有主体直接登记在 {code}，请先改到村（社区）再停用。",
    "territory/kind-of-country": "全国",
    "territory/kind-of-province": "省级",
    "territory/kind-of-city": "市级",
    "territory/kind-of-county": "区县",
    "territory/kind-of-township": "乡镇街道",
    "territory/kind-of-zone": "功能区",
    "territory/kind-of-village": "村（社区）",
    "territory/kind-of-grid": "网格",
    "level/city": "市级",
    "level/county": "区县级",
    "level/township": "乡镇街道级",
    "level/village": "村社区级",
    "territory/field-code": "区域代码",
    "territory/field-name": "区域名称",
    "territory/field-kind": "类型",
    "territory/field-parent": "上级代码",
    "territory/field-from": "启用日期",
    "territory/field-to": "停用日期",
    "territory/field-takesOver": "接管清单",
  },
  en: {
    "territory/code-missing": "No territory code was given; enter one.",
    "territory/code-shape":
      "Territory code “{text}” should have 2, 4, 6, 9, 12 or 15 digits, or begin with a capital letter for a zone; correct it.",
    "territory/name-missing": "No territory name was given; enter one.",
    "territory/name-too-long": "The name has {length} characters, at most 60 are taken; shorten it.",
    "territory/kind-unknown":
      "“{text}” is not a kind of territory; enter province, city, county, township, village, grid or zone.",
    "territory/kind-code-mismatch": "The length of code {code} does not fit the kind “{text}”; check both.",
    "territory/from-missing": "No first day was given; enter one.",
    "territory/dates-order": "The last day {to} is not after the first day {from}; check both.",
    "territory/duplicate":
      "Code {code} stands in row {row} too and their days overlap; keep one row or change the days.",
    "territory/parent-missing": "The zone names no parent; enter the code of the territory above it.",
    "territory/parent-unknown":
      "There is no {parent} above it on {from}; add that territory first or correct the code.",
    "territory/parent-refused":
      "The territory above, {parent} (row {row}), was refused; correct that row first.",
    "territory/parent-kind":
      "{code} cannot lie directly under {parent}, their levels do not follow; correct the parent.",
    "territory/circle": "Going up from code {code} comes back to itself; correct the parent.",
    "territory/takeover-not-zone":
      "Only a zone takes over villages or grids; empty the list or correct the kind.",
    "territory/takeover-shape":
      "“{text}” in the list of what the zone takes over is not a 12-digit village code or 15-digit grid code; correct it.",
    "territory/takeover-twice":
      "{code} belongs to zone {zone} on the same days; a village belongs to one at a time, check both.",
    "territory/place-missing": "No place was given; enter its code or names.",
    "territory/place-code-unknown": "Place code “{text}” is not known; check it.",
    "territory/place-name-unknown": "No place is called “{name}”; check the name or enter the code instead.",
    "territory/place-ambiguous":
      "“{name}” fits {count} places ({codes}); add the name of the place above, or enter the code.",
    "territory/changed-later":
      "{code} already changes on {from}; choose a later day or correct that change first.",
    "territory/not-there": "The office has no territory {code} on {on}; check the code and the day.",
    "territory/not-township": "{code} is not a township or street; only those merge and split.",
    "territory/merge-one": "Merging takes two different townships at least.",
    "territory/merge-apart": "{codes} do not lie under one territory and cannot merge.",
    "territory/code-used": "Code {code} was used before; give the new territory a new one.",
    "territory/named-twice": "{code} is named twice; a village belongs to one township.",
    "territory/not-member": "{code} does not lie in {township} on that day; check it.",
    "territory/not-empty": "{below} still lies below {code}; merge it elsewhere first.",
    "territory/still-used": "Establishments are registered at {code} itself; move them to villages first.",
    "territory/kind-of-country": "country",
    "territory/kind-of-province": "province",
    "territory/kind-of-city": "city",
    "territory/kind-of-county": "county or district",
    "territory/kind-of-township": "township or street",
    "territory/kind-of-zone": "zone",
    "territory/kind-of-village": "village or community",
    "territory/kind-of-grid": "grid",
    "level/city": "city",
    "level/county": "county or district",
    "level/township": "township or street",
    "level/village": "village or community",
    "territory/field-code": "Territory code",
    "territory/field-name": "Territory name",
    "territory/field-kind": "Kind",
    "territory/field-parent": "Parent code",
    "territory/field-from": "Valid from",
    "territory/field-to": "Valid to",
    "territory/field-takesOver": "Takes over",
  },
};
