// The places of the demonstration district below the county, as nodes of the tree. Province, city and district are in
// the shipped table already (`listShippedTerritories`); put these behind it.
import { toPlainDate } from "../kernel/plain-date.js";
import type { Territory } from "../territory/territory.schema.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";
import { type DemonstrationVillage, demonstrationVillages } from "./list-demonstration-villages.js";

const DISTRICT = "990106";
// Long before any anchor day, so that every question finds the tree.
const FROM = toPlainDate("1990-01-01");

function listGrids({ code, shortName, grids }: DemonstrationVillage): Territory[] {
  return Array.from({ length: grids }, (_, index): Territory => {
    const number = String(index + 1).padStart(2, "0");
    return {
      code: `${code}0${number}`,
      name: `${shortName} ${number} 网格`,
      kind: "grid",
      parent: code,
      from: FROM,
    };
  });
}

/**
 * Townships, villages and grids of the demonstration district, each after its parent; they depend on no seed.
 *
 * @example
 * listDemonstrationTerritories()[0].name; // => "望澜街道"
 */
export function listDemonstrationTerritories(): Territory[] {
  const townships = demonstrationTownships.map(
    ({ code, name }): Territory => ({ code, name, kind: "township", parent: DISTRICT, from: FROM }),
  );
  const villages = demonstrationVillages.map(
    ({ code, name, township }): Territory => ({
      code,
      name,
      kind: "village",
      parent: township.code,
      from: FROM,
    }),
  );
  return [...townships, ...villages, ...demonstrationVillages.flatMap(listGrids)];
}
