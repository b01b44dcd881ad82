import { type TextKey, texts } from "./texts.js";
import { useText } from "./use-text.js";

const isKnown = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** What people call what happened to an object; its own word where none is known. */
export function useHappening(): (what: string) => string {
  const { t } = useText();
  return (what) => {
    const key = `happened.${what}`;
    return isKnown(key) ? t(key) : what;
  };
}
