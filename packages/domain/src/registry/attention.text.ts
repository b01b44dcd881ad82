import type { Catalogue } from "../kernel/text.js";
import type { AttentionProblemCode } from "./attention.problem.js";

/** Sentences about the office's list of attention flags. */
export const attentionText: Catalogue<AttentionProblemCode> = {
  "zh-CN": {
    "attention/shipped-name": "“{code}”是系统自带的关注标记，名称不能改，可以写说明或停用。",
    "attention/name-missing": "请写关注标记的中文名和英文名。",
    "attention/asked-for": "规模划型或分级标准用到关注标记“{code}”，不能停用；先改分级标准。",
    "attention/too-many": "关注标记最多 {most} 个，请先用已有的。",
    "attention/word-taken": "“{word}”已是关注标记“{name}”的叫法，请换一个。",
    "attention/not-in-use": "分级标准用到的关注标记“{code}”不在用，请先在设置里添加或恢复。",
  },
  en: {
    "attention/shipped-name":
      "“{code}” comes with the product and keeps its name; note something or retire it.",
    "attention/name-missing": "Give the flag a Chinese and an English name.",
    "attention/asked-for":
      "The size classes or the grading scheme ask for “{code}”, so it stays in use; change the scheme first.",
    "attention/too-many": "There can be {most} attention flags at most; use one that there is.",
    "attention/word-taken": "“{word}” is a word for the attention flag “{name}” already; choose another.",
    "attention/not-in-use":
      "The scheme asks for the attention flag “{code}”, which is not in use; add or restore it in Settings first.",
  },
};
