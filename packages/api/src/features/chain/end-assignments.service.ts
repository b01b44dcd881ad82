// Ends who answers for establishments on a day, and takes that back.
import type { PlainDate } from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { endAssignments } from "./chain.repo.js";
import { revertAssignments } from "./end-assignments.repo.js";

/** Nobody answers for the establishments from the day on; assignments that begin later are superseded. */
export const endAssignmentsOf = (
  call: ChangeCall,
  establishments: readonly string[],
  from: PlainDate,
): Promise<void> => endAssignments(call.db, establishments, { from, at: call.now, newId: call.deps.newId });

/** Assignments stand again as they did before a change of the instant ended them. */
export const takeBackAssignments = async (
  call: ChangeCall,
  establishments: readonly string[],
  recordedAt: string,
): Promise<void> => {
  await revertAssignments(call.db, { establishments, recordedAt, at: call.now, newId: call.deps.newId });
};
