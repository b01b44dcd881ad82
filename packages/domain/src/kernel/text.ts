// Sentences and labels that every face of the product shares (web, terminal, error files). Each concept owns one
// catalogue; the type makes a missing text in either language a compile error.
import { formatPoints } from "./points.js";
import type { Problem } from "./result.js";

/** The languages of the product; Chinese first, English complete beside it. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** One text for each key, in each language. `{name}` stands for a parameter. */
export type Catalogue<Key extends string> = { readonly [L in Locale]: { readonly [K in Key]: string } };

const forms = {
  points: formatPoints,
  percent: (share: number): string => `${Number((share * 100).toFixed(4))}%`,
} as const;

/**
 * The template with its parts filled in: `{name}` as it is, `{name:points}` whole hundredths as points,
 * `{name:percent}` a share of one as per cent. A part without a parameter stays visible.
 *
 * @example
 * fillText("第 {row} 行", { row: 7 }); // => "第 7 行"
 * fillText("得 {obtained:points} 分，应达 {rate:percent}", { obtained: 750, rate: 0.6 }); // => "得 7.50 分，应达 60%"
 */
export const fillText = (template: string, params: Problem["params"]): string =>
  template.replace(/\{(\w+)(?::(points|percent))?\}/g, (whole, name: string, form?: keyof typeof forms) => {
    const value = params[name];
    if (value === undefined) return whole;
    return form !== undefined && typeof value === "number" ? forms[form](value) : String(value);
  });
