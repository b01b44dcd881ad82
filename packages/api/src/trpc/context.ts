// What every request brings along.
import { type Locale, locales } from "@shian/domain";
import type { Deps } from "../deps.js";
import type { Who } from "./find-who.js";

/** How an answer hands a session's token to a browser, and takes it back. */
export type TokenCarrier = {
  carry(token: string, endsAt: string): void;
  drop(): void;
};

/** What ties a way to the identity provider and back to one browser. */
export type Flow = { readonly token: string | undefined; readonly carrier: TokenCarrier };

export type Context = {
  readonly deps: Deps;
  readonly locale: Locale;
  /** Network address of who asks. */
  readonly address: string;
  /** What the asking program calls itself. */
  readonly agent: string;
  readonly token: string | undefined;
  readonly carrier: TokenCarrier;
  /** Absent where no browser asks. */
  readonly flow?: Flow | undefined;
  /** Whoever the token belongs to; looked up once a request, however many operations it asks. */
  readonly who: () => Promise<Who | undefined>;
};

/** The language asked for by `accept-language`; Chinese unless English is asked for first. */
export function findLocale(acceptLanguage: string | null | undefined): Locale {
  const first = acceptLanguage?.split(",")[0]?.trim().toLowerCase() ?? "";
  return (
    locales.find((locale) => first !== "" && locale.toLowerCase().startsWith(first.split("-")[0] ?? "-")) ??
    "zh-CN"
  );
}
