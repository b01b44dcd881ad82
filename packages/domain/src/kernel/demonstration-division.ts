// The fictional place of the demonstration: city 澄岚市 (9901) with its district 云汀区 (990106). No real division code
// begins with 99, so nothing here can be taken for a real place; the validators know it without a notice.
// Source: issue "First", the demonstration city (ours).

/** Code and name of the fictional province, city and district, highest first. */
export const demonstrationDivisions = [
  { code: "99", name: "演示省" },
  { code: "9901", name: "澄岚市" },
  { code: "990106", name: "云汀区" },
] as const;

/**
 * Whether the code is the demonstration province, its city or anything numbered under that city.
 * Only the beginning is looked at, not the shape.
 *
 * @example
 * isDemonstrationDivision("990106001003"); // => true
 * isDemonstrationDivision("99"); // => true
 * isDemonstrationDivision("9902"); // => false
 */
export const isDemonstrationDivision = (code: string): boolean => code === "99" || code.startsWith("9901");

const VILLAGE = /^9901(?!00)\d{2}(?!000)[0-3]\d{2}(?!000)[0-3]\d{2}$/;

/**
 * Whether the text can be a village code of the demonstration city: a county of 9901, then a township and a village
 * numbered 001 to 399 as real ones are (streets and communities below 200, towns, townships and villages above).
 *
 * @example
 * isDemonstrationVillage("990106001003"); // => true
 * isDemonstrationVillage("990106000003"); // => false
 */
export const isDemonstrationVillage = (code: string): boolean => VILLAGE.test(code);
