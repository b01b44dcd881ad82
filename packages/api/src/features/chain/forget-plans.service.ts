// Plans that nobody applied are of a register that has long moved on.
import type { Db } from "../../storage/database.js";
import { removeUnapplied } from "./allocation.repo.js";

const KEPT_MS = 7 * 86_400_000;

/** Removes what was planned more than a week ago and not applied; gives how many there were. */
export const forgetPlans = (db: Db, now: Date): Promise<number> =>
  removeUnapplied(db, new Date(now.getTime() - KEPT_MS).toISOString());
