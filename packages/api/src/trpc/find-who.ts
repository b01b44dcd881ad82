// Whose token it is, and what they were granted.
import type { Deps } from "../deps.js";
import { type FoundSession, findSession } from "../features/session/find-session.repo.js";

/** A person with a session in force, and their grants and stand-ins of any day. */
export type Who = FoundSession;

/** Whoever holds the token now; undefined when it opens nothing (any more). */
export const findWho = async (deps: Deps, token: string | undefined): Promise<Who | undefined> =>
  token === undefined
    ? undefined
    : findSession(deps.database.db, token, deps.clock().toISOString(), deps.passwordProfile);

/** `findWho`, asked once. */
export function rememberWho(deps: Deps, token: string | undefined): () => Promise<Who | undefined> {
  let asked: Promise<Who | undefined> | undefined;
  return () => {
    asked ??= findWho(deps, token);
    return asked;
  };
}
