// What a rule of a grading scheme asks for, in words, for screens and the terminal alike.
import type { GradingCondition } from "./grading/grading-scheme.schema.js";
import type { Locale } from "./kernel/text.js";
import { fillText } from "./kernel/text.js";
import { createFlagNamer, listFlags } from "./registry/attention-list.js";
import { label } from "./texts.js";

/**
 * The condition as one line in the language: forms, sizes, diners, attention flags, as far as it asks for them. `nameFlag`
 * names the office's own flags; without it they are told by their codes.
 *
 * @example
 * describeCondition({ forms: ["caterer"], sizes: ["large", "medium"] }, "en"); // => "caterer; size large or medium"
 * describeCondition({}, "en"); // => "every establishment"
 */
export function describeCondition(
  when: GradingCondition,
  locale: Locale,
  nameFlag = createFlagNamer(listFlags([]), locale),
): string {
  const or = label("condition/or", locale);
  const names = (family: string, words: readonly string[]) =>
    words.map((word) => label(`${family}/${word}`, locale)).join(or);
  const { forms, sizes, dinersFrom, dinersBelow, attention } = when;
  const diners =
    dinersFrom !== undefined && dinersBelow !== undefined
      ? "condition/diners-between"
      : dinersFrom !== undefined
        ? "condition/diners-from"
        : dinersBelow !== undefined
          ? "condition/diners-below"
          : undefined;
  const parts = [
    forms && names("form", forms),
    sizes && fillText(label("condition/size", locale), { sizes: names("size", sizes) }),
    diners && fillText(label(diners, locale), { from: dinersFrom ?? 0, below: dinersBelow ?? 0 }),
    attention && fillText(label("condition/attention", locale), { flags: attention.map(nameFlag).join(or) }),
  ].filter((part): part is string => part !== undefined);
  return parts.length === 0 ? label("condition/all", locale) : parts.join(label("condition/and", locale));
}
