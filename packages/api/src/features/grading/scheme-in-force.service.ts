// The scheme versions that hold, for whoever grades or explains a grade.
import { demonstrationScheme, type GradingScheme, type SchemeInForce } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findStoredScheme, listSchemesInForce, lockSchemes } from "./scheme.repo.js";

/** The versions in force, in the order of their days. */
export const readSchemes = (call: Call): Promise<readonly SchemeInForce[]> => listSchemesInForce(call.db);

/** Until the transaction ends nobody puts a version in force or takes one back. */
export const holdSchemes = (call: Call): Promise<void> => lockSchemes(call.db);

/** A version by its id, whatever its state; the demonstration has none stored. */
export async function findScheme(call: Call, id: string): Promise<GradingScheme | undefined> {
  return id === demonstrationScheme.id ? demonstrationScheme : (await findStoredScheme(call.db, id))?.scheme;
}
