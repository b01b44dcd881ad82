// The attention flags that an office works with: the shipped ones, which rules ask for, and its own. A flag is never
// removed, since establishments carry it and did on past days; it is retired, and then given to nobody any more.
// Source: F1-04 and §1.4 of the facts (the shipped ones, demonstration); localities add their own circumstances (facts
// §1.4); that retired ones stay where they are is ours.
import * as z from "zod";
import { type Problem, problem } from "../kernel/result.js";
import type { Locale } from "../kernel/text.js";
import type { AttentionProblemCode } from "./attention.problem.js";
import { AttentionFlag, attentionFlags, type ShippedFlag } from "./establishment.schema.js";
import { flagWords } from "./register-words.data.js";
import { registryText } from "./registry.text.js";
import { toPlainWord } from "./to-plain-word.js";

/** Most flags of an office, the shipped ones among them. */
export const mostFlags = 60;

const FlagName = z.strictObject({
  "zh-CN": z.string().trim().min(1).max(20),
  en: z.string().trim().min(1).max(40),
});

/** A flag as the office keeps it; the name of a shipped one is the product's and not kept. */
export const KeptFlag = z.strictObject({
  code: AttentionFlag,
  name: FlagName.nullable(),
  note: z.string().max(300),
  retired: z.boolean(),
});
export type KeptFlag = z.infer<typeof KeptFlag>;

/** A flag of the office's list. */
export const ListedFlag = z.strictObject({
  code: AttentionFlag,
  name: FlagName,
  note: z.string(),
  retired: z.boolean(),
  shipped: z.boolean().describe("the product's own: its name stays"),
});
export type ListedFlag = z.infer<typeof ListedFlag>;

const isShipped = (code: string): code is ShippedFlag => attentionFlags.some((flag) => flag === code);

/**
 * The office's list: the shipped flags in their order, with what the office noted about them, then its own in the order
 * in which they were added.
 *
 * @example
 * const own = { code: "night-market", name: { "zh-CN": "夜市", en: "night market" }, note: "", retired: false };
 * listFlags([own]).length; // => 7
 * listFlags([]).find(({ code }) => code === "wholesale").name["zh-CN"]; // => "批发"
 */
export function listFlags(kept: readonly KeptFlag[]): readonly ListedFlag[] {
  const shipped = attentionFlags.map((code): ListedFlag => {
    const noted = kept.find((flag) => flag.code === code);
    const name = {
      "zh-CN": registryText["zh-CN"][`attention/${code}`],
      en: registryText.en[`attention/${code}`],
    };
    return { code, name, note: noted?.note ?? "", retired: noted?.retired ?? false, shipped: true };
  });
  const own = kept.flatMap(({ name, ...flag }): readonly ListedFlag[] =>
    name === null || isShipped(flag.code) ? [] : [{ ...flag, name, shipped: false }],
  );
  return [...shipped, ...own];
}

const wordsOf = ({ code, name, shipped }: ListedFlag): readonly string[] => [
  code,
  name["zh-CN"],
  name.en,
  ...(shipped && isShipped(code) ? flagWords[code] : []),
];

/**
 * Finds the flag that a word of a cell means, by code, name in either language, or an everyday word of a shipped one.
 *
 * @example
 * const find = createFlagFinder(listFlags([{ code: "night-market", name: { "zh-CN": "夜市", en: "night market" }, note: "", retired: true }]));
 * find("夜市").retired; // => true
 * find("景区").code; // => "tourist-site"
 * find("集市"); // => undefined
 */
export function createFlagFinder(flags: readonly ListedFlag[]): (text: string) => ListedFlag | undefined {
  const table = new Map<string, ListedFlag>();
  for (const flag of flags) for (const word of wordsOf(flag)) table.set(toPlainWord(word), flag);
  return (text) => table.get(toPlainWord(text));
}

/**
 * Names flags in a language; one that the list has not is named by its code.
 *
 * @example
 * createFlagNamer(listFlags([]), "zh-CN")("wholesale"); // => "批发"
 */
export function createFlagNamer(flags: readonly ListedFlag[], locale: Locale): (code: string) => string {
  const names = new Map(flags.map(({ code, name }) => [code, name[locale]]));
  return (code) => names.get(code) ?? code;
}

/**
 * Why a flag cannot become part of the list as it is asked; empty where it can. `asked` are the flags that the size
 * classes and the grading scheme in force or to come ask for: a rule that asks for a flag nobody may give would fall
 * silent, so those stay in use.
 *
 * @example
 * const refuse = (flag) => checkFlag({ kept: [], asked: ["wholesale"], flag }).map(({ code }) => code);
 * refuse({ code: "wholesale", name: null, note: "", retired: true }); // => ["attention/asked-for"]
 * refuse({ code: "fair", name: { "zh-CN": "批发", en: "fair" }, note: "", retired: false }); // => ["attention/word-taken"]
 */
export function checkFlag({
  kept,
  asked,
  flag,
}: {
  readonly kept: readonly KeptFlag[];
  readonly asked: readonly string[];
  readonly flag: KeptFlag;
}): readonly Problem<AttentionProblemCode>[] {
  const problems: Problem<AttentionProblemCode>[] = [];
  const { code, name, retired } = flag;
  if (isShipped(code)) {
    if (name !== null) problems.push(problem("attention/shipped-name", { code }));
  } else if (name === null) problems.push(problem("attention/name-missing", { code }));
  if (retired && asked.includes(code)) problems.push(problem("attention/asked-for", { code }));
  const others = listFlags(kept).filter((other) => other.code !== code);
  if (!isShipped(code) && others.length >= mostFlags)
    problems.push(problem("attention/too-many", { most: mostFlags }));
  const find = createFlagFinder(others);
  for (const word of new Set([code, ...(name === null ? [] : [name["zh-CN"], name.en])])) {
    const holder = find(word);
    if (holder !== undefined)
      problems.push(problem("attention/word-taken", { word, name: holder.name["zh-CN"] }));
  }
  return problems;
}
