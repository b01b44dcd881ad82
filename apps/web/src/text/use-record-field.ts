import { type TextKey, texts } from "./texts.js";
import { useFieldName } from "./use-field-name.js";
import { useText } from "./use-text.js";

const isKnown = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** What people call a field that the record holds; those of establishments and places are the domain's own. */
export function useRecordField(): (field: string) => string {
  const { t } = useText();
  const fieldName = useFieldName();
  return (field) => {
    const key = `kept.${field}`;
    return isKnown(key) ? t(key) : fieldName(field);
  };
}
