// Makes sessions, and ends them.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import type { Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import type { OpenCall } from "../../trpc/procedures.js";
import { closeHalfProved } from "./one-time.repo.js";
import { recordOwn } from "./record-own.js";
import { createToken, hashToken } from "./secret.js";
import { insertSession, listSessions, revokeSessions } from "./session.repo.js";

const HOUR_MS = 3_600_000;
/** S4: a session ends after so long whatever happens. */
const ABSOLUTE_HOURS = 12;
/** S4: and after so long without a request. */
const idleMinutes = { administrator: 15, staff: 30 } as const;

/** How the owner of a session proved who they are; a terminal goes by who confirmed it. */
export type SignInMethod = "password" | "provider" | "demonstration";

export type NewSession = {
  readonly person: { readonly id: string; readonly kind: string };
  readonly kind: "web" | "terminal";
  readonly method: string | null;
  readonly name: string | null;
  readonly address: string;
  readonly agent: string;
  readonly secondFactorAt: string | null;
  readonly now: string;
};

/** A session of the person and its token, which only the answer holds. */
export async function openSession(
  db: Db,
  deps: Deps,
  { person, kind, method, name, address, agent, secondFactorAt, now }: NewSession,
): Promise<{ readonly token: string; readonly endsAt: string; readonly id: string }> {
  const token = createToken();
  const id = deps.newId();
  const endsAt = new Date(Date.parse(now) + ABSOLUTE_HOURS * HOUR_MS).toISOString();
  await insertSession(db, {
    tokenHash: hashToken(token),
    id,
    personId: person.id,
    kind,
    method,
    name,
    scope: null,
    address,
    agent,
    secondFactorAt,
    createdAt: now,
    seenAt: now,
    idleMinutes: person.kind === "administrator" ? idleMinutes.administrator : idleMinutes.staff,
    endsAt,
    revokedAt: null,
    revokedWhy: null,
  });
  return { token, endsAt, id };
}

/** Ends every session and key of a person from the next request on; returns how many were in force. */
export const revokeSessionsOf = (db: Db, personId: string, why: string, now: string): Promise<number> =>
  revokeSessions(db, { personId, why, now });

/** Signs out: ends the session of this call, if there is one, and takes the cookie back. */
export async function endSession(
  call: OpenCall,
  { txId }: OperationArguments<"session.end">,
): Promise<Result<{ done: true }>> {
  const { actor, deps, now } = call;
  if (actor !== undefined)
    await deps.database.transaction(async (db) => {
      await revokeSessions(db, { personId: actor.personId, id: actor.session.id, why: "signed-out", now });
      await recordOwn(db, call, {
        operation: "session.end",
        txId,
        person: { id: actor.personId, name: actor.name },
        isProved: true,
        what: "signed-out",
      });
    });
  call.carrier.drop();
  return ok({ done: true });
}

/** The sessions of the person who asks. */
export async function listOwnSessions(call: OpenCall): Promise<Result<OperationOutput<"session.list">>> {
  const { actor, db, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const rows = await listSessions(db, actor.personId, now);
  return ok({
    rows: rows.map(({ id, kind, name, address, agent, createdAt, seenAt, endsAt }) => ({
      id,
      kind: kind === "terminal" ? "terminal" : "web",
      name,
      address,
      agent,
      createdAt,
      seenAt,
      endsAt,
      current: id === actor.session.id,
    })),
  });
}

/** Ends one session of the person who asks, or all but this one. */
export async function revokeOwnSession(
  call: OpenCall,
  { txId, id }: OperationArguments<"session.revoke">,
): Promise<Result<{ ended: number }>> {
  const { actor, deps, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const which = id === "others" ? { except: actor.session.id } : { id };
  const ended = await deps.database.transaction(async (db) => {
    const { personId, name } = actor;
    const kinds = ["web", "terminal"] as const;
    const count = await revokeSessions(db, { personId, ...which, kinds, why: "revoked", now });
    // The session that ends may be a thief's, who confirmed a terminal by it.
    await closeHalfProved(db, personId);
    await recordOwn(db, call, {
      operation: "session.revoke",
      txId,
      person: { id: personId, name },
      isProved: true,
      what: "sessions-ended",
      note: { ended: String(count) },
    });
    return count;
  });
  return ended === 0 && id !== "others" ? refuse("request/not-found", { id }) : ok({ ended });
}
