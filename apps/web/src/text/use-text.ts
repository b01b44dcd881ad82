import { type Locale, label } from "@shian/domain";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TextKey } from "./texts.js";

export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** Families of words that the domain names: business forms, states, levels, duties … */
export type NameFamily =
  | "form"
  | "size"
  | "attention"
  | "state"
  | "mode"
  | "answer"
  | "duty"
  | "progress"
  | "gap"
  | "level";

/** The texts of the chosen language: the web's own by key, and the domain's names of its words. */
export function useText(): {
  t: Translate;
  name: (family: NameFamily, word: string) => string;
  locale: Locale;
} {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(
    () => ({
      t: (key, params) => t(key, { ...params }),
      name: (family, word) => label(`${family}/${word}`, locale),
      locale,
    }),
    [t, locale],
  );
}
