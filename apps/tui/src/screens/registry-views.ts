// How the list of the register is narrowed: the saved views, and in words by what.
import type { OperationOutput } from "@shian/domain";
import { sayWord } from "../commands/say-fact.js";
import type { TextKey } from "../text/zh-cn.js";
import type { ScreenContext } from "./screen.js";

type Options = ReadonlyMap<string, readonly string[]>;
export type Summary = OperationOutput<"registry.summary">;
export type View = {
  readonly label: TextKey;
  readonly options: readonly (readonly [string, readonly string[]])[];
  readonly count: (summary: Summary) => number;
};

const notDone = ["on-track", "at-risk", "overdue"];

/** The saved views of the register, in the order of the view line. */
export const registryViews: readonly View[] = [
  { label: "view.all", options: [], count: (summary) => summary.total },
  {
    label: "view.ab",
    options: [["grade", ["A", "B"]]],
    count: ({ byGrade }) => (byGrade.A ?? 0) + (byGrade.B ?? 0),
  },
  { label: "view.notDone", options: [["duty", notDone]], count: (summary) => summary.notDone },
  {
    label: "view.nobody",
    options: [
      ["state", ["active"]],
      ["answered", ["false"]],
    ],
    count: (summary) => summary.nobody,
  },
  {
    label: "view.ungraded",
    options: [
      ["state", ["active"]],
      ["graded", ["false"]],
    ],
    count: ({ byGrade }) => byGrade.none ?? 0,
  },
  {
    label: "view.placeless",
    options: [["place-known", ["false"]]],
    count: (summary) => summary.placeUnknown,
  },
];

/** Options that narrow the list, in the order in which they are said; a view sets or clears all but the territory. */
const narrowing = [
  "grade",
  "risk",
  "form",
  "state",
  "answered",
  "graded",
  "place-known",
  "official",
  "duty",
  "size",
  "attention",
  "licence",
  "licence-kind",
  "territory",
];

/** Which words of the domain say the values of a condition. */
const wordsOf: Readonly<Record<string, string>> = {
  form: "form",
  state: "state",
  size: "size",
  attention: "attention",
  licence: "licence-standing",
  "licence-kind": "licence",
};

/** Whether the options are those of the view; the territory is beside them. */
export function isView(view: View, options: Options): boolean {
  const narrowed = narrowing.filter((name) => options.has(name) && name !== "territory");
  return (
    narrowed.length === view.options.length &&
    view.options.every(([name, values]) => options.get(name)?.join(",") === values.join(","))
  );
}

/** Narrows the options to the view; the territory stays. */
export function setView(view: View, options: Map<string, readonly string[]>): void {
  for (const name of narrowing) if (name !== "territory") options.delete(name);
  for (const [name, values] of view.options) options.set(name, values);
}

/** By what the options narrow the list, in words; empty where they do not. */
export function sayNarrowing(options: Options, { t, locale }: Pick<ScreenContext, "t" | "locale">): string {
  const sayValue = (name: string, value: string): string => {
    const words = wordsOf[name];
    if (words !== undefined) return sayWord(words, value, locale);
    if (name === "duty") return t(`duty.${value}` as TextKey);
    return value === "true" || value === "false" ? t(`word.${value}`) : value;
  };
  return narrowing
    .flatMap((name) => {
      const values = options.get(name);
      if (values === undefined) return [];
      const shown = values.flatMap((value) => value.split(",")).map((value) => sayValue(name, value));
      return [`${t(`filter.${name}` as TextKey)}:${shown.join(locale === "en" ? "," : "、")}`];
    })
    .join("  ");
}
