// Whether a try to sign in is let through to the password check, and which locks follow from the wrong ones.
// Source: quality page, S3 (5 in 15 min lock the account from that address for 20 min; 20 in 24 h lock the account until
// the security administrator unlocks it; 30 in 15 min slow the address to one try in 5 s); sure.
import { type Problem, problem } from "../kernel/result.js";
import type { SessionProblemCode } from "./session.problem.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The figures of S3, in milliseconds and tries. */
export const tryRules = {
  here: { tries: 5, within: 15 * MINUTE, locksFor: 20 * MINUTE },
  account: { tries: 20, within: 24 * 60 * MINUTE },
  address: { tries: 30, within: 15 * MINUTE, oneIn: 5 * SECOND },
} as const;

/** A try that was wrong, or is being checked now and counts as wrong until it was right. Times in ms. */
export type SignInTry = {
  readonly at: number;
  readonly address: string;
  /** Whether it was for the account in question; others count for the address alone. */
  readonly isOfAccount: boolean;
};

/** A lock of the account in question: from one address, or from everywhere (`*`); null: until it is unlocked. */
export type SignInLock = { readonly address: string; readonly until: number | null };

export type TryDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly problem: Problem<SessionProblemCode> };

const count = (tries: readonly SignInTry[], now: number, within: number): number =>
  tries.filter(({ at }) => at > now - within).length;

const lockedHere = (left: number): TryDecision => ({
  allowed: false,
  problem: problem("session/locked-here", { minutes: Math.max(1, Math.ceil(left / MINUTE)) }),
});

/**
 * Decides about one more try of an account from an address. Tries under way count as wrong, so that of many sent at
 * once no more reach the password check than may be wrong. Nothing here depends on whether the account exists.
 *
 * @example
 * decideTry({ now: 0, address: "203.0.113.9", tries: [], locks: [] }); // => { allowed: true }
 * decideTry({ now: 0, address: "203.0.113.9", tries: [], locks: [{ address: "*", until: null }] }); // => { allowed: false, problem: { code: "session/locked", params: {} } }
 */
export function decideTry({
  now,
  address,
  tries,
  locks,
}: {
  readonly now: number;
  readonly address: string;
  /** Of the account from anywhere, and of anyone from the address. */
  readonly tries: readonly SignInTry[];
  readonly locks: readonly SignInLock[];
}): TryDecision {
  const { here, account, address: slow } = tryRules;
  const inForce = locks.filter(({ until }) => until === null || until > now);
  if (inForce.some((lock) => lock.address === "*"))
    return { allowed: false, problem: problem("session/locked") };
  const own = inForce.find((lock) => lock.address === address);
  if (own !== undefined) return lockedHere((own.until ?? now) - now);
  const ofAccount = tries.filter(({ isOfAccount }) => isOfAccount);
  const fromHere = tries.filter((one) => one.address === address);
  if (count(ofAccount, now, account.within) >= account.tries)
    return { allowed: false, problem: problem("session/locked") };
  const ofAccountHere = ofAccount.filter((one) => one.address === address);
  if (count(ofAccountHere, now, here.within) >= here.tries) return lockedHere(here.locksFor);
  if (count(fromHere, now, slow.within) >= slow.tries) {
    const last = Math.max(...fromHere.map(({ at }) => at));
    const wait = last + slow.oneIn - now;
    if (wait > 0)
      return { allowed: false, problem: problem("session/slow", { seconds: Math.ceil(wait / SECOND) }) };
  }
  return { allowed: true };
}

/** A lock to be written. */
export type NewLock = SignInLock;

/**
 * The locks that follow once a try from the address has turned out wrong; the tries hold that one too.
 *
 * @example
 * const tries = [0, 1, 2, 3, 4].map((at) => ({ at, address: "203.0.113.9", isOfAccount: true }));
 * listNewLocks({ now: 4, address: "203.0.113.9", tries }); // => [{ address: "203.0.113.9", until: 1200004 }]
 */
export function listNewLocks({
  now,
  address,
  tries,
}: {
  readonly now: number;
  readonly address: string;
  readonly tries: readonly SignInTry[];
}): readonly NewLock[] {
  const { here, account } = tryRules;
  const ofAccount = tries.filter(({ isOfAccount }) => isOfAccount);
  const ofAccountHere = ofAccount.filter((one) => one.address === address);
  return [
    ...(count(ofAccountHere, now, here.within) >= here.tries
      ? [{ address, until: now + here.locksFor }]
      : []),
    ...(count(ofAccount, now, account.within) >= account.tries ? [{ address: "*", until: null }] : []),
  ];
}
