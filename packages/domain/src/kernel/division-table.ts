// The shipped table of provinces, cities and counties: what a division code above the township is called. It knows no
// dates: a code that was abolished before the table's day is unknown, which is a notice or a hold, never a refusal.
// Source: division-table.data.ts (modood, as of 2023-06-30); demonstration codes are ours.
import { demonstrationDivisions } from "./demonstration-division.js";
import { packedDivisions } from "./division-table.data.js";

/** A province (2 digits), city (4) or county (6) of the shipped table. */
export type Division = { readonly code: string; readonly name: string };

function unpack(): ReadonlyMap<string, Division> {
  const table = new Map<string, Division>();
  const add = (code: string, name: string) => table.set(code, { code, name });
  for (const text of packedDivisions) {
    const [head = "", ...cities] = text.split("|");
    const province = head.slice(0, 2);
    add(province, head.slice(2));
    for (const part of cities) {
      const [cityText = "", countyText = ""] = part.split(":");
      const city = province + cityText.slice(0, 2);
      add(city, cityText.slice(2));
      for (const county of countyText === "" ? [] : countyText.split(",")) {
        add(city + county.slice(0, 2), county.slice(2));
      }
    }
  }
  for (const { code, name } of demonstrationDivisions) add(code, name);
  return table;
}

let unpacked: ReadonlyMap<string, Division> | undefined;
// Unpacked at first use: a page that never asks for a place pays nothing.
const divisionTable = (): ReadonlyMap<string, Division> => {
  unpacked ??= unpack();
  return unpacked;
};

/**
 * The province, city or county with the code, `undefined` when the table lacks it. Codes are taken without zero
 * padding: 3201, not 320100. Demonstration codes are found only where they have a name.
 *
 * @example
 * findDivision("320106"); // => { code: "320106", name: "鼓楼区" }
 * findDivision("320100"); // => undefined
 */
export const findDivision = (code: string): Division | undefined => divisionTable().get(code);

/**
 * Every division of the table, each after those it lies in, demonstration codes last.
 *
 * @example
 * listDivisions()[0]; // => { code: "11", name: "北京市" }
 */
export const listDivisions = (): readonly Division[] => [...divisionTable().values()];
