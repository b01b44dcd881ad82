// Static risk factor tables (静态风险因素量化分值表, 40 points in all) that are known completely.
// Source: 食药监食监一〔2016〕115 号, 食品生产经营风险分级管理办法(试行), in force 2016-12-01 (F3-01, F3-02; N): the
// seller's table and the one for health-food production; the others were not found whole and stand here nowhere.
// Points are whole tenths of a point.

/** A factor that is a whole number; the first band whose `upTo` is not exceeded gives the points. */
export type CountFactor = {
  readonly kind: "count";
  readonly id: string;
  readonly title: string;
  readonly bands: readonly { readonly upTo: number | null; readonly points: number }[];
};

/** A factor that is one or several kinds; the highest points of those that apply count (就高不就低). */
export type ChoiceFactor = {
  readonly kind: "choice";
  readonly id: string;
  readonly title: string;
  readonly choices: readonly { readonly id: string; readonly title: string; readonly points: number }[];
};

/** A complete table of static risk factors with its source. */
export type StaticRiskTable = {
  readonly id: "sales_national_2016" | "health_food_production_2016";
  readonly title: string;
  readonly source: string;
  /** Whether a factor that is absent or 0 counts 0 points (缺项得 0 分) instead of being asked for. */
  readonly absentIsZero: boolean;
  readonly factors: readonly (CountFactor | ChoiceFactor)[];
};

const count = (id: string, title: string, ...bands: [upTo: number | null, points: number][]): CountFactor => ({
  kind: "count",
  id,
  title,
  bands: bands.map(([upTo, points]) => ({ upTo, points })),
});

const choice = (id: string, title: string, ...choices: [id: string, title: string, points: number][]): ChoiceFactor => ({
  kind: "choice",
  id,
  title,
  choices: choices.map(([choiceId, choiceTitle, points]) => ({ id: choiceId, title: choiceTitle, points })),
});

const source = "食药监食监一〔2016〕115 号，食品生产经营风险分级管理办法（试行），2016-12-01 起施行";

/** Sellers: floor area, numbers of products and of suppliers; 4 + 12 + 18 + 6 = 40 points. */
export const salesNational2016: StaticRiskTable = {
  id: "sales_national_2016",
  title: "食品销售环节静态风险因素量化分值表",
  source,
  absentIsZero: true,
  factors: [
    count("area_m2", "食品经营场所面积（平方米）", [200, 10], [1000, 20], [2000, 25], [3000, 30], [null, 40]),
    count("prepack_ambient", "预包装单品数，常温", [500, 5], [2000, 10], [5000, 12], [10000, 15], [null, 20]),
    count("prepack_chilled", "预包装单品数，冷藏", [100, 10], [300, 30], [600, 40], [1000, 50], [null, 70]),
    count("prepack_frozen", "预包装单品数，冷冻", [100, 10], [300, 15], [600, 20], [1000, 25], [null, 30]),
    count("bulk_ambient", "散装单品数，常温", [100, 10], [300, 15], [600, 20], [1000, 30], [null, 50]),
    // The form prints 30–50 after ≤30; it is read 31–50 (rules §2).
    count("bulk_chilled", "散装单品数，冷藏", [30, 60], [50, 65], [100, 70], [150, 80], [null, 90]),
    count("bulk_frozen", "散装单品数，冷冻", [50, 10], [100, 20], [200, 25], [300, 30], [null, 40]),
    count("suppliers", "供货者数量", [50, 20], [100, 30], [200, 40], [300, 50], [null, 60]),
  ],
};

/** Health-food production: material, formula, function, unsuitable groups, storage; 13 + 5 + 10 + 7 + 5 = 40 points. */
export const healthFoodProduction2016: StaticRiskTable = {
  id: "health_food_production_2016",
  title: "保健食品生产静态风险因素量化分值表",
  source,
  absentIsZero: false,
  factors: [
    choice(
      "raw_material",
      "原料",
      ["ordinary-food", "普通食品", 40],
      ["new-resource-food", "新资源食品", 80],
      ["food-and-medicine", "既是食品又是药品", 60],
      ["permitted-material", "可用于保健食品的物品、真菌、益生菌及特殊物品", 110],
      ["extract", "提取物", 130],
      ["vitamin-mineral", "维生素、矿物质化合物", 100],
    ),
    choice("formula", "配方", ["single", "单一", 30], ["compound", "复配", 50]),
    choice(
      "function",
      "功能",
      ["prone-to-illegal-drugs", "易非法添加药物的功能", 100],
      ["other", "其他功能", 70],
    ),
    choice(
      "unsuitable_group",
      "不适宜人群",
      ["children-and-mothers", "同时包括少儿婴幼儿、孕妇、乳母", 10],
      ["children", "只包括少儿、婴幼儿", 30],
      ["mothers", "只包括孕妇或乳母", 50],
      ["none", "均不包括", 70],
    ),
    choice("storage", "贮存", ["chilled-or-frozen", "需冷藏冷冻", 50], ["ambient", "无需冷藏冷冻", 30]),
  ],
};

/** The tables that are known completely, in the order of the facts. */
export const staticRiskTables: readonly StaticRiskTable[] = [salesNational2016, healthFoodProduction2016];
