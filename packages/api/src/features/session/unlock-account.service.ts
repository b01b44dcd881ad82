// Locks of accounts as the administrators see and lift them, and forgetting what is long over.
import { tryRules } from "@shian/domain";
import type { Db } from "../../storage/database.js";
import { deleteOldOneTime } from "./one-time.repo.js";
import { deleteOldFlows } from "./provider.repo.js";
import { hashUsername } from "./secret.js";
import { deleteOldSessions } from "./session.repo.js";
import { deleteLocks, deleteOldTries, listLocked } from "./sign-in.repo.js";

const DAY_MS = 86_400_000;
/** Ended sessions are shown to nobody, but help to follow up an incident. */
const SESSIONS_KEPT_DAYS = 180;

/** Lifts every lock of the account and forgets its wrong tries. */
export const unlockAccount = (db: Db, username: string): Promise<void> =>
  deleteLocks(db, hashUsername(username));

/** Those of the user names that are locked now, be it from one address alone: somebody may ask to be let in sooner. */
export async function listLockedUsernames(
  db: Db,
  usernames: readonly string[],
  now: string,
): Promise<ReadonlySet<string>> {
  const locked = await listLocked(db, now);
  return new Set(usernames.filter((username) => locked.has(hashUsername(username))));
}

/** Forgets tries, codes, links and sessions that are long over; for the daily upkeep. */
export async function forgetEnded(db: Db, now: string): Promise<void> {
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
  await deleteOldTries(db, before(tryRules.account.within));
  await deleteOldOneTime(db, before(DAY_MS));
  await deleteOldFlows(db, before(DAY_MS));
  await deleteOldSessions(db, before(SESSIONS_KEPT_DAYS * DAY_MS));
}
