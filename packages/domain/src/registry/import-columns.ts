// Decides what the columns of a register file are called: each field with the headers that offices, licence systems and
// spreadsheets use for it, in Chinese and English. The first name of each language is the product's own template.
// Source: ours, from what registers hold; issue "First", import (certain for the fields, open for the synonyms).
import type { Locale } from "../kernel/text.js";
import { type RegisterField, registerColumns, registerFields } from "./import-columns.data.js";

export { type RegisterField, registerColumns, registerFields };

/** Column that the error file adds and every import leaves out. */
export const reasonHeaders: { readonly [L in Locale]: string } = { "zh-CN": "原因", en: "Reason" };

// Signs that carry no meaning in a header: blanks, marks of required columns, separators.
const NO_MEANING = /[\s_\-*:：.,、，/\\"'“”·]/g;
const BRACKETED = /\([^()]*\)/g;

const toPlainHeader = (header: string): string =>
  header
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toLowerCase();

/**
 * The header as headers are compared: half-width, lower case, without blanks, marks and bracketed remarks; a header
 * that is nothing but a bracketed remark keeps it.
 *
 * @example
 * normaliseHeader("*统一社会信用代码 （18 位）"); // => "统一社会信用代码"
 * normaliseHeader("Registered_On"); // => "registeredon"
 */
export function normaliseHeader(header: string): string {
  const plain = toPlainHeader(header);
  const bare = plain.replace(BRACKETED, "").replace(NO_MEANING, "");
  return bare === "" ? plain.replace(NO_MEANING, "") : bare;
}

let known: ReadonlyMap<string, RegisterField> | undefined;
// Built at first use: a page that never asks for a column pays nothing.
function getKnownHeaders(): ReadonlyMap<string, RegisterField> {
  known ??= new Map(
    registerFields.flatMap((field) =>
      [field, ...registerColumns[field]["zh-CN"], ...registerColumns[field].en].map(
        (name) => [normaliseHeader(name), field] as const,
      ),
    ),
  );
  return known;
}

/** Every known header in its compared form with its field, in the order of the template. */
export const listKnownHeaders = (): readonly (readonly [string, RegisterField])[] => [...getKnownHeaders()];

/**
 * The field that a header or a field key names; `undefined` when it is no known name. Spelling of headers is free in
 * case, width, blanks and bracketed remarks.
 *
 * @example
 * findRegisterField("单位名称（必填）"); // => "name"
 * findRegisterField("registered_on"); // => "openedOn"
 * findRegisterField("备注"); // => undefined
 */
export const findRegisterField = (text: string): RegisterField | undefined =>
  getKnownHeaders().get(normaliseHeader(text));

/** Whether the header is that of the reason column, which is never read. */
export const isReasonHeader = (header: string): boolean =>
  ["原因", "退回原因", "错误原因", "reason"].includes(normaliseHeader(header));

/**
 * The headers of the product's own template in a language.
 *
 * @example
 * listTemplateHeaders("en").slice(0, 3); // => ["name", "credit code", "licence number"]
 */
export const listTemplateHeaders = (locale: Locale): readonly string[] =>
  registerFields.map((field) => registerColumns[field][locale][0]);
