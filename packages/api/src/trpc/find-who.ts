// Whose token it is, and what they were granted.
import type { Asker } from "@shian/domain";
import type { Deps } from "../deps.js";
import { completeAsker } from "../features/people/find-grants.repo.js";
import { type FoundSession, findSession } from "../features/session/find-session.repo.js";

/** A person with a session in force, and their grants and stand-ins of any day. */
export type Who = FoundSession & { readonly asker: Asker };

/** Whoever holds the token now; undefined when it opens nothing (any more). */
export async function findWho(deps: Deps, token: string | undefined): Promise<Who | undefined> {
  if (token === undefined) return undefined;
  const { db } = deps.database;
  const found = await findSession(db, token, deps.clock().toISOString(), deps.passwordProfile);
  return found === undefined ? undefined : { ...found, asker: await completeAsker(db, found.grants) };
}

/** `findWho`, asked once. */
export function rememberWho(deps: Deps, token: string | undefined): () => Promise<Who | undefined> {
  let asked: Promise<Who | undefined> | undefined;
  return () => {
    asked ??= findWho(deps, token);
    return asked;
  };
}
