// Counts of the register that other features show.
import type { Call } from "../../deps.js";
import { countByPlace, type PlaceCount } from "./registry-counts.repo.js";

/** How many establishments that are not closed are registered at each place; null: place not known. */
export const countEstablishmentsByPlace = (call: Call): Promise<readonly PlaceCount[]> =>
  countByPlace(call.db);
