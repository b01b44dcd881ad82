// Signing in: by password, and then by authenticator where one is bound.
import {
  findPasswordEnd,
  type OperationArguments,
  ok,
  type Result,
  refuse,
  type SignInAnswer,
} from "@shian/domain";
import type { Db } from "../../storage/database.js";
import type { OpenCall } from "../../trpc/procedures.js";
import { replaceHash } from "./credential.repo.js";
import { guardTry } from "./guard-try.service.js";
import { CHALLENGE_MS, findChallenge, insertChallenge, spendChallenge } from "./one-time.repo.js";
import { openSession, type SignInMethod } from "./open-session.service.js";
import { hashPassword, isOutdated, verifyPassword } from "./password-hash.js";
import { recordOwn } from "./record-own.js";
import { createToken, hashToken } from "./secret.js";
import { revokeSessions } from "./session.repo.js";
import { type Account, findAccount, findAccountByName } from "./sign-in.repo.js";
import { verifyCode } from "./verify-code.service.js";

/** How an answer carries the session. */
type Carry = OperationArguments<"session.begin">["carry"];

type Proved = {
  readonly account: Account;
  readonly carry: Carry;
  readonly method: SignInMethod;
  readonly operation: string;
  readonly txId: string;
  readonly secondFactorAt: string | null;
  readonly note?: Readonly<Record<string, string>>;
};

/** A session for somebody who has proved who they are: in a cookie, or in the answer. */
export async function enter(db: Db, call: OpenCall, proved: Proved): Promise<SignInAnswer> {
  const { account, carry, method, operation, txId, secondFactorAt, note } = proved;
  const { deps, now, address, agent, actor } = call;
  // The browser keeps one session: the one that it came with would go on where nobody sees it.
  if (carry === "cookie" && actor?.session.kind === "web") {
    const person = { id: actor.personId, name: actor.name };
    await revokeSessions(db, { personId: person.id, id: actor.session.id, why: "replaced", now });
    await recordOwn(db, call, { operation, txId, person, isProved: true, what: "signed-out" });
  }
  const { token, endsAt } = await openSession(db, deps, {
    person: account,
    kind: carry === "cookie" ? "web" : "terminal",
    method,
    name: null,
    address,
    agent,
    secondFactorAt,
    now,
  });
  await recordOwn(db, call, {
    operation,
    txId,
    person: account,
    isProved: true,
    what: "signed-in",
    ...(note === undefined ? {} : { note }),
  });
  if (carry === "cookie") call.carrier.carry(token, endsAt);
  const end = findPasswordEnd({ changedAt: account.passwordChangedAt, profile: deps.passwordProfile });
  return {
    state: end !== undefined && end <= now && method !== "provider" ? "password-due" : "signed-in",
    token: carry === "cookie" ? null : token,
    endsAt,
  };
}

/** What follows the first proof: a session, or the second factor where one is bound. */
export async function proceed(
  db: Db,
  call: OpenCall,
  proved: Omit<Proved, "secondFactorAt" | "note">,
): Promise<SignInAnswer> {
  const { account, carry, method } = proved;
  if (!account.hasSecondFactor)
    return enter(db, call, {
      ...proved,
      secondFactorAt: null,
      ...(method === "provider" ? { note: { by: method } } : {}),
    });
  const challenge = createToken();
  const endsAt = new Date(Date.parse(call.now) + CHALLENGE_MS).toISOString();
  await insertChallenge(db, {
    tokenHash: hashToken(challenge),
    personId: account.id,
    method,
    carry,
    address: call.address,
    tries: 0,
    endsAt,
    isUsed: false,
  });
  return { state: "second-factor" as const, challenge, endsAt };
}

/** The first step: user name and password. */
export async function beginSession(
  call: OpenCall,
  { txId, username, password, carry }: OperationArguments<"session.begin">,
): Promise<Result<SignInAnswer>> {
  const { deps } = call;
  const account = await findAccountByName(call.db, username.trim().toLowerCase());
  const hash = account?.state === "enabled" ? account.passwordHash : null;
  const tried = await guardTry(call, {
    operation: "session.begin",
    txId,
    username,
    wrong: "session/wrong",
    person: account,
    check: () => verifyPassword(hash, password),
  });
  if (!tried.ok) return tried;
  if (account === undefined || hash === null) throw new Error("a password was right that nobody has");
  const rehashed = isOutdated(hash) ? await hashPassword(password) : undefined;
  return deps.database.transaction(async (db) => {
    if (rehashed !== undefined) await replaceHash(db, account.id, hash, rehashed);
    return ok(
      await proceed(db, call, { account, carry, method: "password", operation: "session.begin", txId }),
    );
  });
}

/** The second step: a code of the authenticator, or a recovery code. */
export async function showSecondFactor(
  call: OpenCall,
  { txId, challenge, code }: OperationArguments<"session.secondFactor">,
): Promise<Result<SignInAnswer>> {
  const { deps, db, now, address } = call;
  const tokenHash = hashToken(challenge);
  const open = await findChallenge(db, tokenHash, now);
  const account = open === undefined ? undefined : await findAccount(db, open.personId);
  if (open === undefined || account?.state !== "enabled" || open.address !== address)
    return refuse("session/challenge-ended");
  let kind: "code" | "recovery-code" | undefined;
  const tried = await guardTry(call, {
    operation: "session.secondFactor",
    txId,
    username: account.username,
    wrong: "session/wrong-code",
    person: account,
    check: async () => {
      kind = await verifyCode(call, account.id, code);
      return kind !== undefined;
    },
  });
  if (!tried.ok) return tried;
  return deps.database.transaction(async (tx) => {
    if (!(await spendChallenge(tx, tokenHash))) return refuse("session/challenge-ended");
    const carry = open.carry === "cookie" ? "cookie" : "token";
    return ok(
      await enter(tx, call, {
        account,
        carry,
        method: open.method === "provider" ? "provider" : "password",
        operation: "session.secondFactor",
        txId,
        secondFactorAt: now,
        note: { by: kind ?? "", ...(open.method === "provider" ? { first: "provider" } : {}) },
      }),
    );
  });
}
