// API keys: a token that may ask a few operations of its owner's, until a day. They never show or export sensitive fields
// and never do what is the administrators' alone, because that asks for a second factor, which a key cannot show.
import {
  addDays,
  daysBetween,
  mayKeyAsk,
  type OperationArguments,
  type OperationId,
  type OperationOutput,
  ok,
  operations,
  type Result,
  refuse,
} from "@shian/domain";
import type { OpenCall } from "../../trpc/procedures.js";
import { recordOwn } from "./record-own.js";
import { createToken, hashToken } from "./secret.js";
import {
  findSessionById,
  insertKeyOnce,
  listKeys,
  revokeSessions,
  type SessionRecord,
} from "./session.repo.js";
import { findAccount } from "./sign-in.repo.js";

const MOST_DAYS = 366;
type KeyRow = OperationOutput<"key.list">["rows"][number];

const toKeyRow = (record: SessionRecord): KeyRow => ({
  id: record.id,
  name: record.name ?? "",
  scope: [...(record.scope ?? [])],
  createdAt: record.createdAt,
  seenAt: record.seenAt === record.createdAt ? null : record.seenAt,
  endsAt: record.endsAt,
  revokedAt: record.revokedAt,
});

/** An operation that no key may cover, if one is asked for. */
const findUncovered = (scope: readonly string[]): string | undefined =>
  scope.find((id) => !Object.hasOwn(operations, id) || !mayKeyAsk(id, operations[id as OperationId]));

/** Makes a key; its token is in this answer alone. */
export async function createKey(
  call: OpenCall,
  { txId, name, scope, lastDay }: OperationArguments<"key.create">,
): Promise<Result<OperationOutput<"key.create">>> {
  const { actor, deps, db, now, today, address, agent } = call;
  if (actor === undefined) return refuse("access/signed-out");
  if (actor.session.kind === "key") return refuse("session/key-of-person");
  const account = await findAccount(db, actor.personId);
  const needsFactor = account?.hasSecondFactor === true || account?.kind === "administrator";
  if (needsFactor && actor.session.secondFactorAt === null) return refuse("access/second-factor");
  const uncovered = findUncovered(scope);
  if (uncovered !== undefined) return refuse("session/key-operation", { operation: uncovered });
  if (lastDay < today || daysBetween(today, lastDay) > MOST_DAYS) return refuse("session/key-too-long");
  const token = createToken();
  const record: SessionRecord = {
    tokenHash: hashToken(token),
    id: deps.newId(),
    personId: actor.personId,
    kind: "key",
    method: null,
    name,
    scope: [...new Set(scope)].sort(),
    address,
    agent,
    secondFactorAt: null,
    createdAt: now,
    seenAt: now,
    idleMinutes: null,
    endsAt: new Date(`${addDays(lastDay, 1)}T00:00:00+08:00`).toISOString(),
    revokedAt: null,
    revokedWhy: null,
  };
  return deps.database.transaction(async (tx): Promise<Result<OperationOutput<"key.create">>> => {
    // Once for each id. The answer is not kept, because it holds the token: whoever lost it makes another key.
    if (!(await insertKeyOnce(tx, record, txId))) return refuse("request/reused-transaction");
    await recordOwn(tx, call, {
      operation: "key.create",
      txId,
      person: { id: actor.personId, name: actor.name },
      isProved: true,
      what: "key-created",
      note: { key: record.id, name, scope: (record.scope ?? []).join(" "), lastDay },
    });
    return ok({ key: toKeyRow(record), token });
  });
}

/** The keys of the person who asks. */
export async function listOwnKeys({ actor, db }: OpenCall): Promise<Result<OperationOutput<"key.list">>> {
  if (actor === undefined) return refuse("access/signed-out");
  return ok({ rows: (await listKeys(db, actor.personId)).map(toKeyRow) });
}

/** Ends a key of the person who asks. */
export async function revokeOwnKey(
  call: OpenCall,
  { txId, id }: OperationArguments<"key.revoke">,
): Promise<Result<{ done: true }>> {
  const { actor, deps, db, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const { personId } = actor;
  if ((await findSessionById(db, personId, id))?.kind !== "key") return refuse("request/not-found", { id });
  await deps.database.transaction(async (tx) => {
    await revokeSessions(tx, { personId, id, kinds: ["key"], why: "revoked", now });
    await recordOwn(tx, call, {
      operation: "key.revoke",
      txId,
      person: { id: personId, name: actor.name },
      isProved: true,
      what: "key-revoked",
      note: { key: id },
    });
  });
  return ok({ done: true });
}
