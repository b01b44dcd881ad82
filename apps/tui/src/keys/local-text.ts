import type { Locale } from "@shian/domain";

/** One text in each language; a missing one does not compile. */
export type LocalText = { readonly [Language in Locale]: string };
