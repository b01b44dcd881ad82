// Decides which short forms of a place's name are the same place: registers write 海淀, 广西, 黔东南 or 延边州 where the
// division is called 海淀区, 广西壮族自治区, 黔东南苗族侗族自治州, 延边朝鲜族自治州.
// Source: ours, from the forms in real registers; issue "First", locating by names.
import { foldCode } from "../kernel/fold-code.js";
import type { TerritoryKind } from "./territory.schema.js";

// Longest first, so that 社区居委会 goes before 居委会.
const SUFFIXES: { readonly [K in TerritoryKind]?: RegExp } = {
  province: /(?:特别行政区|自治区|省|市)$/,
  city: /(?:自治州|地区|盟|市)$/,
  county: /(?:自治县|自治旗|新区|林区|特区|区|县|旗|市)$/,
  township: /(?:地区办事处|街道办事处|街道办|街道|民族乡|镇|乡|苏木)$/,
  village: /(?:社区居民委员会|社区居委会|社区|居民委员会|居委会|村民委员会|村委会|嘎查|村)$/,
};

const PEOPLES =
  "蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|" +
  "阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺";
const ONE_PEOPLE = new RegExp(`(?:(?:${PEOPLES})族?|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京各]族)$`);
const AUTONOMOUS = /自治[区州县旗]$/;
const SHORTEST = 2;

const isLongEnough = (name: string): boolean => name.length >= SHORTEST;

/**
 * The name without blanks inside or out, full-width forms made half-width; otherwise as written.
 *
 * @example
 * foldPlaceName(" 海 淀\u3000区 "); // => "海淀区"
 */
export const foldPlaceName = (text: string): string =>
  foldCode(text).value.replace(/[\s\u200B-\u200D\uFEFF]/g, "");

/**
 * The name without the word for its kind (区, 自治州, 街道办事处 …); as it is when nothing of two characters would be
 * left, so 忠县 stays. Names of zones and grids have no such word.
 *
 * @example
 * stripPlaceSuffix("望澜街道办事处", "township"); // => "望澜"
 * stripPlaceSuffix("忠县", "county"); // => "忠县"
 */
export function stripPlaceSuffix(name: string, kind: TerritoryKind): string {
  const suffix = SUFFIXES[kind];
  const stripped = suffix === undefined ? name : name.replace(suffix, "");
  return isLongEnough(stripped) ? stripped : name;
}

/** 黔东南苗族侗族 → 黔东南; stops before fewer than two characters are left. */
function stripPeoples(name: string): string {
  const shorter = name.replace(ONE_PEOPLE, "");
  return shorter === name || !isLongEnough(shorter) ? name : stripPeoples(shorter);
}

/**
 * The short forms that stand for the place besides its full name, without repetition: without the word for its kind,
 * without the names of peoples, and the latter with the bare word for its kind (延边州).
 *
 * @example
 * listPlaceAliases("海淀区", "county"); // => ["海淀"]
 * listPlaceAliases("延边朝鲜族自治州", "city"); // => ["延边朝鲜族", "延边", "延边州"]
 * listPlaceAliases("内蒙古自治区", "province"); // => ["内蒙古"]
 */
export function listPlaceAliases(name: string, kind: TerritoryKind): readonly string[] {
  const base = stripPlaceSuffix(name, kind);
  if (!AUTONOMOUS.test(name)) return base === name ? [] : [base];
  const short = stripPeoples(base);
  return [...new Set(short === base ? [base] : [base, short, short + name.slice(-1)])];
}
