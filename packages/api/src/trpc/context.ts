// What every request brings along.
import { type Locale, locales } from "@shian/domain";
import type { Deps } from "../deps.js";

export type Context = { readonly deps: Deps; readonly locale: Locale };

/** The language asked for by `accept-language`; Chinese unless English is asked for first. */
export function findLocale(acceptLanguage: string | null | undefined): Locale {
  const first = acceptLanguage?.split(",")[0]?.trim().toLowerCase() ?? "";
  return (
    locales.find((locale) => first !== "" && locale.toLowerCase().startsWith(first.split("-")[0] ?? "-")) ??
    "zh-CN"
  );
}
