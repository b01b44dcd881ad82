// Decides how the name and the address of a business are folded before two are compared for being the same: what is only
// legal form, place or way of writing is left out, so that 澄岚市云汀区老槐树面馆有限公司 and 老槐树面馆 have one core.
// Source: ours; forms of enterprise as in the Regulation on the Registration of Enterprise Names (企业名称登记管理规定)
// art. 6: place + trade name + trade + form of organisation. Demonstration, to be checked by the office.
import { foldName } from "./fold-name.js";

// The longest first: 有限责任公司 ends with 公司 too.
const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|责任有限公司|有限公司|股份公司|集团公司|总公司|分公司|公司|集团|农民专业合作社|专业合作社|合作社|个体工商户|个人独资企业|个人独资|普通合伙企业|普通合伙|有限合伙|合伙企业|独资企业)$/;
const BRACKETS = /[()（）]/g;
const PLACE_KIND =
  /(?:特别行政区|自治区|自治州|自治县|开发区|街道办事处|街道|社区|居委会|村委会|省|市|区|县|镇|乡|村)$/;
const LEAST_CORE = 2;
const CHINESE_NUMBER = /[〇零一二三四五六七八九十百]+(?=号|弄|栋|幢|座|单元|室|层|楼|巷)/g;
const NUMBERS = /\d+/g;

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A Chinese number below a thousand as digits: 二十三 is 23, 一〇五 is 105. */
function toDigits(text: string): string {
  if (!/[十百]/.test(text)) return [...text].map((sign) => digits[sign] ?? "").join("");
  let total = 0;
  let current = 0;
  for (const sign of text) {
    if (sign === "百") {
      total += (current === 0 ? 1 : current) * 100;
      current = 0;
    } else if (sign === "十") {
      total += (current === 0 ? 1 : current) * 10;
      current = 0;
    } else current = digits[sign] ?? 0;
  }
  return String(total + current);
}

/** Leaves out names of places at the beginning, each with or without its kind, while enough is left. */
function dropPlaces(text: string, places: readonly string[], least: number): string {
  let left = text;
  const findFirst = () =>
    places.find(
      (place) => place.length >= 2 && left.startsWith(place) && left.length - place.length >= least,
    );
  // The longest first, after each one anew: 云汀区 must not leave 区 behind.
  for (let first = findFirst(); first !== undefined; first = findFirst()) left = left.slice(first.length);
  return left;
}

/**
 * Names of places as they may begin a name or an address: each whole and, from three characters on, without its kind;
 * the longest first. `names` are those of the establishment's place and of all above it.
 *
 * @example
 * toPlacePrefixes(["澄岚市", "云汀区"]); // => ["澄岚市", "云汀区", "澄岚", "云汀"]
 */
export function toPlacePrefixes(names: readonly string[]): readonly string[] {
  const prefixes = new Set<string>();
  for (const name of names.map(foldName)) {
    prefixes.add(name);
    const bare = name.replace(PLACE_KIND, "");
    if (bare.length >= 2) prefixes.add(bare);
  }
  return [...prefixes].sort((a, b) => b.length - a.length);
}

/**
 * The core of a business's name: half-width and upper case (`foldName`), brackets taken off, the places it begins with and
 * the legal forms it ends with left out. At least two characters stay, so that 公司 is never folded to nothing.
 *
 * @example
 * foldBusinessName({ name: "澄岚市云汀区老槐树面馆有限公司", places: ["澄岚市", "云汀区", "澄岚", "云汀"] }); // => "老槐树面馆"
 * foldBusinessName({ name: "老槐树面馆（个体工商户）", places: [] }); // => "老槐树面馆"
 * foldBusinessName({ name: "公司", places: [] }); // => "公司"
 */
export function foldBusinessName({
  name,
  places,
}: {
  readonly name: string;
  /** From `toPlacePrefixes`. */
  readonly places: readonly string[];
}): string {
  let core = foldName(name).replace(BRACKETS, "");
  for (;;) {
    const shorter = core.replace(LEGAL_FORM, "");
    if (shorter === core || shorter.length < LEAST_CORE) break;
    core = shorter;
  }
  return dropPlaces(core, places, LEAST_CORE);
}

/** An address ready to be compared: its words without places, and its numbers in order. */
export type FoldedAddress = { readonly words: string; readonly numbers: string };

/**
 * The address without places at its beginning and without what is only a way of writing; Chinese house numbers become
 * digits. Numbers stand apart, since 12号 and 21号 are two houses however alike the texts are.
 *
 * @example
 * foldBusinessAddress({ address: "云汀区槐荫路十二号", places: ["云汀区", "云汀"] }); // => { words: "槐荫路号", numbers: "12" }
 */
export function foldBusinessAddress({
  address,
  places,
}: {
  readonly address: string;
  readonly places: readonly string[];
}): FoldedAddress {
  const folded = foldName(address)
    .replace(BRACKETS, "")
    .replace(/號/g, "号")
    .replace(/[#＃]/g, "号")
    .replace(CHINESE_NUMBER, toDigits)
    .replace(/[,，。.、;；:：]/g, "");
  const bare = dropPlaces(folded, places, LEAST_CORE);
  return { words: bare.replace(NUMBERS, ""), numbers: (bare.match(NUMBERS) ?? []).map(Number).join("-") };
}
