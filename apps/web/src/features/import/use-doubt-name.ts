import { type TextKey, texts } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

const isOwn = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** A short name of the reason that rows are held for. */
export function useDoubtName(): (code: string) => string {
  const { t } = useText();
  return (code) => {
    const key = `doubt.${code.replaceAll("/", "-")}`;
    return isOwn(key) ? t(key) : t("doubt.other");
  };
}
