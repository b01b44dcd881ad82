// The directory of officials, for imports.
import type { Official } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { insertOfficials, listAllOfficials, updateOfficial } from "./chain.repo.js";

/** Everyone, also those who have left. */
export const listDirectory = (call: Call): Promise<readonly Official[]> => listAllOfficials(call.db);

/** Enters new officials and writes changed ones. */
export async function saveDirectory(
  call: ChangeCall,
  { created, updated }: { readonly created: readonly Official[]; readonly updated: readonly Official[] },
): Promise<void> {
  await insertOfficials(call.db, created, call.now);
  for (const official of updated) await updateOfficial(call.db, official, call.now);
}
