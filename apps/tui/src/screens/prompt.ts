// Lines that a person types into: the command line, the filter, the territory and the day. Each takes the message line.
import type { Field } from "../components/field.js";
import type { LocalText } from "../keys/local-text.js";

export type PromptKind = "command" | "filter" | "territory" | "asOf";

export type Prompt = {
  readonly kind: PromptKind;
  readonly field: Field;
  /** Index among the candidates, where there are some. */
  readonly chosen: number;
};

/** Something that may be meant by what was typed. */
export type Candidate = {
  readonly text: string;
  readonly label: string;
  readonly note: string;
  readonly shown: string;
};

/** Signs before each field. */
export const promptSigns: { readonly [Kind in PromptKind]: LocalText } = {
  command: { "zh-CN": ":", en: ":" },
  filter: { "zh-CN": "/", en: "/" },
  territory: { "zh-CN": "属地 ", en: "territory " },
  asOf: { "zh-CN": "截至 ", en: "as of " },
};
