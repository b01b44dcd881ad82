// Sentences and labels that every face of the product shares (web, terminal, error files). Each concept owns one
// catalogue; the type makes a missing text in either language a compile error.
import type { Problem } from "./result.js";

/** The languages of the product; Chinese first, English complete beside it. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** One text for each key, in each language. `{name}` stands for a parameter. */
export type Catalogue<Key extends string> = { readonly [L in Locale]: { readonly [K in Key]: string } };

/**
 * The template with its `{name}` parts filled in; a part without a parameter stays visible.
 *
 * @example
 * fillText("第 {row} 行", { row: 7 }); // => "第 7 行"
 */
export const fillText = (template: string, params: Problem["params"]): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
