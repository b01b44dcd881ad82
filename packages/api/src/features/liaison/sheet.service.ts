// What importing the directory and its groups by sheet reads and writes.
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { listDutyMobiles, listDutyRecords, listStandingDuties, type StoredDuty } from "./duty-post.repo.js";
import {
  insertGroupRecords,
  listGroupRecords,
  listStandingGroups,
  type NewGroup,
  type StoredGroup,
  supersedeGroups,
} from "./group.repo.js";

export type { StoredDuty, StoredGroup };

export const readStandingDuties = (call: Call): Promise<readonly StoredDuty[]> => listStandingDuties(call.db);
export const readDutyRecords = (call: Call): Promise<readonly StoredDuty[]> => listDutyRecords(call.db);
export const readDutyMobiles = (call: Call, ids: readonly string[]) => listDutyMobiles(call.db, ids);
export const readStandingGroups = (call: Call): Promise<readonly StoredGroup[]> =>
  listStandingGroups(call.db);
export const readGroupRecords = (call: Call): Promise<readonly StoredGroup[]> => listGroupRecords(call.db);

/** Replaces records of groups and adds others; whether it was written, not where somebody was faster. */
export async function writeGroups(
  call: ChangeCall,
  superseded: readonly string[],
  added: readonly Omit<NewGroup, "id">[],
): Promise<boolean> {
  if (!(await supersedeGroups(call.db, superseded, call.now))) return false;
  const records = added.map((one) => ({ ...one, id: call.deps.newId() }));
  await insertGroupRecords(call.db, records, { at: call.now, name: nameOf(call) });
  return true;
}
