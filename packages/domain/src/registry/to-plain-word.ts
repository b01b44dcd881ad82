// How words of cells are compared with those of the product's lists.
// Source: ours.

/**
 * The word half-width, in lower case, without blanks and hyphens.
 *
 * @example
 * toPlainWord("Ｎight-Market"); // => "nightmarket"
 */
export const toPlainWord = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s_-]/g, "")
    .toLowerCase();
