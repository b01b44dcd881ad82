// One try to prove who one is: let through or not, checked, and kept when it was wrong (bar S3). A try counts as wrong
// from the moment it is let through until it was right; so of a hundred sent at once five reach the check, and the
// database is not held while a password is being checked.
import { decideTry, listNewLocks, ok, type Result, refuse, refuseAll, tryRules } from "@shian/domain";
import type { Call } from "../../deps.js";
import { takeTurn } from "./password-hash.js";
import { recordOwn } from "./record-own.js";
import { hashUsername } from "./secret.js";
import { deleteTry, insertLock, insertTry, listLocks, listTries, lockTries } from "./sign-in.repo.js";

export type Tried = {
  readonly operation: string;
  readonly txId: string;
  /** As it was typed, or that of the person who is known by now. */
  readonly username: string;
  /** What refuses a wrong try. */
  readonly wrong: "session/wrong" | "session/wrong-code" | "session/wrong-password";
  readonly person: { readonly id: string; readonly name: string } | undefined;
  readonly check: () => Promise<boolean>;
};

type Question = { readonly usernameHash: string; readonly address: string; readonly since: string };

async function beginTry(call: Call, question: Question): Promise<Result<number>> {
  const { usernameHash, address } = question;
  return call.deps.database.transaction(async (db) => {
    await lockTries(db, usernameHash, address);
    const decision = decideTry({
      now: Date.parse(call.now),
      address,
      tries: await listTries(db, question),
      locks: await listLocks(db, usernameHash),
    });
    if (!decision.allowed) return refuseAll([decision.problem]);
    return ok(await insertTry(db, { usernameHash, address, at: call.now }));
  });
}

async function keepWrong(call: Call, question: Question, tried: Tried): Promise<void> {
  const { usernameHash, address } = question;
  await call.deps.database.transaction(async (db) => {
    await lockTries(db, usernameHash, address);
    const tries = await listTries(db, question);
    const locks = listNewLocks({ now: Date.parse(call.now), address, tries });
    for (const lock of locks) {
      const until = lock.until === null ? null : new Date(lock.until).toISOString();
      await insertLock(db, { usernameHash, address: lock.address, at: call.now, until });
    }
    await recordOwn(db, call, {
      ...tried,
      isProved: false,
      what: "sign-in-failed",
      standsFor: usernameHash.slice(0, 16),
      note: {
        reason: tried.wrong,
        ...(locks.length === 0
          ? {}
          : { locked: locks.some((lock) => lock.address === "*") ? "everywhere" : "from this address" }),
      },
    });
  });
}

/** Whether the try was let through and right. Nothing in answer or work tells whether the account exists. */
export async function guardTry(call: Call, tried: Tried): Promise<Result<true>> {
  const { address } = call;
  const usernameHash = hashUsername(tried.username);
  const since = new Date(Date.parse(call.now) - tryRules.account.within).toISOString();
  const question = { usernameHash, address, since };
  const answer = await takeTurn(async (): Promise<Result<true>> => {
    const begun = await beginTry(call, question);
    if (!begun.ok) return begun;
    if (await tried.check()) {
      await call.deps.database.transaction((db) => deleteTry(db, begun.value));
      return ok(true);
    }
    await keepWrong(call, question, tried);
    return refuse(tried.wrong);
  });
  return answer === "busy" ? refuse("session/busy") : answer;
}
