// Sentences about rows of officials, and the names of their columns.
import type { Catalogue } from "../kernel/text.js";
import type { OfficialProblemCode } from "./official.problem.js";
import type { OfficialField } from "./official-columns.js";

export const officialText: Catalogue<OfficialProblemCode | `official/field-${OfficialField}`> = {
  "zh-CN": {
    "official/name-missing": "没有姓名，请补上。",
    "official/unit-missing": "没有单位，请补上；同名的人靠单位区分。",
    "official/too-long": "有 {length} 个字，最多 {most} 个，请缩短。",
    "official/level-missing": "没有写层级，从辖区也看不出来，请写市级、区级、街镇级或村级。",
    "official/level-unknown": "不认识层级“{text}”，请写市级、区级、街镇级或村级。",
    "official/jurisdiction-missing": "没有辖区，请写属地的代码或名称，多个用顿号分开。",
    "official/jurisdiction-unknown": "没有找到属地“{text}”，请写代码，或先导入属地。",
    "official/jurisdiction-ambiguous": "有几个属地都叫“{text}”，请写代码，或写全上级名称。",
    "official/outside-territory": "“{text}”不在您的属地内，这一行不能导入。",
    "official/capacity-shape": "包保上限“{text}”不是整数，请写户数，或留空表示不设上限。",
    "official/home-grid-unknown": "没有找到网格“{text}”，请写 15 位网格代码。",
    "official/phone-shape": "这一格不是电话号码，请写手机号或座机号，或留空。",
    "official/date-shape": "日期“{text}”看不懂，请写成 2026-11-24。",
    "official/dates-order": "离任日期 {to} 不晚于任职日期 {from}，请核对。",
    "official/twice-in-file": "这个人（同姓名、同单位）在文件里出现了不止一次，请只留一行。",
    "official/fits-several": "名册里有 {count} 个同姓名、同单位的人，请核对后再导入。",
    "official/field-name": "姓名",
    "official/field-unit": "单位",
    "official/field-post": "职务",
    "official/field-level": "层级",
    "official/field-jurisdictions": "辖区",
    "official/field-capacity": "包保上限",
    "official/field-homeGrid": "所在网格",
    "official/field-officePhone": "办公电话",
    "official/field-mobile": "手机",
    "official/field-from": "任职日期",
    "official/field-to": "离任日期",
  },
  en: {
    "official/name-missing": "The name is missing; fill it in.",
    "official/unit-missing": "The unit is missing; fill it in, since it tells people of one name apart.",
    "official/too-long": "{length} characters are too many, at most {most}; shorten it.",
    "official/level-missing":
      "No level is given and the jurisdiction does not tell it; write city, county, township or village.",
    "official/level-unknown": "“{text}” is not a level; write city, county, township or village.",
    "official/jurisdiction-missing":
      "The jurisdiction is missing; write codes or names of territories, separated by commas.",
    "official/jurisdiction-unknown":
      "No territory “{text}” was found; write its code, or import the territories first.",
    "official/jurisdiction-ambiguous":
      "Several territories are called “{text}”; write the code or the names above it too.",
    "official/outside-territory": "“{text}” is outside your territory, so this row cannot come in.",
    "official/capacity-shape":
      "The limit “{text}” is not a whole number; write a number or leave it empty for no limit.",
    "official/home-grid-unknown": "No grid “{text}” was found; write the 15-digit grid code.",
    "official/phone-shape":
      "This cell is no telephone number; write a mobile or office number, or leave it empty.",
    "official/date-shape": "The date “{text}” cannot be read; write it as 2026-11-24.",
    "official/dates-order": "The last day {to} is not after the first day {from}; check them.",
    "official/twice-in-file":
      "This person (same name and unit) stands in the file more than once; keep one row.",
    "official/fits-several": "{count} people in the directory have this name and unit; settle that first.",
    "official/field-name": "Name",
    "official/field-unit": "Unit",
    "official/field-post": "Post",
    "official/field-level": "Level",
    "official/field-jurisdictions": "Jurisdictions",
    "official/field-capacity": "Limit",
    "official/field-homeGrid": "Home grid",
    "official/field-officePhone": "Office phone",
    "official/field-mobile": "Mobile",
    "official/field-from": "From",
    "official/field-to": "To",
  },
};
