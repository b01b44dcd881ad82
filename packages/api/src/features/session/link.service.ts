// One-time links: the first set-up, and a person's first or new password.
import {
  type LinkPurpose,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import type { OpenCall } from "../../trpc/procedures.js";
import { closeLinks, findLink, insertLink, spendLink } from "./one-time.repo.js";
import { recordOwn } from "./record-own.js";
import { createToken, hashToken } from "./secret.js";
import { choosePassword, storePassword } from "./set-password.service.js";
import { isSetUp } from "./set-up.repo.js";
import { findAccount } from "./sign-in.repo.js";

const HOUR_MS = 3_600_000;
const hoursOf: { readonly [P in LinkPurpose]: number } = { "set-up": 2, password: 24 };

/** A link that was just made; its token is shown once. */
export type MadeLink = { readonly token: string; readonly endsAt: string };

/** Makes a link, and earlier ones for the same useless. */
export async function createLink(
  db: Db,
  {
    purpose,
    personId,
    createdBy,
    now,
  }: {
    readonly purpose: LinkPurpose;
    readonly personId: string | null;
    readonly createdBy: string | null;
    readonly now: string;
  },
): Promise<MadeLink> {
  await closeLinks(db, purpose, personId, now);
  const token = createToken();
  const endsAt = new Date(Date.parse(now) + hoursOf[purpose] * HOUR_MS).toISOString();
  await insertLink(db, {
    tokenHash: hashToken(token),
    purpose,
    personId,
    createdBy,
    createdAt: now,
    endsAt,
    usedAt: null,
  });
  return { token, endsAt };
}

/** A new set-up link for an office that has nobody yet; undefined once it has, and in demonstration mode. */
export async function ensureSetupLink(deps: Deps): Promise<MadeLink | undefined> {
  if (deps.mode !== "office") return undefined;
  const now = deps.clock().toISOString();
  return deps.database.transaction(async (db) =>
    (await isSetUp(db))
      ? undefined
      : createLink(db, { purpose: "set-up", personId: null, createdBy: null, now }),
  );
}

/** Makes a person's unused links useless. */
export const closePasswordLinks = (db: Db, personId: string, now: string): Promise<void> =>
  closeLinks(db, "password", personId, now);

/** What a link is for, without using it. */
export async function openLink(
  { db, now }: OpenCall,
  { token }: OperationArguments<"session.openLink">,
): Promise<Result<OperationOutput<"session.openLink">>> {
  const link = await findLink(db, hashToken(token), now);
  if (link === undefined) return refuse("session/link-ended");
  const { endsAt, personId } = link;
  if (personId === null) return ok({ purpose: "set-up", name: null, username: null, endsAt });
  const account = await findAccount(db, personId);
  if (account?.state !== "enabled") return refuse("session/link-ended");
  return ok({ purpose: "password", name: account.name, username: account.username, endsAt });
}

/** Sets the password of the person whom the link was made for. */
export async function spendPasswordLink(
  call: OpenCall,
  { txId, token, password }: OperationArguments<"session.useLink">,
): Promise<Result<OperationOutput<"session.useLink">>> {
  const { deps, db, now } = call;
  const tokenHash = hashToken(token);
  const link = await findLink(db, tokenHash, now);
  const { personId = null } = link ?? {};
  const account = personId === null ? undefined : await findAccount(db, personId);
  if (link?.purpose !== "password" || account?.state !== "enabled") return refuse("session/link-ended");
  const chosen = await choosePassword(deps, account, password);
  if (!chosen.ok) return chosen;
  return deps.database.transaction(async (tx) => {
    if (!(await spendLink(tx, tokenHash, now))) return refuse("session/link-ended");
    await storePassword(tx, { personId: account.id, chosen: chosen.value, now });
    await recordOwn(tx, call, {
      operation: "session.useLink",
      txId,
      person: account,
      isProved: true,
      what: "password-set",
    });
    return ok({ username: account.username });
  });
}
