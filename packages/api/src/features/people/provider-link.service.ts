// Who of the outside identity provider is whom here. The system administrator says so, as with passwords; nobody from
// outside gets an account by being known there.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { revokeSessionsOf } from "../session/open-session.service.js";
import { getLinkOf, linkAccount, unlinkAccount } from "../session/provider-link.service.js";
import { lockGrants } from "./grant.repo.js";
import { findPerson } from "./people.repo.js";

/** Links an account to a subject of the configured provider; each subject to one account at most. */
export async function linkProvider(
  call: ChangeCall,
  { id, subject, reason }: OperationArguments<"people.linkProvider">,
): Promise<Result<OperationOutput<"people.linkProvider">>> {
  const { provider } = call.deps;
  if (provider === undefined) return refuse("session/provider-absent");
  // Two who link one subject at once are told apart here, not by the unique index.
  await lockGrants(call.db);
  const person = await findPerson(call.db, id);
  if (person === undefined) return refuse("request/not-found", { id });
  if (id === call.actor?.personId) return refuse("person/oneself");
  if (person.state === "disabled") return refuse("grant/person-disabled");
  if ((await getLinkOf(call.db, id)) !== undefined) return refuse("person/linked-already");
  const link = { issuer: provider.issuer, subject };
  const { takenBy } = await linkAccount(call.db, id, link, call.now);
  if (takenBy !== undefined) return refuse("person/subject-taken", { username: takenBy });
  call.record({
    objectKind: "person",
    objectId: id,
    what: "provider-linked",
    fields: [
      { field: "issuer", before: null, after: link.issuer },
      { field: "subject", before: null, after: link.subject },
      { field: "reason", before: null, after: reason },
    ],
  });
  return ok({ id });
}

/** Takes the link away and ends every session, since one of them may have been begun by it. */
export async function unlinkProvider(
  call: ChangeCall,
  { id, reason }: OperationArguments<"people.unlinkProvider">,
): Promise<Result<OperationOutput<"people.unlinkProvider">>> {
  const person = await findPerson(call.db, id);
  if (person === undefined) return refuse("request/not-found", { id });
  const link = await unlinkAccount(call.db, id, call.now);
  if (link === undefined) return refuse("person/not-linked");
  const ended = await revokeSessionsOf(call.db, id, "provider unlinked", call.now);
  call.record({
    objectKind: "person",
    objectId: id,
    what: "provider-unlinked",
    fields: [
      { field: "issuer", before: link.issuer, after: null },
      { field: "subject", before: link.subject, after: null },
      { field: "reason", before: null, after: reason },
    ],
  });
  return ok({ id, ended });
}
