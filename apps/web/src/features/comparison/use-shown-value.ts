import { isTextKey, label } from "@shian/domain";
import { useText } from "../../text/use-text.js";

const families: Readonly<Record<string, string>> = { form: "form", size: "size", state: "state" };

/** A fact of a difference as people read it: codes by their names, what is not there in words. */
export function useShownValue(): (field: string, value: string | null) => string {
  const { t, name, locale } = useText();
  return (field, value) => {
    if (value === null) return t("compare.nothing");
    const key = `${families[field] ?? "attention"}/${value}`;
    if (families[field] !== undefined && isTextKey(key)) return label(key, locale);
    if (field !== "attention") return value;
    return value
      .split("、")
      .map((flag) => name("attention", flag))
      .join("、");
  };
}
