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

// For each street, town and township of 云汀区: how many communities, numbered from 001, and villages, from 200.
const TOWNSHIPS: { readonly [township: string]: readonly [communities: number, villages: number] } = {
  "990106001": [11, 1],
  "990106002": [10, 1],
  "990106003": [9, 2],
  "990106004": [9, 1],
  "990106005": [9, 1],
  "990106100": [4, 6],
  "990106101": [4, 6],
  "990106102": [3, 7],
  "990106103": [2, 7],
  "990106104": [2, 7],
  "990106200": [1, 7],
  "990106201": [1, 7],
};
const VILLAGE = /^\d{12}$/;
const FIRST_VILLAGE = 200;

/**
 * Whether the text is the 12-digit code of a community or village of the demonstration city. They are the same in every
 * demonstration, whatever its seed.
 *
 * @example
 * isDemonstrationVillage("990106001011"); // => true
 * isDemonstrationVillage("990106001012"); // => false
 * isDemonstrationVillage("990106001200"); // => true
 */
export function isDemonstrationVillage(code: string): boolean {
  const numbers = VILLAGE.test(code) ? TOWNSHIPS[code.slice(0, 9)] : undefined;
  if (numbers === undefined) return false;
  const [communities, villages] = numbers;
  const number = Number(code.slice(9));
  return (
    (number >= 1 && number <= communities) || (number >= FIRST_VILLAGE && number < FIRST_VILLAGE + villages)
  );
}
