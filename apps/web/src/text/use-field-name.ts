import { type ImportKind, isTextKey, label } from "@shian/domain";
import { type TextKey, texts } from "./texts.js";
import { startWithCapital, useText } from "./use-text.js";

const isOwn = (key: string): key is TextKey => Object.hasOwn(texts, key);
const concepts = ["registry", "official", "territory"] as const;

/** What people call a field of an imported kind, an establishment's first; the field's own name where none is known. */
export function useFieldName(kind?: ImportKind): (field: string) => string {
  const { t, locale } = useText();
  return (field) => {
    const duty = `duty/field-${field}`;
    if ((kind === "duties" || kind === "groups") && isTextKey(duty)) return label(duty, locale);
    const own = `field.${field}`;
    if (isOwn(own)) return t(own);
    const known = concepts.map((concept) => `${concept}/field-${field}`).find(isTextKey);
    return known === undefined ? field : startWithCapital(label(known, locale), locale);
  };
}
