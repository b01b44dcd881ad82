import { type TextKey, texts } from "./texts.js";
import { useText } from "./use-text.js";

const isKnown = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** What people call an operation, a download or what the product did itself; its own name where none is known. */
export function useOperationName(): (id: string) => string {
  const { t } = useText();
  return (id) => {
    const key = `doing.${id}`;
    return isKnown(key) ? t(key) : id;
  };
}
