// The first people of an installation.
import { eq, inArray } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { grantTable, personTable } from "../people/people.table.js";

/** Whether an administrator exists. */
export async function isSetUp(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: personTable.id })
    .from(personTable)
    .where(eq(personTable.kind, "administrator"))
    .limit(1);
  return rows.length > 0;
}

/** One set-up at a time, until the transaction ends. */
export async function lockSetUp(db: Db): Promise<void> {
  await lockUntilCommit(db, "set-up");
}

/** User names among those that are taken. */
export async function findTaken(db: Db, usernames: readonly string[]): Promise<string | undefined> {
  const [row] = await db
    .select({ username: personTable.username })
    .from(personTable)
    .where(inArray(personTable.username, [...usernames]));
  return row?.username;
}

/** An administrator with the grant of the role. */
export async function insertAdministrator(
  db: Db,
  {
    personId,
    grantId,
    name,
    username,
    role,
    today,
    now,
  }: {
    readonly personId: string;
    readonly grantId: string;
    readonly name: string;
    readonly username: string;
    readonly role: "system" | "security" | "audit";
    readonly today: string;
    readonly now: string;
  },
): Promise<void> {
  const kind = "administrator";
  await db.insert(personTable).values({
    id: personId,
    kind,
    name,
    username,
    state: "enabled",
    ...toNameKeys(name),
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(grantTable).values({
    id: grantId,
    personId,
    personKind: kind,
    role,
    leading: false,
    reason: "",
    validFrom: today,
    grantedBy: "set-up",
    recordedAt: now,
    version: 1,
  });
}
