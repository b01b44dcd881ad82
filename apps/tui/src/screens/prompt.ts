// Lines that a person types into: the command line, the filter, the territory and the day. Each takes the message line.
import type { Locale } from "@shian/domain";
import type { Field } from "../components/field.js";
import type { LocalText } from "../keys/local-text.js";
import type { AskedText } from "./screen.js";

export type PromptKind = "command" | "filter" | "territory" | "asOf" | "words";

export type Prompt = {
  readonly kind: PromptKind;
  readonly field: Field;
  /** Index among the candidates, where there are some. */
  readonly chosen: number;
  /** What an act asks for, where the prompt is its own. */
  readonly asked?: AskedText;
};

/** Something that may be meant by what was typed. */
export type Candidate = {
  readonly text: string;
  readonly label: string;
  readonly note: string;
  readonly shown: string;
};

/** Signs before each field; an act says its own. */
export const promptSigns: { readonly [Kind in Exclude<PromptKind, "words">]: LocalText } = {
  command: { "zh-CN": ":", en: ":" },
  filter: { "zh-CN": "/", en: "/" },
  territory: { "zh-CN": "属地 ", en: "territory " },
  asOf: { "zh-CN": "截至 ", en: "as of " },
};

/** The sign before the field of a prompt. */
export const signOf = ({ kind, asked }: Prompt, locale: Locale): string =>
  kind === "words" ? `${asked?.sign ?? ""}  ` : promptSigns[kind][locale];
