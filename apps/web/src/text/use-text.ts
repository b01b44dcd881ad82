import { createFlagNamer, type Locale, label } from "@shian/domain";
import { useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { OfficeFlags } from "./office-flags.js";
import type { TextKey } from "./texts.js";

export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** Families of words that the domain names: business forms, states, levels, duties … */
export type NameFamily =
  | "form"
  | "size"
  | "attention"
  | "state"
  | "mode"
  | "answer"
  | "duty"
  | "progress"
  | "gap"
  | "allocation-state"
  | "level"
  | "role"
  | "unit-kind"
  | "account-state"
  | "person-kind"
  | "menu-area"
  | "grade-scale"
  | "objection-act"
  | "objection-state"
  | "scheme-state"
  | "scheme-change"
  | "question-state"
  | "question-act"
  | "question-step"
  | "duty-kind"
  | "arm-role"
  | "control-kind"
  | "control-result"
  | "raising"
  | "lowering"
  | "job-kind"
  | "job-state"
  | "standing"
  | "signing-way"
  | "task-block"
  | "licence"
  | "licence-standing"
  | "state-source"
  | "clock"
  | "training-way"
  | "training-standing"
  | "question-kind"
  | "handover-role"
  | "unassigned"
  | "xray-rule"
  | "xray-severity"
  | "xray-owner"
  | "compared"
  | "resolution"
  | "layout-kind"
  | "layout-field";

type Part = string | null | undefined | false;

/** What a screen writes with: the web's own texts, the domain's names, and the punctuation of the language. */
export type Writing = {
  t: Translate;
  name: (family: NameFamily, word: string) => string;
  locale: Locale;
  /** Clauses of one sentence, empty ones left out. */
  clauses: (...parts: readonly Part[]) => string;
  /** Words of one list, empty ones left out. */
  list: (words: readonly Part[]) => string;
  colon: string;
  comma: string;
};

/** An English name at the head of a line, where the domain has it in the middle of a sentence. */
export const startWithCapital = (text: string, locale: Locale): string =>
  locale === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;

const joinParts = (parts: readonly Part[], mark: string): string =>
  parts.filter((part): part is string => typeof part === "string" && part !== "").join(mark);

/** The texts of the chosen language. */
export function useText(): Writing {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === "en" ? "en" : "zh-CN";
  const flags = useContext(OfficeFlags);
  return useMemo(() => {
    const nameFlag = createFlagNamer(flags, locale);
    const comma = locale === "en" ? ", " : "，";
    return {
      t: (key, params) => t(key, { ...params }),
      name: (family, word) =>
        startWithCapital(
          family === "attention" ? nameFlag(word) : label(`${family}/${word}`, locale),
          locale,
        ),
      locale,
      clauses: (...parts) => joinParts(parts, comma),
      list: (words) => joinParts(words, locale === "en" ? ", " : "、"),
      colon: locale === "en" ? ": " : "：",
      comma,
    };
  }, [t, locale, flags]);
}
