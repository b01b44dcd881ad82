// Sentences about duty posts, and the names of their kinds and of the links of a chain.
import type { Catalogue } from "../kernel/text.js";
import type { LinkKind } from "./compose-full-chain.js";
import type { DutyKind } from "./duty-post.schema.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";

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
  | "load";

export const liaisonText: Catalogue<
  LiaisonProblemCode | `duty-kind/${DutyKind}` | `chain-link/${LinkKind}` | `directory/${Column | "official"}`
> = {
  "zh-CN": {
    "duty/territory-unknown": "没有找到属地“{territory}”，请从区划里选。",
    "duty/ended-already": "这个岗位已经结束，没有改动。",
    "duty/dates-order": "结束日期 {to} 要晚于开始日期 {from}。",
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
  },
  en: {
    "duty/territory-unknown": "No territory “{territory}” was found; choose one from the divisions.",
    "duty/ended-already": "This post has ended already; nothing was changed.",
    "duty/dates-order": "The end {to} must be after the first day {from}.",
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
  },
};
