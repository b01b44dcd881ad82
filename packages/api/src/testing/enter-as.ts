// Signs somebody in for a test: a person with one grant, and a session whose token is returned. What sign-in itself
// does is tested where it lives.
import { randomBytes } from "node:crypto";
import { type AdministratorRole, administratorRoles, type GrantableRole } from "@shian/domain";
import { grantTable, personTable } from "../features/people/people.table.js";
import { hashToken } from "../features/session/secret.js";
import { sessionTable } from "../features/session/session.table.js";
import type { Db } from "../storage/database.js";

/** Who enters; what is left out does not matter to the test. */
export type Entering = {
  readonly role: GrantableRole;
  readonly territory?: string | null;
  readonly official?: string | null;
  readonly establishment?: string | null;
  readonly name?: string;
  readonly username?: string;
};

const isAdministrator = (role: string): role is AdministratorRole =>
  administratorRoles.some((one) => one === role);

/** One more grant of a person who has entered. */
export async function enterGrant(
  db: Db,
  personId: string,
  { role, territory = null, official = null, establishment = null }: Entering,
): Promise<void> {
  await db.insert(grantTable).values({
    id: `g-${role}-${personId}`,
    personId,
    personKind: isAdministrator(role) ? "administrator" : "staff",
    role,
    territory,
    officialId: official,
    establishmentId: establishment,
    leading: false,
    reason: "test",
    validFrom: "1900-01-01",
    grantedBy: "test",
    recordedAt: "1970-01-01T00:00:00.000Z",
    version: 1,
  });
}

/** Makes the person, the grant and the session; an administrator has shown the second factor. */
export async function enterAs(
  db: Db,
  { role, territory = null, official = null, establishment = null, name = role, username }: Entering,
  now: string,
): Promise<{ readonly token: string; readonly personId: string; readonly sessionId: string }> {
  const personId = `p-${randomBytes(8).toString("hex")}`;
  const kind = isAdministrator(role) ? "administrator" : "staff";
  await db.insert(personTable).values({
    id: personId,
    kind,
    name,
    username: username ?? personId,
    state: "enabled",
    nameKey: name,
    namePinyin: "",
    nameInitials: "",
    sortKey: name,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  await enterGrant(db, personId, { role, territory, official, establishment });
  const token = randomBytes(32).toString("base64url");
  const sessionId = `s-${personId}`;
  await db.insert(sessionTable).values({
    tokenHash: hashToken(token),
    id: sessionId,
    personId,
    kind: "terminal",
    address: "-",
    agent: "test",
    secondFactorAt: now,
    // Tests move their clock by days and years, to either side.
    createdAt: "1970-01-01T00:00:00.000Z",
    seenAt: now,
    endsAt: "2999-12-31T00:00:00.000Z",
  });
  return { token, personId, sessionId };
}
