// Words of licences, registers and everyday use for business forms, sizes, attention flags and states.
// Source: forms and sizes as in F1-04, F1-05 and the glossary; the synonyms are ours (open: add what is met).
import type { BusinessForm, EstablishmentState, ShippedFlag, Size } from "./establishment.schema.js";

/** Words for each business form. */
export const formWords: { readonly [F in BusinessForm]: readonly string[] } = {
  producer: ["食品生产", "食品生产企业", "生产企业", "食品生产者", "食品生产加工企业", "食品添加剂生产企业"],
  "special-food-producer": [
    "特殊食品生产",
    "特殊食品生产企业",
    "保健食品生产企业",
    "婴幼儿配方乳粉生产企业",
    "特医食品生产企业",
  ],
  seller: [
    "食品销售",
    "食品销售经营者",
    "食品销售者",
    "销售",
    "食品销售企业",
    "食品流通",
    "超市",
    "商超",
    "商场超市",
    "食品批发",
    "食品零售",
    "便利店",
    "食品贸易商",
  ],
  "produce-market": [
    "食用农产品市场",
    "农产品市场",
    "农贸市场",
    "菜市场",
    "食用农产品批发市场",
    "农产品批发市场",
    "食用农产品集中交易市场",
  ],
  caterer: [
    "餐饮服务",
    "餐饮服务经营者",
    "餐饮",
    "餐饮服务提供者",
    "社会餐饮",
    "餐饮单位",
    "餐馆",
    "饭店",
    "餐厅",
  ],
  "central-kitchen": ["中央厨房"],
  "collective-meal-provider": [
    "集体用餐配送单位",
    "集体用餐配送",
    "集中用餐配送单位",
    "学生集体用餐配送单位",
  ],
  "school-canteen": ["学校食堂", "中小学食堂", "高校食堂", "校园食堂"],
  "kindergarten-canteen": ["幼儿园食堂", "托幼机构食堂", "托幼食堂"],
  "eldercare-canteen": ["养老机构食堂", "养老食堂", "养老院食堂", "敬老院食堂"],
  "institution-canteen": [
    "单位食堂",
    "机关食堂",
    "企业食堂",
    "机关企事业单位食堂",
    "医院食堂",
    "工地食堂",
    "职工食堂",
    "食堂",
  ],
  "chain-headquarters": ["连锁总部", "连锁企业总部", "餐饮连锁总部", "食品销售连锁企业总部", "总部"],
  "small-workshop": ["小作坊", "食品小作坊", "食品生产加工小作坊", "食品加工小作坊"],
  "small-catering": ["小餐饮", "小餐饮店", "小型餐饮", "小餐饮经营者"],
  grocery: ["小食杂店", "食杂店", "小超市", "副食店", "小经营店", "小商店", "小卖部"],
  "food-vendor": ["食品摊贩", "摊贩", "小摊贩", "食品小摊贩", "小摊点"],
};

/** Words for each size. */
export const sizeWords: { readonly [S in Size]: readonly string[] } = {
  large: ["大型", "大", "大型企业", "特大型"],
  medium: ["中型", "中", "中型企业"],
  small: ["小型", "小", "小型企业"],
  micro: ["微型", "微", "小微", "微型企业", "小微企业"],
};

/** Words for each attention flag. */
export const flagWords: { readonly [A in ShippedFlag]: readonly string[] } = {
  "tourist-site": ["旅游景区", "旅游景点", "景区", "景点", "餐饮街区"],
  wholesale: ["批发", "批发市场", "食品批发"],
  "infant-food": ["婴幼儿食品", "婴幼儿配方食品", "婴配食品", "婴配", "婴幼儿配方乳粉"],
  "health-food": ["保健食品"],
  "dairy-or-meat": ["乳制品或肉制品", "乳肉制品", "乳制品", "肉制品"],
  "local-speciality": ["地方特色食品", "地方特色", "特色食品"],
};

/** Words for each state. */
export const stateWords: { readonly [S in EstablishmentState]: readonly string[] } = {
  active: [
    "在营",
    "正常",
    "营业",
    "开业",
    "存续",
    "正常经营",
    "在业",
    "有效",
    "在营（开业）",
    "存续（在营、开业、在册）",
    "在册",
  ],
  suspended: ["停业", "暂停营业", "停业整顿", "歇业整改", "责令停业", "暂停经营"],
  dormant: ["歇业", "休业", "休眠", "季节性停业"],
  closed: ["注销", "已注销", "吊销", "已吊销", "关闭", "关停", "倒闭", "撤销", "失效"],
};
