import type { Locale } from "@shian/domain";
import { readStored, writeStored } from "../theme/appearance.js";
import { changeLanguage } from "./start-text.js";

const KEY = "shian.locale";

/** The language chosen in this browser; Chinese until another is chosen. */
export const readLocale = (): Locale => (readStored(KEY) === "en" ? "en" : "zh-CN");

export async function chooseLocale(locale: Locale): Promise<void> {
  writeStored(KEY, locale);
  await changeLanguage(locale);
}
