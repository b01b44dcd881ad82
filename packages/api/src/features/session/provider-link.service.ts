// Links of accounts to the outside identity provider, for those who manage accounts.
import type { Db } from "../../storage/database.js";
import { findLinked, findLinkOf, type ProviderLink, saveLink } from "./provider.repo.js";

/** As whom the provider knows the person; undefined where the account is not linked. */
export const getLinkOf = (db: Db, personId: string): Promise<ProviderLink | undefined> =>
  findLinkOf(db, personId);

/** Links the account; gives the account that has the subject already, and links nothing then. */
export async function linkAccount(
  db: Db,
  personId: string,
  link: ProviderLink,
  now: string,
): Promise<{ readonly takenBy: string | undefined }> {
  const taken = await findLinked(db, link);
  if (taken === undefined) await saveLink(db, personId, link, now);
  return { takenBy: taken?.username };
}

/** Takes the link away; gives what it was. */
export async function unlinkAccount(
  db: Db,
  personId: string,
  now: string,
): Promise<ProviderLink | undefined> {
  const link = await findLinkOf(db, personId);
  if (link !== undefined) await saveLink(db, personId, undefined, now);
  return link;
}
