// Sentences about what waits for a leader's decision.
import type { Catalogue } from "../kernel/text.js";

/** Codes of decisions that the overview lists. */
export const decisionCodes = [
  "decision/nobody-at-top",
  "decision/overdue",
  "decision/nobody",
  "decision/broken",
  "decision/veto-unmeasured",
] as const;

export const overviewText: Catalogue<(typeof decisionCodes)[number]> = {
  "zh-CN": {
    "decision/nobody-at-top": "{grade} 级主体“{establishment}”没有包保干部，请指定。",
    "decision/overdue": "上一期有 {count} 家没有督导，最久逾期 {days} 天，是否催办或通报。",
    "decision/nobody": "共有 {count} 家没有包保干部，请看分派预览。",
    "decision/broken": "有 {count} 家的包保干部层级或辖区不符，请改派。",
    "decision/veto-unmeasured": "有 {count} 个否决项还没有测评，结论因此未定。",
  },
  en: {
    "decision/nobody-at-top": "“{establishment}”, grade {grade}, has no official; name one.",
    "decision/overdue":
      "Not visited in the last window: {count}, the longest {days} days overdue; remind or name them.",
    "decision/nobody": "Without an official: {count}; see the allocation preview.",
    "decision/broken": "With an official of the wrong level or from outside: {count}; reassign them.",
    "decision/veto-unmeasured": "Veto items not measured yet: {count}; the verdict is open until they are.",
  },
};
