// What the public sees of an establishment and who answers for it: everything that may leave, in one place.
// Source: F1-38 (N); quality S9 ("name, unit, post and office telephone of the pairing official and the business's
// name; never mobile, id number, home address; sole traders follow a setting").
import type { GradeLetter } from "../grading/grade.schema.js";
import { parsePhone } from "../privacy/parse-phone.js";
import { type SoleTraderRule, toPublicBusiness } from "../privacy/sole-trader.js";
import type { Level } from "../territory/territory.schema.js";

/** A public board; null where nothing is known or may be told. */
export type PublicBoard = {
  readonly business: string;
  readonly isActive: boolean;
  readonly grade: GradeLetter | null;
  readonly official: {
    readonly name: string;
    readonly unit: string;
    readonly post: string;
    readonly level: Level;
    readonly officePhone: string | null;
  } | null;
};

const MOBILE = /^1[3-9]\d{9}$/;

/**
 * The office telephone as the public may see it: one that is in truth a mobile, or that holds one, is left out.
 *
 * @example
 * toPublicPhone("025-84567890"); // => "025-84567890"
 * toPublicPhone("138 1234 5678"); // => null
 */
export function toPublicPhone(text: string | null): string | null {
  if (text === null) return null;
  const read = parsePhone(text);
  return read.ok && !MOBILE.test(read.value) ? read.value : null;
}

/**
 * The board of an establishment. One out of operation names nobody.
 *
 * @example
 * toPublicBoard({
 *   establishment: { name: "岑家面馆", creditCode: "92350100MA00000000", isActive: true, grade: "D" },
 *   official: null,
 *   soleTraders: "masked",
 * }).business; // => "岑***"
 */
export function toPublicBoard(input: {
  readonly establishment: {
    readonly name: string;
    readonly creditCode: string | null;
    readonly isActive: boolean;
    readonly grade: GradeLetter | null;
  };
  readonly official: {
    readonly name: string;
    readonly unit: string;
    readonly post: string;
    readonly level: Level;
    readonly officePhone: string | null;
  } | null;
  readonly soleTraders: SoleTraderRule;
}): PublicBoard {
  const { establishment, official } = input;
  const { isActive, grade } = establishment;
  return {
    business: toPublicBusiness(establishment, input.soleTraders).name,
    isActive,
    grade: isActive ? grade : null,
    official:
      official === null || !isActive
        ? null
        : {
            name: official.name,
            unit: official.unit,
            post: official.post,
            level: official.level,
            officePhone: toPublicPhone(official.officePhone),
          },
  };
}
