// Sentences about duty posts, groups and questions, and the names of their kinds, states and steps.
import type { Catalogue } from "../kernel/text.js";
import type { LinkKind } from "./compose-full-chain.js";
import type { DutyKind } from "./duty-post.schema.js";
import type { LiaisonKeepingCode } from "./liaison.problem.js";
import type { QuestionAct, QuestionParty, QuestionState, QuestionStep } from "./question.js";

type Column =
  | "kind"
  | "name"
  | "unit"
  | "title"
  | "territories"
  | "office-phone"
  | "mobile"
  | "from"
  | "to"
  | "load"
  | "place-code";

type QuestionColumn =
  | "subject"
  | "asked-by"
  | "asked-on"
  | "place"
  | "state"
  | "joined"
  | "answer"
  | "answered-on";
type GroupColumn = "name" | "one" | "members" | "place";

export const liaisonText: Catalogue<
  | LiaisonKeepingCode
  | `question-state/${QuestionState}`
  | `question-act/${QuestionAct}`
  | `question-step/${QuestionStep}`
  | `question-party/${QuestionParty}`
  | `question/${QuestionColumn}`
  | `group/${GroupColumn}`
  | `duty-kind/${DutyKind}`
  | `chain-link/${LinkKind}`
  | `directory/${Column | "official"}`
> = {
  "zh-CN": {
    "duty/territory-unknown": "没有找到属地“{territory}”，请从区划里选。",
    "duty/ended-already": "今天没有在用的记录（已结束或还没开始），没有改动。要改请写明从哪天起。",
    "duty/dates-order": "结束日期 {to} 要晚于开始日期 {from}。",
    "group/post-unknown": "通讯录里没有这个岗位，请重新选人。",
    "group/member-twice": "同一个岗位在群里出现了两次。",
    "group/name": "群名",
    "group/one": "联络人（1）",
    "group/members": "成员（N）",
    "group/place": "属地",
    "question/not-open": "问题现在的状态下不能这样办，请刷新后再看。",
    "question/not-yours": "这一步不由您办。",
    "question/text-missing": "请写明内容。",
    "question/joined-to-itself": "问题不能并入它自己。",
    "question/subject": "问题",
    "question/asked-by": "提问人",
    "question/asked-on": "提出日期",
    "question/place": "属地",
    "question/state": "状态",
    "question/joined": "并入",
    "question/answer": "答复",
    "question/answered-on": "答复日期",
    "question-state/at-township": "街道汇总中",
    "question-state/at-office": "食安办答复中",
    "question-state/returned": "已退回补充",
    "question-state/merged": "已并入同类问题",
    "question-state/answered": "已答复",
    "question-state/withdrawn": "已撤回",
    "question-act/raise": "提出",
    "question-act/supplement": "补充",
    "question-act/return": "退回补充",
    "question-act/pass": "上报食安办",
    "question-act/merge": "并入同类问题",
    "question-act/split": "取消并入",
    "question-act/ask-again": "追问",
    "question-act/withdraw": "撤回",
    "question-act/read": "已阅答复",
    "question-step/supplement": "补充",
    "question-step/return": "退回补充",
    "question-step/pass": "上报食安办",
    "question-step/merge": "并入",
    "question-step/split": "取消并入",
    "question-step/ask-again": "追问",
    "question-step/withdraw": "撤回",
    "question-step/read": "已阅",
    "question-step/answer": "答复",
    "question-party/asker": "提问人",
    "question-party/township": "街道（乡镇）",
    "question-party/office": "食安办",
    "duty-kind/leader": "责任领导",
    "duty-kind/liaison": "联络员",
    "duty-kind/station-head": "监管所负责人",
    "duty-kind/inspector": "监管员",
    "chain-link/pairing": "包保干部",
    "chain-link/leader": "责任领导",
    "chain-link/liaison": "联络员",
    "chain-link/station": "市场监管所",
    "chain-link/inspector": "监管员",
    "chain-link/person-in-charge": "主要负责人",
    "chain-link/director": "食品安全总监",
    "chain-link/officers": "食品安全员",
    "directory/title": "职务",
    "directory/kind": "类别",
    "directory/name": "姓名",
    "directory/unit": "单位",
    "directory/territories": "属地",
    "directory/office-phone": "办公电话",
    "directory/mobile": "手机",
    "directory/from": "起始日期",
    "directory/to": "截止日期",
    "directory/load": "户数",
    "directory/official": "包保干部",
    "directory/place-code": "属地代码",
  },
  en: {
    "duty/territory-unknown": "No territory “{territory}” was found; choose one from the divisions.",
    "duty/ended-already":
      "Nothing holds today (it has ended or not begun), so nothing was changed; say from which day on.",
    "duty/dates-order": "The end {to} must be after the first day {from}.",
    "group/post-unknown": "The directory has no such post; choose again.",
    "group/member-twice": "The same post stands twice in the group.",
    "group/name": "group",
    "group/one": "the one",
    "group/members": "the N",
    "group/place": "place",
    "question/not-open": "In its present state this cannot be done with the question; reload and look again.",
    "question/not-yours": "This step is not yours to take.",
    "question/text-missing": "Write what it is about.",
    "question/joined-to-itself": "A question cannot be joined to itself.",
    "question/subject": "question",
    "question/asked-by": "asked by",
    "question/asked-on": "asked on",
    "question/place": "place",
    "question/state": "state",
    "question/joined": "joined",
    "question/answer": "answer",
    "question/answered-on": "answered on",
    "question-state/at-township": "with the township",
    "question-state/at-office": "with the office",
    "question-state/returned": "sent back for more",
    "question-state/merged": "joined to a like one",
    "question-state/answered": "answered",
    "question-state/withdrawn": "withdrawn",
    "question-act/raise": "raised",
    "question-act/supplement": "added to",
    "question-act/return": "sent back for more",
    "question-act/pass": "passed to the office",
    "question-act/merge": "joined to a like one",
    "question-act/split": "separated again",
    "question-act/ask-again": "asked again",
    "question-act/withdraw": "withdrawn",
    "question-act/read": "answer read",
    "question-step/supplement": "add",
    "question-step/return": "send back for more",
    "question-step/pass": "pass to the office",
    "question-step/merge": "join",
    "question-step/split": "separate again",
    "question-step/ask-again": "ask again",
    "question-step/withdraw": "withdraw",
    "question-step/read": "read",
    "question-step/answer": "answer",
    "question-party/asker": "asker",
    "question-party/township": "township",
    "question-party/office": "office",
    "duty-kind/leader": "leader in charge",
    "duty-kind/liaison": "liaison",
    "duty-kind/station-head": "head of station",
    "duty-kind/inspector": "inspector",
    "chain-link/pairing": "pairing official",
    "chain-link/leader": "leader in charge",
    "chain-link/liaison": "liaison",
    "chain-link/station": "market-regulation station",
    "chain-link/inspector": "inspector",
    "chain-link/person-in-charge": "person in charge",
    "chain-link/director": "food-safety director",
    "chain-link/officers": "food-safety officers",
    "directory/title": "title",
    "directory/kind": "kind",
    "directory/name": "name",
    "directory/unit": "unit",
    "directory/territories": "territories",
    "directory/office-phone": "office phone",
    "directory/mobile": "mobile",
    "directory/from": "from",
    "directory/to": "to",
    "directory/load": "load",
    "directory/official": "pairing official",
    "directory/place-code": "place code",
  },
};
