// Invents people, shop names and addresses out of syllables and words of our own; nothing is taken from a register.
import type { BusinessForm } from "../registry/establishment.schema.js";
import * as words from "./invented-words.data.js";
import type { DemonstrationVillage } from "./list-demonstration-villages.js";
import type { SeededRandom } from "./seeded-random.js";

/** What a shop's name is made for: its form, its village, and whether it is one of the big ones. */
export type NamedBusiness = {
  readonly form: BusinessForm;
  readonly village: DemonstrationVillage;
  readonly big: boolean;
  readonly wholesale: boolean;
};

/** Gives names, none of them twice to two businesses. */
export type Naming = {
  readonly person: () => string;
  readonly business: (business: NamedBusiness) => string;
  readonly address: (village: DemonstrationVillage) => string;
};

const TRIES = 12;
const CITY = "澄岚";
const DISTRICT = "云汀";

const toShortTownship = (name: string): string => name.replace(/(?:街道|镇|乡)$/, "");

/**
 * A naming that draws from the stream. Business names are unique within one naming: after some tries a branch in
 * brackets is put behind, and a number at the very last.
 */
export function createNaming(random: SeededRandom): Naming {
  const { pick, chance, whole } = random;
  const taken = new Set<string>();
  const brand = (): string => pick(words.brandFirst) + pick(words.brandSecond);
  const person = (): string => {
    const surname = pick(words.surnames);
    if (chance(0.1)) return surname + pick(words.givenSingle);
    return surname + pick(words.givenFirst) + pick(words.givenSecond);
  };
  const sign = (village: DemonstrationVillage): string => {
    const kind = whole(0, 9);
    if (kind < 4) return brand();
    if (kind < 6) return village.shortName;
    if (kind === 6) return pick(words.corners);
    if (kind === 7) return `${pick(words.surnames)}记`;
    return kind === 8 ? pick(words.nicknames) : `老${pick(words.surnames)}`;
  };
  const write = ({ form, village, big, wholesale }: NamedBusiness): string => {
    const township = toShortTownship(village.township.name);
    switch (form) {
      case "small-catering":
        return sign(village) + pick(words.smallCateringWords);
      case "grocery":
        return sign(village) + pick(words.groceryWords);
      case "food-vendor":
        return (
          (chance(0.5) ? pick(words.nicknames) : `${pick(words.surnames)}师傅`) + pick(words.vendorWords)
        );
      case "small-workshop":
        return sign(village) + pick(words.workshopWords);
      case "caterer":
        return (big ? brand() : sign(village)) + pick(big ? words.bigCatererWords : words.catererWords);
      case "seller":
        if (wholesale) return sign(village) + pick(words.wholesaleWords);
        return big
          ? `${brand()}${pick(["购物中心", "生活广场", "大超市"])}`
          : sign(village) + pick(words.sellerWords);
      case "produce-market":
        if (wholesale) return `${pick([CITY, DISTRICT, township])}农产品批发市场`;
        return (chance(0.7) ? village.shortName : township) + pick(["农贸市场", "集贸市场", "菜市场"]);
      case "producer":
        return `${pick([CITY, DISTRICT])}${brand()}${pick(words.productWords)}有限公司`;
      case "special-food-producer":
        return `${CITY}${brand()}${pick(["营养食品", "乳业", "健康食品"])}有限公司`;
      case "central-kitchen":
        return `${CITY}${township}中央厨房`;
      case "collective-meal-provider":
        return `${brand()}${pick(["团膳", "营养配餐", "餐饮配送"])}有限公司`;
      case "chain-headquarters":
        return `${CITY}${brand()}餐饮管理有限公司`;
      case "school-canteen":
        return writeSchool(village, township, big);
      case "kindergarten-canteen":
        return `${pick([`${village.shortName}幼儿园`, `${township}中心幼儿园`, `${township}第${pick(["一", "二", "三", "四"])}幼儿园`, `${brand()}幼儿园`])}食堂`;
      case "eldercare-canteen":
        return pick([
          `${township}敬老院食堂`,
          `${brand()}颐养院食堂`,
          `${village.shortName}日间照料中心食堂`,
          `${village.shortName}长者食堂`,
        ]);
      case "institution-canteen":
        return pick([
          `${brand()}${pick(words.factoryWords)}职工食堂`,
          `${township}卫生院食堂`,
          `${village.name}机关食堂`,
          `${township}养护站食堂`,
        ]);
    }
  };
  const writeSchool = (village: DemonstrationVillage, township: string, big: boolean): string => {
    const school = big
      ? pick(["第一中学", "第二中学", "第三中学", "实验学校", "职业学校一", "职业学校二", "高级中学"])
      : pick(["中心小学", "实验小学", "初级中学", "九年一贯制学校", "外国语学校"]);
    return `${!big && chance(0.5) ? `${village.township.name}${village.shortName}小学` : township + school}食堂`;
  };
  return {
    person,
    business: (business) => {
      for (let index = 0; index < TRIES; index += 1) {
        const name = write(business);
        if (!taken.has(name)) {
          taken.add(name);
          return name;
        }
      }
      const base = write(business);
      let name = `${base}（${business.village.shortName}店）`;
      for (let number = 2; taken.has(name); number += 1)
        name = `${base}（${business.village.shortName} ${number} 店）`;
      taken.add(name);
      return name;
    },
    address: (village) =>
      `${village.township.name}${village.name}${pick(words.roads)} ${whole(1, 288)} 号${chance(0.2) ? ` ${whole(1, 6)} 幢` : ""}`,
  };
}
