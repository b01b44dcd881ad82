import { isTextKey, label } from "@shian/domain";
import { type TextKey, texts } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

const isOwn = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** What people call a field that a column may be read as. */
export function useFieldName(): (field: string) => string {
  const { t, locale } = useText();
  return (field) => {
    const known = [`import-field/${field}`, `field/${field}`, `registry-field/${field}`].find(isTextKey);
    if (known !== undefined) return label(known, locale);
    return isOwn(`field.${field}`) ? t(`field.${field}` as TextKey) : field;
  };
}
