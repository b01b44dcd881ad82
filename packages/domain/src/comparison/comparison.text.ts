// Sentences about comparisons, and names of outcomes and of what is decided.
import type { Catalogue } from "../kernel/text.js";
import type { ComparisonProblemCode } from "./comparison.problem.js";
import type { ComparisonOutcome, ComparisonResolution } from "./comparison.schema.js";

export const comparisonText: Catalogue<
  ComparisonProblemCode | `compared/${ComparisonOutcome}` | `resolution/${ComparisonResolution}`
> = {
  "zh-CN": {
    "compared/same": "一致",
    "compared/differing": "内容不同",
    "compared/only-ours": "只有我方",
    "compared/only-theirs": "只有对方",
    "compared/doubtful": "拿不准",
    "compared/unreadable": "读不出",
    "resolution/theirs": "取对方",
    "resolution/create": "按对方新建",
    "resolution/ours": "以我方为准",
    "resolution/regulator": "交监管部门",
    "comparison/not-allowed": "“{compared}”的行不能“{resolution}”。",
    "comparison/reason-missing": "请写明理由。",
    "comparison/target-missing": "有几家可能是它，请先选定是哪一家。",
    "comparison/target-unknown": "选的主体不在这一行的候选里。",
    "comparison/settled": "这一行已经处理过，请刷新后再看。",
    "comparison/not-settled": "这一行还没有处理，没有可撤销的。",
    "comparison/present-now": "台账里已经有这一家或与它冲突的主体，不能再新建；请重新比对。",
    "comparison/gone": "台账里已经没有这家主体，请重新比对。",
    "comparison/official-unknown": "在岗干部里没有“{name}”，请先录入这名干部。",
    "comparison/official-several": "在岗干部里有 {count} 名“{name}”，分不清是哪一名；请在责任链里调整。",
    "comparison/too-many": "一次最多处理 {most} 行，现在选中 {count} 行；请先按街镇或字段筛选。",
    "comparison/official-stays": "原来没有人包保，或原来的干部已离岗，撤销会让它无人包保；请在责任链里调整。",
    "comparison/changed-since": "处理之后主体又改过，不能撤销；请在主体页更正。",
  },
  en: {
    "compared/same": "same",
    "compared/differing": "differing",
    "compared/only-ours": "only ours",
    "compared/only-theirs": "only theirs",
    "compared/doubtful": "doubtful",
    "compared/unreadable": "unreadable",
    "resolution/theirs": "take theirs",
    "resolution/create": "create from theirs",
    "resolution/ours": "keep ours",
    "resolution/regulator": "for the regulator",
    "comparison/not-allowed": "“{resolution}” does not fit a row that is {compared}.",
    "comparison/reason-missing": "Give the reason.",
    "comparison/target-missing": "Several establishments may be meant; choose the one first.",
    "comparison/target-unknown": "The establishment chosen is none of the row's candidates.",
    "comparison/settled": "This row was settled before; load the page again.",
    "comparison/not-settled": "This row is not settled, so there is nothing to undo.",
    "comparison/present-now":
      "The register now has this establishment, or one that conflicts with it; compare again instead of creating it.",
    "comparison/gone": "The register no longer has this establishment; compare again.",
    "comparison/official-unknown": "No official in a post is called “{name}”; enter the official first.",
    "comparison/official-several":
      "{count} officials in a post are called “{name}”; change the assignment on the chain's page.",
    "comparison/too-many":
      "At most {most} rows can be settled at once and {count} are chosen; narrow them by township or field.",
    "comparison/official-stays":
      "Nobody still in a post answered for it before, and undoing would leave it to nobody; change it on the chain's page.",
    "comparison/changed-since":
      "The establishment was changed since, so this cannot be undone; correct it on its page.",
  },
};
