import type { Catalogue } from "../kernel/text.js";
import type { AttentionFlag, BusinessForm, EstablishmentState, Size } from "./establishment.schema.js";
import type { RegisterField } from "./import-columns.js";
import type { RegistryProblemCode } from "./registry.problem.js";

/** Sentences of the register's reasons, and words for forms, sizes, flags, states, fields and outcomes. */
export const registryText: Catalogue<
  | RegistryProblemCode
  | `form/${BusinessForm}`
  | `size/${Size}`
  | `attention/${AttentionFlag}`
  | `state/${EstablishmentState}`
  | `registry/field-${RegisterField}`
  | `import/outcome-${"created" | "updated" | "unchanged" | "held" | "refused"}`
> = {
  "zh-CN": {
    "registry/name-missing": "“主体名称”必填，这一行是空的，请补充。",
    "registry/identity-missing":
      "信用代码、许可证编号、地址加社区（村）三项都没有，认不出是哪一家，请至少补一项。",
    "registry/too-long": "这一格有 {length} 个字，最多 {limit} 个字，请缩短。",
    "registry/date": "“{text}”不是一个真实的日期，请写成 2024-01-05 这样的形式。",
    "registry/number": "“{text}”不是 0 到 1,000,000 之间的整数，请改正。",
    "registry/form-unknown":
      "不认识业态“{text}”，请填食品生产、食品销售、餐饮服务、学校食堂等模板列出的业态。",
    "registry/size-unknown": "不认识规模“{text}”，请填大型、中型、小型或微型。",
    "registry/attention-unknown":
      "不认识关注标记“{text}”，请填旅游景区、批发、婴幼儿食品、保健食品、乳制品或肉制品、地方特色食品。",
    "registry/state-unknown": "不认识状态“{text}”，请填在营、停业、歇业或注销。",
    "registry/outside-territory": "所在地“{place}”不在您的辖区内，请改正所在地，或交由所属地区导入。",
    "registry/place-unknown": "所在地“{text}”认不出，先按所在地未知登记，请核对名称或补填区划代码。",
    "registry/place-partly-known": "所在地只认到“{place}”，“{text}”认不出，请核对名称或补填区划代码。",
    "registry/grid-unknown": "网格“{text}”认不出，先不登记网格，请填 15 位网格编码，或社区代码加 3 位序号。",
    "registry/code-fits-several":
      "代码 {code} 对应多家主体或文件里的多行，请定：新建、更新其中一家，或退回。",
    "registry/code-name-address-differ":
      "代码与在册“{name}”相同，名称和地址都对不上，请定：两处经营就新建，同一家就更新。",
    "registry/licence-fits-several": "许可证编号 {licence} 对应多家在册主体，请定更新哪一家，或退回。",
    "registry/licence-code-conflict":
      "许可证编号是在册“{licensed}”的，信用代码是在册“{coded}”的，请定更新哪一家，或退回。",
    "registry/name-fits-several":
      "名称、地址和社区（村）与多家在册主体相同，请定：新建、更新其中一家，或退回。",
    "registry/same-identity": "与第 {rows} 行是同一家，文件里一家只能有一行，请定留哪一行。",
    "registry/column-missing": "没有哪一列对应“主体名称”，请先对应好这一列再导入。",
    "registry/map-header-unknown": "文件里没有“{header}”这一列，请核对列名。",
    "registry/map-field-unknown": "“{field}”不是登记项，列“{header}”请改对应到模板里的登记项。",
    "registry/map-field-twice": "“{field}”已经对应到别的列，列“{header}”请另选登记项。",
    "registry/decision-not-held": "第 {row} 行不是待定行，不用再定。",
    "registry/decision-not-allowed": "第 {row} 行不能这样定，请从列出的办法里选。",
    "registry/decision-target-unknown": "第 {row} 行不能更新到这一家，请从列出的主体里选。",
    "registry/facts-from-later": "变更不能从以后的日期起：{since} 晚于今天 {today}，请选今天或以前的日期。",
    "registry/merged-away": "这是“{name}”，它已并入“{into}”，请定：更新并入后的那家、新建，或退回。",
    "registry/resembles": "与在册“{name}”相似度 {score}%，疑似同一家，请并排比对后再定。",
    "registry/new-held": "在册没有这一家；这个来源设为新建前要人定，请定：新建，或退回。",
    "form/producer": "食品生产",
    "form/special-food-producer": "特殊食品生产",
    "form/seller": "食品销售",
    "form/produce-market": "食用农产品市场",
    "form/caterer": "餐饮服务",
    "form/central-kitchen": "中央厨房",
    "form/collective-meal-provider": "集体用餐配送",
    "form/school-canteen": "学校食堂",
    "form/kindergarten-canteen": "幼儿园食堂",
    "form/eldercare-canteen": "养老机构食堂",
    "form/institution-canteen": "单位食堂",
    "form/chain-headquarters": "连锁总部",
    "form/small-workshop": "小作坊",
    "form/small-catering": "小餐饮",
    "form/grocery": "小食杂店",
    "form/food-vendor": "食品摊贩",
    "size/large": "大型",
    "size/medium": "中型",
    "size/small": "小型",
    "size/micro": "微型",
    "attention/tourist-site": "旅游景区",
    "attention/wholesale": "批发",
    "attention/infant-food": "婴幼儿食品",
    "attention/health-food": "保健食品",
    "attention/dairy-or-meat": "乳制品或肉制品",
    "attention/local-speciality": "地方特色食品",
    "state/active": "在营",
    "state/suspended": "停业",
    "state/dormant": "歇业",
    "state/closed": "注销",
    "registry/field-name": "主体名称",
    "registry/field-creditCode": "统一社会信用代码",
    "registry/field-licenceNumber": "许可证编号",
    "registry/field-form": "业态",
    "registry/field-size": "规模",
    "registry/field-diners": "就餐人数",
    "registry/field-attention": "关注标记",
    "registry/field-province": "省",
    "registry/field-city": "市",
    "registry/field-county": "区县",
    "registry/field-township": "街道（乡镇）",
    "registry/field-village": "社区（村）",
    "registry/field-grid": "网格",
    "registry/field-placeCode": "所在地代码",
    "registry/field-address": "地址",
    "registry/field-openedOn": "开业日期",
    "registry/field-licenceIssuedOn": "发证日期",
    "registry/field-licenceExpiresOn": "有效期至",
    "registry/field-personInCharge": "负责人",
    "registry/field-foodSafetyDirector": "食品安全总监",
    "registry/field-foodSafetyOfficers": "食品安全员",
    "registry/field-contactMobile": "联系电话",
    "registry/field-state": "状态",
    "import/outcome-created": "新建",
    "import/outcome-updated": "更新",
    "import/outcome-unchanged": "不变",
    "import/outcome-held": "待定",
    "import/outcome-refused": "退回",
  },
  en: {
    "registry/name-missing": "The name is required and this row has none; fill it in.",
    "registry/identity-missing":
      "Without a credit code, a licence number, or an address and a village nobody can tell which business this is; fill in at least one.",
    "registry/too-long": "This cell has {length} characters, at most {limit} are allowed; shorten it.",
    "registry/date": "“{text}” is not a real date; write it like 2024-01-05.",
    "registry/number": "“{text}” is not a whole number from 0 to 1,000,000; correct it.",
    "registry/form-unknown":
      "The business form “{text}” is not known; use one of the template, such as producer, seller, caterer or school canteen.",
    "registry/size-unknown": "The size “{text}” is not known; use large, medium, small or micro.",
    "registry/attention-unknown":
      "The attention flag “{text}” is not known; use tourist-site, wholesale, infant-food, health-food, dairy-or-meat or local-speciality.",
    "registry/state-unknown": "The state “{text}” is not known; use active, suspended, dormant or closed.",
    "registry/outside-territory":
      "The place “{place}” lies outside your territory; correct it or let the responsible office import the row.",
    "registry/place-unknown":
      "The place “{text}” is not known; the row is registered without a place. Check the name or give the division code.",
    "registry/place-partly-known":
      "The place is known only as far as “{place}”; “{text}” is not. Check the name or give the division code.",
    "registry/grid-unknown":
      "The grid “{text}” is not known and was left out; give the 15-digit grid code, or the village code and three digits.",
    "registry/code-fits-several":
      "The code {code} fits several establishments or several rows of the file; decide to create, to update one of them, or to refuse.",
    "registry/code-name-address-differ":
      "The code is that of “{name}” in the register, but name and address both differ; create it if these are two premises, update if they are one.",
    "registry/licence-fits-several":
      "The licence number {licence} is that of several establishments; decide which one to update, or refuse.",
    "registry/licence-code-conflict":
      "The licence number is that of “{licensed}”, the credit code that of “{coded}”; decide which one to update, or refuse.",
    "registry/name-fits-several":
      "Name, address and village fit several establishments; decide to create, to update one of them, or to refuse.",
    "registry/same-identity":
      "This is the same business as row {rows}; a file may hold each business once. Decide which row stays.",
    "registry/column-missing": "No column is mapped to the name; map one before importing.",
    "registry/map-header-unknown": "The file has no column “{header}”; check its name.",
    "registry/map-field-unknown":
      "“{field}” is no field of the register; map the column “{header}” to a field of the template.",
    "registry/map-field-twice":
      "“{field}” is already given to another column; choose another field for “{header}”.",
    "registry/decision-not-held": "Row {row} is not held; there is nothing to decide.",
    "registry/decision-not-allowed": "Row {row} cannot be decided like that; choose one of the ways listed.",
    "registry/decision-target-unknown":
      "Row {row} cannot update that establishment; choose one of those listed.",
    "registry/facts-from-later":
      "Facts cannot be entered ahead: {since} is after today, {today}; choose a day up to today.",
    "registry/merged-away":
      "This is “{name}”, which was merged into “{into}”; decide: update that one, create a new one, or refuse the row.",
    "registry/resembles":
      "It resembles “{name}” of the register by {score} per cent and may be the same; compare them, then decide.",
    "registry/new-held":
      "The register has none like it, and new ones of this source wait for a person; decide: create it or refuse the row.",
    "form/producer": "producer",
    "form/special-food-producer": "special food producer",
    "form/seller": "seller",
    "form/produce-market": "produce market",
    "form/caterer": "caterer",
    "form/central-kitchen": "central kitchen",
    "form/collective-meal-provider": "collective meal provider",
    "form/school-canteen": "school canteen",
    "form/kindergarten-canteen": "kindergarten canteen",
    "form/eldercare-canteen": "elder-care canteen",
    "form/institution-canteen": "institution canteen",
    "form/chain-headquarters": "chain headquarters",
    "form/small-workshop": "small workshop",
    "form/small-catering": "small catering",
    "form/grocery": "grocery",
    "form/food-vendor": "food vendor",
    "size/large": "large",
    "size/medium": "medium",
    "size/small": "small",
    "size/micro": "micro",
    "attention/tourist-site": "tourist site",
    "attention/wholesale": "wholesale",
    "attention/infant-food": "infant food",
    "attention/health-food": "health food",
    "attention/dairy-or-meat": "dairy or meat",
    "attention/local-speciality": "local speciality",
    "state/active": "active",
    "state/suspended": "suspended",
    "state/dormant": "dormant",
    "state/closed": "closed",
    "registry/field-name": "name",
    "registry/field-creditCode": "credit code",
    "registry/field-licenceNumber": "licence number",
    "registry/field-form": "business form",
    "registry/field-size": "size",
    "registry/field-diners": "diners",
    "registry/field-attention": "attention flags",
    "registry/field-province": "province",
    "registry/field-city": "city",
    "registry/field-county": "county",
    "registry/field-township": "township",
    "registry/field-village": "village",
    "registry/field-grid": "grid",
    "registry/field-placeCode": "place code",
    "registry/field-address": "address",
    "registry/field-openedOn": "opened on",
    "registry/field-licenceIssuedOn": "licence issued on",
    "registry/field-licenceExpiresOn": "licence expires on",
    "registry/field-personInCharge": "person in charge",
    "registry/field-foodSafetyDirector": "food safety director",
    "registry/field-foodSafetyOfficers": "food safety officers",
    "registry/field-contactMobile": "contact phone",
    "registry/field-state": "state",
    "import/outcome-created": "created",
    "import/outcome-updated": "updated",
    "import/outcome-unchanged": "unchanged",
    "import/outcome-held": "held",
    "import/outcome-refused": "refused",
  },
};
