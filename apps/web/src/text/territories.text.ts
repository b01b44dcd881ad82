import type { Pair } from "./define-texts.js";

/** Changes of territories. */
export const territoriesTexts = {
  "territories.sub": [
    "调整从某天起生效，以前的数据不变",
    "Changes hold from a day on; earlier days stay as they were",
  ],
  "territories.name": ["名称", "Name"],
  "territories.code": ["代码", "Code"],
  "territories.firms": ["主体", "Establishments"],
  "territories.firms-n": ["{n} 家主体", "{n} establishments"],
  "territories.children": ["下级", "Below"],
  "territories.change": ["调整", "Change"],
  "territories.empty": ["下面没有区域", "Nothing lies below"],
  "territories.empty-hint": [
    "可以新设，或在“导入”里按表格导入。",
    "Create one, or bring them in by spreadsheet.",
  ],
  "territories.merge": ["合并", "Merge"],
  "territories.split": ["拆分", "Split"],
  "territories.create": ["新设", "Create"],
  "territories.rename": ["更名", "Rename"],
  "territories.end": ["撤销", "End"],
  "territories.merge-of": ["合并{name}", "Merge {name}"],
  "territories.split-of": ["拆分{name}", "Split {name}"],
  "territories.create-of": ["在{name}新设", "Create in {name}"],
  "territories.rename-of": ["{name}更名", "Rename {name}"],
  "territories.end-of": ["撤销{name}", "End {name}"],
  "territories.merge-hint": [
    "几个乡镇（街道）并成一个，下面的村（社区）都归它。",
    "Townships become one; all villages go with them.",
  ],
  "territories.split-hint": [
    "选中的村（社区）划给新的乡镇（街道），其余留下。",
    "The chosen villages go to a new township; the rest stays.",
  ],
  "territories.create-hint": [
    "新设一个区域，类型由代码的位数决定。",
    "Its kind is told by the length of its code.",
  ],
  "territories.rename-hint": [
    "代码不变，从那天起用新名称。",
    "The code stays; the new name holds from that day.",
  ],
  "territories.end-hint": [
    "下面没有区域和主体才能撤销。",
    "Only where nothing lies below and no establishment is left.",
  ],
  "territories.on": ["从哪天起", "From which day"],
  "territories.which-merge": ["合并哪几个", "Which become one"],
  "territories.two-at-least": ["请至少选两个。", "Choose two at least."],
  "territories.which-leave": ["哪些村（社区）划出", "Which villages leave"],
  "territories.rest-name": ["留下部分的名称", "Name of what stays"],
  "territories.new-name": ["新名称", "New name"],
  "territories.name-of-new": ["新区域的名称", "Name of the new one"],
  "territories.code-of-new": ["新区域的代码", "Code of the new one"],
  "territories.code-hint": [
    "乡镇（街道）9 位，村（社区）12 位，网格 15 位；功能区以大写字母开头。用过的代码不能再用。",
    "9 digits for a township, 12 for a village, 15 for a grid; a zone begins with a capital. Used codes are refused.",
  ],
  "territories.merge-code-hint": [
    "可沿用其中一个的代码，或填新的 9 位代码。",
    "One of theirs, or a new one of 9 digits.",
  ],
  "territories.look": ["先看影响", "See the effect"],
  "territories.effect": ["{on} 起的影响", "Effect from {on}"],
  "territories.ends": ["不再存在", "Ends"],
  "territories.begins": ["新设或变动", "New or changed"],
  "territories.moved": ["换了属地", "Moved"],
  "territories.touched": ["受影响", "Touched"],
  "territories.touched-n": [
    "干部 {officials} 人，授权 {grants} 项，单位 {units} 个",
    "{officials} officials, {grants} grants, {units} units",
  ],
  "territories.touched-note": [
    "这些人和单位的区域不会自动改，调整后请逐个核对。",
    "Their territories are not changed by themselves; check each afterwards.",
  ],
  "territories.done": ["已调整", "Changed"],
} as const satisfies Record<string, Pair>;
