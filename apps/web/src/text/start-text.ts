import type { Locale } from "@shian/domain";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { texts } from "./texts.js";

const bundle = (side: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, pair]) => [key, pair[side]]));

/** Starts i18next with both languages; keys are flat, `{name}` is a parameter as in the domain's catalogues. */
export async function startText(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: bundle(0) }, en: { translation: bundle(1) } },
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: "#",
    contextSeparator: "#",
    interpolation: { prefix: "{", suffix: "}", escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = locale;
}

/** Changes the language of the whole page. */
export async function changeLanguage(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
