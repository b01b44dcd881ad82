import type { Locale } from "@shian/domain";
import { useTranslation } from "react-i18next";
import type { TextKey } from "./texts.js";

export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** The texts of the chosen language. */
export function useText(): { t: Translate; locale: Locale } {
  const { t, i18n } = useTranslation();
  const translate: Translate = (key, params) => t(key, { ...params });
  return { t: translate, locale: i18n.language === "en" ? "en" : "zh-CN" };
}
