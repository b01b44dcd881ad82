// Choosing a password: whether it will do, and storing it.
import {
  findPasswordFaults,
  type OperationArguments,
  ok,
  passwordPolicies,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import type { OpenCall } from "../../trpc/procedures.js";
import { savePassword } from "./credential.repo.js";
import { guardTry } from "./guard-try.service.js";
import { hashPassword, takeTurn, verifyPassword } from "./password-hash.js";
import { recordOwn } from "./record-own.js";
import { revokeSessions } from "./session.repo.js";
import { type Account, findAccount } from "./sign-in.repo.js";

/** A password that will do, hashed, and the hashes to be remembered behind it. */
export type ChosenPassword = { readonly hash: string; readonly earlier: readonly string[] };

const isAmong = async (hashes: readonly string[], password: string): Promise<boolean> => {
  for (const hash of hashes) if (await verifyPassword(hash, password)) return true;
  return false;
};

/** Hashes a password that somebody chooses, or says everything that is wrong with it. */
export async function choosePassword(
  deps: Deps,
  account: Pick<Account, "username" | "passwordHash" | "earlierHashes">,
  password: string,
): Promise<Result<ChosenPassword>> {
  const { passwordProfile: profile } = deps;
  const faults = findPasswordFaults({ password, username: account.username, profile });
  if (faults.length > 0) return refuseAll(faults);
  const { remembered } = passwordPolicies[profile];
  const known = account.passwordHash === null ? [] : [account.passwordHash, ...account.earlierHashes];
  const forbidden = known.slice(0, remembered);
  const answer = await takeTurn(async (): Promise<Result<ChosenPassword>> => {
    if (await isAmong(forbidden, password)) return refuse("session/password-used", { remembered });
    return ok({ hash: await hashPassword(password), earlier: known.slice(0, Math.max(0, remembered - 1)) });
  });
  return answer === "busy" ? refuse("session/busy") : answer;
}

/** Stores a chosen password and ends the other sessions of the person; returns how many. */
export async function storePassword(
  db: Db,
  {
    personId,
    chosen,
    except,
    now,
  }: {
    readonly personId: string;
    readonly chosen: ChosenPassword;
    /** The session that goes on. */
    readonly except?: string;
    readonly now: string;
  },
): Promise<number> {
  await savePassword(db, { personId, ...chosen, now });
  const kinds = ["web", "terminal"] as const;
  const others = except === undefined ? {} : { except };
  return revokeSessions(db, { personId, ...others, kinds, why: "password-changed", now });
}

/** Changes one's own password; the present one is asked first. */
export async function changePassword(
  call: OpenCall,
  { txId, current, next }: OperationArguments<"session.changePassword">,
): Promise<Result<{ ended: number }>> {
  const { actor, deps, db, now } = call;
  const account = actor === undefined ? undefined : await findAccount(db, actor.personId);
  if (actor === undefined || account === undefined) return refuse("access/signed-out");
  const operation = "session.changePassword";
  const tried = await guardTry(call, {
    operation,
    txId,
    username: account.username,
    wrong: "session/wrong-password",
    person: account,
    check: () => verifyPassword(account.passwordHash, current),
  });
  if (!tried.ok) return tried;
  const chosen = await choosePassword(deps, account, next);
  if (!chosen.ok) return chosen;
  return deps.database.transaction(async (tx) => {
    const ended = await storePassword(tx, {
      personId: account.id,
      chosen: chosen.value,
      except: actor.session.id,
      now,
    });
    await recordOwn(tx, call, { operation, txId, person: account, isProved: true, what: "password-changed" });
    return ok({ ended });
  });
}
