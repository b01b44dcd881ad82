// Facts of an establishment as people read them: fields and words of the product's lists by their names.
import { isTextKey, type Locale, label } from "@shian/domain";
import type { Call } from "./command.js";

/** The name of a field. */
export const sayField = ({ t, locale }: Call, field: string): string =>
  field === "place" || field === "placeText" ? t("column.place") : label(`registry/field-${field}`, locale);

/** A word of a list by its name; a flag that the office added, by its code: `shian flags` names it. */
export function sayWord(family: string, word: string, locale: Locale): string {
  const key = `${family}/${word}`;
  return isTextKey(key) ? label(key, locale) : word;
}

/** A value of it; `-` where nothing is known. */
export function sayFact({ locale }: Call, field: string, value: string | null): string {
  if (value === null) return "-";
  return ["form", "size", "state", "attention"].includes(field)
    ? value
        .split("、")
        .map((word) => sayWord(field, word, locale))
        .join("、")
    : value;
}
