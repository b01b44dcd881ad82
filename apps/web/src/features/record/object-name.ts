import { type TextKey, texts } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

const isKnown = (key: string): key is TextKey => Object.hasOwn(texts, key);

/** What people call a kind of object in the record; its own word where none is known. */
export function useObjectName(): (kind: string) => string {
  const { t } = useText();
  return (kind) => {
    const key = `object.${kind}`;
    return isKnown(key) ? t(key) : kind;
  };
}

/** The role in which something was done; signing in and the like need none. */
export function useRoleName(): (role: string) => string {
  const { t, name } = useText();
  return (role) => (role === "" ? "" : role === "public" ? t("record.no-role") : name("role", role));
}
