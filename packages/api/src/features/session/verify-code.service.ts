// Codes of an authenticator (RFC 6238) and recovery codes; each works once.
import { Secret, TOTP } from "otpauth";
import type { Call } from "../../deps.js";
import { findCredential, spendRecoveryHash, spendStep } from "./credential.repo.js";
import { hashRecoveryCode } from "./secret.js";

const PERIOD_SECONDS = 30;
/** Clocks of phones go wrong: the step before and the one after are taken too. */
const WINDOW_STEPS = 1;
/** Field that an authenticator's secret is sealed for. */
const SEALED_AS = "credential.totp_secret";

const createTotp = (secret: Secret, username = ""): TOTP =>
  new TOTP({ issuer: "食安", label: username, secret, period: PERIOD_SECONDS, digits: 6, algorithm: "SHA1" });

/** A new secret of 160 bits: to be shown, as an address to be scanned, and sealed to be kept. */
export function createTotpSecret(
  { deps }: Call,
  username: string,
): { readonly secret: string; readonly address: string; readonly sealed: string } {
  const secret = new Secret({ size: 20 });
  return {
    secret: secret.base32,
    address: createTotp(secret, username).toString(),
    sealed: deps.keyring.seal(secret.base32, SEALED_AS),
  };
}

/** The time step that the code is of; undefined when it is of none near now. */
function findStep(base32: string, code: string, now: number): number | undefined {
  const totp = createTotp(Secret.fromBase32(base32));
  const delta = totp.validate({ token: code.replace(/\s/g, ""), timestamp: now, window: WINDOW_STEPS });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}

/** Whether the code is right for the person's authenticator, confirmed or not; it is used up by that. */
export async function spendTotpCode(call: Call, personId: string, code: string): Promise<boolean> {
  const { deps, now } = call;
  return deps.database.transaction(async (db) => {
    const credential = await findCredential(db, personId);
    if (credential?.totpSecret === null || credential === undefined) return false;
    const step = findStep(deps.keyring.unseal(credential.totpSecret, SEALED_AS), code, Date.parse(now));
    return step !== undefined && (await spendStep(db, personId, step));
  });
}

/** What the code is, used up by that; undefined when it is wrong or was used before. */
export async function verifyCode(
  call: Call,
  personId: string,
  code: string,
): Promise<"code" | "recovery-code" | undefined> {
  if (/^\s*\d{3}\s*\d{3}\s*$/.test(code))
    return (await spendTotpCode(call, personId, code)) ? "code" : undefined;
  const hash = hashRecoveryCode(personId, code);
  const isRight = await call.deps.database.transaction((db) => spendRecoveryHash(db, personId, hash));
  return isRight ? "recovery-code" : undefined;
}
