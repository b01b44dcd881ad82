// The communities and villages of the demonstration district with their codes. They depend on no seed: the validator
// knows them by heart, and a code written in a manual stays the code of that village.
import { type DemonstrationTownship, demonstrationTownships } from "./demonstration-townships.data.js";

/** A community or village with its 12-digit code. */
export type DemonstrationVillage = {
  readonly code: string;
  /** Full name, 澜心社区 or 柿林村. */
  readonly name: string;
  /** The name without its last word, as shops use it. */
  readonly shortName: string;
  readonly township: DemonstrationTownship;
  /** How many grids the village is divided into; 0 for most. */
  readonly grids: number;
};

const FIRST_COMMUNITY = 1;
const FIRST_VILLAGE = 200;
const toNumber = (number: number): string => String(number).padStart(3, "0");

function listVillagesOf(township: DemonstrationTownship, position: number): DemonstrationVillage[] {
  const communities = township.communities.map((shortName, index) => ({
    code: township.code + toNumber(FIRST_COMMUNITY + index),
    name: `${shortName}社区`,
    shortName,
    township,
    // The first communities of every place have grids, as towns begin with their busiest streets.
    grids: index < 2 ? 2 + ((position + index) % 3) : 0,
  }));
  const villages = township.villages.map((shortName, index) => ({
    code: township.code + toNumber(FIRST_VILLAGE + index),
    name: `${shortName}村`,
    shortName,
    township,
    grids: 0,
  }));
  return [...communities, ...villages];
}

/** All communities and villages of 云汀区, by code. */
export const demonstrationVillages: readonly DemonstrationVillage[] =
  demonstrationTownships.flatMap(listVillagesOf);

/**
 * The codes of all communities and villages of the demonstration district, 12 digits each. They depend on no seed:
 * text of 15 digits is a grid of the demonstration city when its first 12 are one of them.
 *
 * @example
 * listDemonstrationVillages().has("990106001001"); // => true
 */
export const listDemonstrationVillages = (): ReadonlySet<string> => villageCodes;
const villageCodes: ReadonlySet<string> = new Set(demonstrationVillages.map(({ code }) => code));
