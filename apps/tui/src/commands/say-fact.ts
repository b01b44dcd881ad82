// Facts of an establishment as people read them: fields and words of the product's lists by their names.
import { isTextKey, type Locale, label } from "@shian/domain";
import type { Call } from "./command.js";

/** What saying a fact needs of a command or a page. */
type Words = Pick<Call, "t" | "locale">;

/** The name of a field. */
export const sayField = ({ t, locale }: Words, field: string): string =>
  field === "place" || field === "placeText" ? t("column.place") : label(`registry/field-${field}`, locale);

/** A word of a list by its name; a flag that the office added, by its code: `shian flags` names it. */
export function sayWord(family: string, word: string, locale: Locale): string {
  const key = `${family}/${word}`;
  return isTextKey(key) ? label(key, locale) : word;
}

/** The name of a field of a comparison; who answers is a field of comparisons alone. */
export const sayComparedField = (words: Words, field: string): string =>
  field === "officialName" || field === "officialUnit"
    ? label(`layout-field/${field}`, words.locale)
    : sayField(words, field);

/** A value of it; `-` where nothing is known. */
export function sayFact({ locale }: Words, field: string, value: string | null): string {
  if (value === null) return "-";
  return ["form", "size", "state", "attention"].includes(field)
    ? value
        .split("、")
        .map((word) => sayWord(field, word, locale))
        .join("、")
    : value;
}
