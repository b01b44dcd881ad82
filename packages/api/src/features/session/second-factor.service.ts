// Binding an authenticator to one's account, and taking it away again.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import type { Actor } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import type { OpenCall } from "../../trpc/procedures.js";
import {
  clearTotp,
  confirmTotpSecret,
  findCredential,
  saveRecoveryHashes,
  saveTotpSecret,
} from "./credential.repo.js";
import { guardTry } from "./guard-try.service.js";
import { verifyPassword } from "./password-hash.js";
import { recordOwn } from "./record-own.js";
import { createRecoveryCodes, hashRecoveryCode } from "./secret.js";
import { markSecondFactor, revokeSessions } from "./session.repo.js";
import { findAccount } from "./sign-in.repo.js";
import { createTotpSecret, spendTotpCode, verifyCode } from "./verify-code.service.js";

type OwnOperation = `session.${"beginTotp" | "confirmTotp" | "removeTotp" | "newRecoveryCodes"}`;

/** The password again, so that an unwatched screen is not enough. */
async function askPassword(
  call: OpenCall,
  actor: Actor,
  asked: { readonly operation: OwnOperation; readonly txId: string; readonly password: string },
): Promise<Result<true>> {
  const account = await findAccount(call.db, actor.personId);
  const hash = account?.passwordHash ?? null;
  return guardTry(call, {
    ...asked,
    username: actor.username,
    wrong: "session/wrong-password",
    person: account,
    check: () => verifyPassword(hash, asked.password),
  });
}

/** A code again. */
const askCode = (
  call: OpenCall,
  actor: Actor,
  asked: { readonly operation: OwnOperation; readonly txId: string; readonly code: string },
): Promise<Result<true>> =>
  guardTry(call, {
    ...asked,
    username: actor.username,
    wrong: "session/wrong-code",
    person: { id: actor.personId, name: actor.name },
    check: async () => (await verifyCode(call, actor.personId, asked.code)) !== undefined,
  });

const record = (
  db: Db,
  call: OpenCall,
  { personId, name }: Actor,
  entry: { readonly operation: OwnOperation; readonly txId: string; readonly what: string },
): Promise<void> => recordOwn(db, call, { ...entry, person: { id: personId, name }, isProved: true });

/** Makes a secret for an authenticator; it counts once a code of it was shown. */
export async function beginTotp(
  call: OpenCall,
  { txId, password }: OperationArguments<"session.beginTotp">,
): Promise<Result<OperationOutput<"session.beginTotp">>> {
  const { actor, deps, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const credential = await findCredential(call.db, actor.personId);
  if (credential?.totpConfirmedAt != null) return refuse("session/second-factor-on");
  const asked = await askPassword(call, actor, { operation: "session.beginTotp", txId, password });
  if (!asked.ok) return asked;
  const { secret, address, sealed } = createTotpSecret(call, actor.username);
  await deps.database.transaction(async (db) => {
    await saveTotpSecret(db, actor.personId, sealed, now);
    await record(db, call, actor, { operation: "session.beginTotp", txId, what: "second-factor-begun" });
  });
  return ok({ secret, address });
}

/** Confirms the authenticator by a code of it; this session has then shown it. */
export async function confirmTotp(
  call: OpenCall,
  { txId, code }: OperationArguments<"session.confirmTotp">,
): Promise<Result<OperationOutput<"session.confirmTotp">>> {
  const { actor, deps, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const credential = await findCredential(call.db, actor.personId);
  if (credential?.totpConfirmedAt != null) return refuse("session/second-factor-on");
  if (credential?.totpSecret == null) return refuse("session/second-factor-off");
  if (!(await spendTotpCode(call, actor.personId, code))) return refuse("session/wrong-code");
  const codes = createRecoveryCodes();
  const { personId, session } = actor;
  await deps.database.transaction(async (db) => {
    const recoveryHashes = codes.map((one) => hashRecoveryCode(personId, one));
    await confirmTotpSecret(db, { personId, recoveryHashes, now });
    await markSecondFactor(db, session.id, now);
    // Sessions that were begun without it do not go on without it.
    const kinds = ["web", "terminal"] as const;
    await revokeSessions(db, { personId, except: session.id, kinds, why: "second-factor", now });
    await record(db, call, actor, { operation: "session.confirmTotp", txId, what: "second-factor-on" });
  });
  return ok({ recoveryCodes: [...codes] });
}

/** Takes the authenticator away; an administrator's stays. */
export async function removeTotp(
  call: OpenCall,
  { txId, password, code }: OperationArguments<"session.removeTotp">,
): Promise<Result<{ done: true }>> {
  const { actor, deps, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const account = await findAccount(call.db, actor.personId);
  if (account?.hasSecondFactor !== true) return refuse("session/second-factor-off");
  if (account.kind === "administrator") return refuse("session/second-factor-kept");
  const operation = "session.removeTotp";
  const asked = await askPassword(call, actor, { operation, txId, password });
  if (!asked.ok) return asked;
  const shown = await askCode(call, actor, { operation, txId, code });
  if (!shown.ok) return shown;
  await deps.database.transaction(async (db) => {
    await clearTotp(db, actor.personId, now);
    await record(db, call, actor, { operation, txId, what: "second-factor-off" });
  });
  return ok({ done: true });
}

/** New recovery codes; the old ones are worth nothing from then on. */
export async function renewRecoveryCodes(
  call: OpenCall,
  { txId, code }: OperationArguments<"session.newRecoveryCodes">,
): Promise<Result<OperationOutput<"session.newRecoveryCodes">>> {
  const { actor, deps, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  const { personId } = actor;
  const credential = await findCredential(call.db, personId);
  if (credential?.totpConfirmedAt == null) return refuse("session/second-factor-off");
  const operation = "session.newRecoveryCodes";
  const shown = await askCode(call, actor, { operation, txId, code });
  if (!shown.ok) return shown;
  const codes = createRecoveryCodes();
  await deps.database.transaction(async (db) => {
    const hashes = codes.map((one) => hashRecoveryCode(personId, one));
    await saveRecoveryHashes(db, personId, hashes, now);
    await record(db, call, actor, { operation, txId, what: "recovery-codes-renewed" });
  });
  return ok({ recoveryCodes: [...codes] });
}

/** Takes a person's authenticator away for them (a lost phone) and ends their sessions. */
export async function resetSecondFactor(db: Db, personId: string, now: string): Promise<void> {
  await clearTotp(db, personId, now);
  await revokeSessions(db, { personId, why: "second-factor-reset", now });
}
