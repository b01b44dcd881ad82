// Signing a terminal in from the web (RFC 8628): the terminal shows a short code, its owner types it in the browser.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import type { OpenCall } from "../../trpc/procedures.js";
import {
  countWaiting,
  findWaitingDevice,
  holdDeviceCode,
  insertDeviceCode,
  markPolled,
  moveDeviceCode,
} from "./one-time.repo.js";
import { openSession } from "./open-session.service.js";
import { recordOwn } from "./record-own.js";
import { createToken, createUserCode, foldUserCode, hashToken } from "./secret.js";
import { findAccount } from "./sign-in.repo.js";

const ENDS_AFTER_MS = 10 * 60_000;
const INTERVAL_SECONDS = 5;
/** More waiting terminals than this from one address is nobody's office. */
const MOST_WAITING = 30;
const PATH = "/device";

type PollAnswer = OperationOutput<"device.poll">;

/** A code for a terminal that wants to be signed in. */
export async function beginDevice(
  call: OpenCall,
  { name }: OperationArguments<"device.begin">,
): Promise<Result<OperationOutput<"device.begin">>> {
  const { deps, now, address } = call;
  const deviceCode = createToken();
  const userCode = createUserCode();
  const endsAt = new Date(Date.parse(now) + ENDS_AFTER_MS).toISOString();
  return deps.database.transaction(async (db) => {
    if ((await countWaiting(db, address, now)) >= MOST_WAITING)
      return refuse("session/slow", { seconds: INTERVAL_SECONDS });
    await insertDeviceCode(db, {
      deviceHash: hashToken(deviceCode),
      userCode,
      agent: name,
      address,
      personId: null,
      method: null,
      state: "waiting",
      createdAt: now,
      polledAt: null,
      endsAt,
    });
    return ok({ deviceCode, userCode, path: PATH, interval: INTERVAL_SECONDS, endsAt });
  });
}

/** The terminal asks whether its owner has confirmed it; its token is in the first answer that says so. */
export async function pollDevice(
  call: OpenCall,
  { txId, deviceCode }: OperationArguments<"device.poll">,
): Promise<Result<PollAnswer>> {
  const { deps, now, address, agent } = call;
  const deviceHash = hashToken(deviceCode);
  return deps.database.transaction(async (db): Promise<Result<PollAnswer>> => {
    const device = await holdDeviceCode(db, deviceHash, now);
    if (device === undefined || device.state === "used") return refuse("session/device-ended");
    const { polledAt, state, personId } = device;
    await markPolled(db, deviceHash, now);
    if (state === "refused") return ok({ state: "refused" });
    if (state === "waiting" || personId === null) {
      const isEarly =
        polledAt !== null && Date.parse(now) - Date.parse(polledAt) < (INTERVAL_SECONDS - 1) * 1000;
      return ok({
        state: isEarly ? "slow-down" : "waiting",
        interval: isEarly ? INTERVAL_SECONDS * 2 : INTERVAL_SECONDS,
      });
    }
    await moveDeviceCode(db, deviceHash, "approved", { state: "used" });
    const account = await findAccount(db, personId);
    if (account?.state !== "enabled") return refuse("session/device-ended");
    const { token, endsAt } = await openSession(db, deps, {
      person: account,
      kind: "terminal",
      method: device.method,
      name: device.agent,
      address,
      agent,
      // Who confirmed it had shown the second factor if they have one (see `confirmDevice`).
      secondFactorAt: account.hasSecondFactor || deps.mode === "demo" ? now : null,
      now,
    });
    await recordOwn(db, call, {
      operation: "device.poll",
      txId,
      person: account,
      isProved: true,
      what: "signed-in",
      note: { terminal: device.agent },
    });
    return ok({ state: "signed-in", token, endsAt });
  });
}

/** What the terminal with the code says of itself, to be looked at before it is confirmed. */
export async function openDevice(
  { db, now, actor }: OpenCall,
  { userCode }: OperationArguments<"device.open">,
): Promise<Result<OperationOutput<"device.open">>> {
  if (actor === undefined) return refuse("access/signed-out");
  const device = await findWaitingDevice(db, foldUserCode(userCode), now);
  if (device === undefined) return refuse("session/device-ended");
  const { agent: name, address, createdAt, endsAt } = device;
  return ok({ name, address, createdAt, endsAt });
}

/** Signs the terminal in as oneself, or refuses it. */
export async function confirmDevice(
  call: OpenCall,
  { txId, userCode, approve }: OperationArguments<"device.confirm">,
): Promise<Result<{ done: true }>> {
  const { actor, deps, db, now } = call;
  if (actor === undefined) return refuse("access/signed-out");
  if (actor.session.kind === "key") return refuse("session/key-of-person");
  const account = await findAccount(db, actor.personId);
  if (account?.hasSecondFactor === true && actor.session.secondFactorAt === null)
    return refuse("access/second-factor");
  return deps.database.transaction(async (tx) => {
    const device = await findWaitingDevice(tx, foldUserCode(userCode), now);
    if (device === undefined) return refuse("session/device-ended");
    const to = {
      state: approve ? "approved" : "refused",
      personId: actor.personId,
      method: actor.session.method,
    };
    if (!(await moveDeviceCode(tx, device.deviceHash, "waiting", to))) return refuse("session/device-ended");
    await recordOwn(tx, call, {
      operation: "device.confirm",
      txId,
      person: { id: actor.personId, name: actor.name },
      isProved: true,
      what: approve ? "terminal-confirmed" : "terminal-refused",
      note: { terminal: device.agent, from: device.address },
    });
    return ok({ done: true });
  });
}
