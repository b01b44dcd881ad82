import { fillText, type Locale, type ProblemParams } from "@shian/domain";
import { en } from "./en.js";
import { type TextKey, type Texts, zhCn } from "./zh-cn.js";

const catalogues: { readonly [Language in Locale]: Texts } = { "zh-CN": zhCn, en };

/** A text of the program in one language, its parameters filled in. */
export type Translate = (key: TextKey, params?: ProblemParams) => string;

/** The texts of one language as a function. */
export const createTranslator =
  (locale: Locale): Translate =>
  (key, params = {}) =>
    fillText(catalogues[locale][key], params);
