// Decides which word of a cell means which business form, size or state. Words are those of licences, registers and
// everyday use; a word that fits none is refused, never guessed. Attention flags: see `attention-list.ts`.
// Source: forms and sizes as in F1-04, F1-05 and the glossary; the synonyms are ours (open).
import type { BusinessForm, EstablishmentState, Size } from "./establishment.schema.js";
import { formWords, sizeWords, stateWords } from "./register-words.data.js";
import { toPlainWord } from "./to-plain-word.js";

function toWordTable<K extends string>(
  words: { readonly [Key in K]: readonly string[] },
): (text: string) => K | undefined {
  const table = new Map<string, K>();
  for (const key in words) {
    for (const word of [key, ...words[key]]) table.set(toPlainWord(word), key);
  }
  return (text) => table.get(text) ?? table.get(toPlainWord(text));
}

/**
 * The business form that the word means, by its key or a Chinese word; `undefined` when none does.
 *
 * @example
 * findForm("学校食堂"); // => "school-canteen"
 * findForm("School Canteen"); // => "school-canteen"
 * findForm("饭"); // => undefined
 */
export const findForm: (text: string) => BusinessForm | undefined = toWordTable(formWords);

/**
 * The size that the word means.
 *
 * @example
 * findSize("小微"); // => "micro"
 */
export const findSize: (text: string) => Size | undefined = toWordTable(sizeWords);

/**
 * The state that the word means.
 *
 * @example
 * findState("吊销"); // => "closed"
 */
export const findState: (text: string) => EstablishmentState | undefined = toWordTable(stateWords);
