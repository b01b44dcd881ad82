// The directory of officials, for imports.
import type { Official } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { insertOfficials, listAllOfficials, updateOfficials } from "./chain.repo.js";
import type { PostRecording } from "./official-post.repo.js";

/** Everyone, also those who have left. */
export const listDirectory = (call: Call): Promise<readonly Official[]> => listAllOfficials(call.db);

/** Enters new officials and writes changed ones, their posts with them. */
export async function saveDirectory(
  call: ChangeCall,
  {
    created,
    updated,
    recordedAt,
  }: {
    readonly created: readonly Official[];
    readonly updated: readonly Official[];
    /** When each post became known, where that was before now. */
    readonly recordedAt?: PostRecording["recordedAt"];
  },
): Promise<void> {
  const recording: PostRecording = {
    at: call.now,
    newId: call.deps.newId,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
  await insertOfficials(call.db, created, recording);
  await updateOfficials(call.db, updated, recording);
}
