/** A text in both languages of the product, Chinese first; one missing is a compile error. */
export type Pair = readonly [zhCN: string, en: string];

/** Names of the parts `{name}` in a text. */
export const textParts = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
