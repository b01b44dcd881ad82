// Decides when two names or addresses are the same: blanks, width and case, and the kind of brackets and dashes, are
// ways of writing. Only comparison folds; what is kept is what was written.
// Source: rules §1 "name or address agree after folding"; which signs fold is ours.

// Anything else is already in the folded form: Chinese characters and ASCII without blanks and small letters.
const NEEDS_FOLDING = /[^\u4e00-\u9fff!-,./0-9:-@A-Z]/;
const DROPPED = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\uff0d]/g;

/**
 * The text as texts are compared: half-width, upper case, without any blanks, every dash the same; the brackets 〔〕【】
 * and ［］ become round ones. Empty text stays empty.
 *
 * @example
 * foldName("老槐树面馆（望澜店） "); // => "老槐树面馆(望澜店)"
 * foldName("Ｋｆｃ 餐厅"); // => "KFC餐厅"
 */
export function foldName(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(DROPPED, "")
    .replace(DASHES, "-")
    .replace(/[〔【[]/g, "(")
    .replace(/[〕】\]]/g, ")")
    .toUpperCase();
}
