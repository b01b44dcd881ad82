// Sentences about export layouts, and names of kinds and fields.
import type { Catalogue } from "../kernel/text.js";
import type { LayoutProblemCode } from "./layout.problem.js";
import type { LayoutKind } from "./layout-fields.data.js";

type FieldName =
  | "id"
  | "name"
  | "creditCode"
  | "licenceNumber"
  | "form"
  | "size"
  | "diners"
  | "attention"
  | "province"
  | "city"
  | "county"
  | "township"
  | "village"
  | "placeCode"
  | "address"
  | "openedOn"
  | "licenceIssuedOn"
  | "licenceExpiresOn"
  | "personInCharge"
  | "foodSafetyDirector"
  | "foodSafetyOfficers"
  | "contactMobile"
  | "state"
  | "stateSince"
  | "grade"
  | "riskGrade"
  | "officialId"
  | "officialName"
  | "officialUnit"
  | "officialPost"
  | "officialLevel"
  | "jurisdictions"
  | "officePhone"
  | "mobile"
  | "from"
  | "to"
  | "capacity"
  | "load"
  | "pairedFrom"
  | "year"
  | "commitmentState"
  | "signedOn"
  | "validTo"
  | "acknowledgedOn"
  | "annexVersion"
  | "establishments"
  | "visitId"
  | "madeOn"
  | "recordedOn"
  | "mode"
  | "visitor"
  | "standInFor"
  | "jointWith"
  | "note"
  | "complete"
  | "wrongLines"
  | "duty";

export const layoutText: Catalogue<
  LayoutProblemCode | `layout-kind/${LayoutKind}` | `layout-field/${FieldName}` | `yes-no/${"yes" | "no"}`
> = {
  "zh-CN": {
    "layout/unknown-field": "“{header}”这一列：没有“{field}”这个字段。",
    "layout/header-twice": "有两列都叫“{header}”，请改一个。",
    "layout/unknown-value": "“{header}”这一列：没有“{value}”这个值可以对照。",
    "layout/demonstration": "演示版式不能改也不能删，请另存一份再改。",
    "layout-kind/establishments": "主体",
    "layout-kind/officials": "干部",
    "layout-kind/pairings": "包保关系",
    "layout-kind/commitments": "承诺书",
    "layout-kind/visits": "督导",
    "yes-no/yes": "是",
    "yes-no/no": "否",
    "layout-field/id": "主体编号",
    "layout-field/name": "主体名称",
    "layout-field/creditCode": "统一社会信用代码",
    "layout-field/licenceNumber": "许可证编号",
    "layout-field/form": "业态",
    "layout-field/size": "规模",
    "layout-field/diners": "就餐人数",
    "layout-field/attention": "关注标记",
    "layout-field/province": "省",
    "layout-field/city": "市",
    "layout-field/county": "区县",
    "layout-field/township": "街镇",
    "layout-field/village": "村（社区）",
    "layout-field/placeCode": "所在地代码",
    "layout-field/address": "地址",
    "layout-field/openedOn": "开业日期",
    "layout-field/licenceIssuedOn": "发证日期",
    "layout-field/licenceExpiresOn": "到期日期",
    "layout-field/personInCharge": "负责人",
    "layout-field/foodSafetyDirector": "食品安全总监",
    "layout-field/foodSafetyOfficers": "食品安全员",
    "layout-field/contactMobile": "负责人手机",
    "layout-field/state": "状态",
    "layout-field/stateSince": "状态起始日期",
    "layout-field/grade": "包保等级",
    "layout-field/riskGrade": "风险等级",
    "layout-field/officialId": "干部编号",
    "layout-field/officialName": "包保干部",
    "layout-field/officialUnit": "干部单位",
    "layout-field/officialPost": "干部职务",
    "layout-field/officialLevel": "干部层级",
    "layout-field/jurisdictions": "辖区",
    "layout-field/officePhone": "办公电话",
    "layout-field/mobile": "干部手机",
    "layout-field/from": "任职日期",
    "layout-field/to": "离任日期",
    "layout-field/capacity": "包保上限",
    "layout-field/load": "包保户数",
    "layout-field/pairedFrom": "包保起始日期",
    "layout-field/year": "年度",
    "layout-field/commitmentState": "承诺书状态",
    "layout-field/signedOn": "签署日期",
    "layout-field/validTo": "有效期至",
    "layout-field/acknowledgedOn": "名单签收日期",
    "layout-field/annexVersion": "名单版本",
    "layout-field/establishments": "名单户数",
    "layout-field/visitId": "督导编号",
    "layout-field/madeOn": "督导日期",
    "layout-field/recordedOn": "记录日期",
    "layout-field/mode": "督导方式",
    "layout-field/visitor": "督导人",
    "layout-field/standInFor": "代谁督导",
    "layout-field/jointWith": "同行干部",
    "layout-field/note": "备注",
    "layout-field/complete": "检查项齐全",
    "layout-field/wrongLines": "不符合项数",
    "layout-field/duty": "本期督导",
  },
  en: {
    "layout/unknown-field": "Column “{header}”: there is no field “{field}”.",
    "layout/header-twice": "Two columns are called “{header}”; rename one.",
    "layout/unknown-value": "Column “{header}”: there is no value “{value}” to give a word for.",
    "layout/demonstration":
      "A demonstration layout cannot be changed or removed; save a copy and change that.",
    "layout-kind/establishments": "establishments",
    "layout-kind/officials": "officials",
    "layout-kind/pairings": "pairings",
    "layout-kind/commitments": "commitments",
    "layout-kind/visits": "visits",
    "yes-no/yes": "yes",
    "yes-no/no": "no",
    "layout-field/id": "establishment id",
    "layout-field/name": "establishment name",
    "layout-field/creditCode": "credit code",
    "layout-field/licenceNumber": "licence number",
    "layout-field/form": "business form",
    "layout-field/size": "size",
    "layout-field/diners": "diners",
    "layout-field/attention": "attention flags",
    "layout-field/province": "province",
    "layout-field/city": "city",
    "layout-field/county": "county",
    "layout-field/township": "township",
    "layout-field/village": "village",
    "layout-field/placeCode": "place code",
    "layout-field/address": "address",
    "layout-field/openedOn": "opened on",
    "layout-field/licenceIssuedOn": "licence issued on",
    "layout-field/licenceExpiresOn": "licence expires on",
    "layout-field/personInCharge": "person in charge",
    "layout-field/foodSafetyDirector": "food-safety director",
    "layout-field/foodSafetyOfficers": "food-safety officers",
    "layout-field/contactMobile": "contact's mobile",
    "layout-field/state": "state",
    "layout-field/stateSince": "state since",
    "layout-field/grade": "pairing grade",
    "layout-field/riskGrade": "risk grade",
    "layout-field/officialId": "official id",
    "layout-field/officialName": "official",
    "layout-field/officialUnit": "official's unit",
    "layout-field/officialPost": "official's post",
    "layout-field/officialLevel": "official's level",
    "layout-field/jurisdictions": "jurisdictions",
    "layout-field/officePhone": "office phone",
    "layout-field/mobile": "official's mobile",
    "layout-field/from": "in the post from",
    "layout-field/to": "in the post until",
    "layout-field/capacity": "capacity",
    "layout-field/load": "load",
    "layout-field/pairedFrom": "paired from",
    "layout-field/year": "year",
    "layout-field/commitmentState": "commitment",
    "layout-field/signedOn": "signed on",
    "layout-field/validTo": "valid until",
    "layout-field/acknowledgedOn": "list acknowledged on",
    "layout-field/annexVersion": "version of the list",
    "layout-field/establishments": "establishments in the list",
    "layout-field/visitId": "visit id",
    "layout-field/madeOn": "visited on",
    "layout-field/recordedOn": "recorded on",
    "layout-field/mode": "mode of the visit",
    "layout-field/visitor": "visitor",
    "layout-field/standInFor": "stand-in for",
    "layout-field/jointWith": "joint with",
    "layout-field/note": "note",
    "layout-field/complete": "checklist complete",
    "layout-field/wrongLines": "lines answered no",
    "layout-field/duty": "visit duty",
  },
};
