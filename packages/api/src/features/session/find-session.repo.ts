// Whose token it is: asked by every request.
import { type Asker, findPasswordEnd, type PasswordProfile } from "@shian/domain";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { latestBy } from "../../clock-slack.js";
import type { Db } from "../../storage/database.js";
import { grantsOf, standInsOf, toAsker } from "../people/find-grants.repo.js";
import { personTable, unitTable } from "../people/people.table.js";
import { hashToken } from "./secret.js";
import { credentialTable, sessionTable } from "./session.table.js";

const MINUTE_MS = 60_000;
/** `seen_at` is written at most this often, so an idle session may end by as much earlier, never later. */
const SEEN_EVERY_MS = MINUTE_MS;

/** A session in force and whose it is. */
export type FoundSession = {
  readonly session: {
    readonly id: string;
    readonly kind: "web" | "terminal" | "key";
    /** How its owner proved who they are. */
    readonly method: string | null;
    readonly secondFactorAt: string | null;
    /** Ids of the operations that it may ask; null: all that the person may. */
    readonly scope: readonly string[] | null;
  };
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly kind: "administrator" | "staff";
    readonly unit: string | null;
    readonly state: string;
  };
  /** Grants and stand-ins of any day. */
  readonly asker: Asker;
  /** Whether an authenticator is bound and confirmed. */
  readonly hasSecondFactor: boolean;
  /** Whether the password must be changed first. */
  readonly passwordDue: boolean;
};

const prepareQuestion = (db: Db) =>
  db
    .select({
      id: sessionTable.id,
      kind: sessionTable.kind,
      method: sessionTable.method,
      secondFactorAt: sessionTable.secondFactorAt,
      scope: sessionTable.scope,
      createdAt: sessionTable.createdAt,
      seenAt: sessionTable.seenAt,
      endsAt: sessionTable.endsAt,
      idleMinutes: sessionTable.idleMinutes,
      personId: personTable.id,
      name: personTable.name,
      username: personTable.username,
      personKind: personTable.kind,
      state: personTable.state,
      unit: unitTable.name,
      totpConfirmedAt: credentialTable.totpConfirmedAt,
      passwordChangedAt: credentialTable.passwordChangedAt,
      // Every request asks for them too, so they are one statement.
      grants: grantsOf(personTable.id),
      standIns: standInsOf(personTable.id),
    })
    .from(sessionTable)
    .innerJoin(personTable, eq(personTable.id, sessionTable.personId))
    .leftJoin(unitTable, eq(unitTable.id, personTable.unitId))
    .leftJoin(credentialTable, eq(credentialTable.personId, personTable.id))
    .where(
      and(
        eq(sessionTable.tokenHash, sql.placeholder("tokenHash")),
        isNull(sessionTable.revokedAt),
        eq(personTable.state, "enabled"),
      ),
    )
    .prepare("find_session");

// Every request asks it: the server plans it once for a connection, this process composes it once.
const questions = new WeakMap<Db, ReturnType<typeof prepareQuestion>>();

/** The session that the token opens now; undefined when it ended, was revoked, or its person is disabled. */
export async function findSession(
  db: Db,
  token: string,
  now: string,
  profile: PasswordProfile,
): Promise<FoundSession | undefined> {
  const tokenHash = hashToken(token);
  const question = questions.get(db) ?? prepareQuestion(db);
  questions.set(db, question);
  const [row] = await question.execute({ tokenHash });
  if (row === undefined) return undefined;
  const instant = Date.parse(now);
  const idleSince = instant - Date.parse(row.seenAt);
  if (Date.parse(row.endsAt) <= instant) return undefined;
  // A clock that was set back would lengthen it.
  if (row.createdAt > latestBy(now)) return undefined;
  if (row.idleMinutes !== null && idleSince >= row.idleMinutes * MINUTE_MS) return undefined;
  if (idleSince >= SEEN_EVERY_MS)
    await db
      .update(sessionTable)
      .set({ seenAt: now })
      .where(and(eq(sessionTable.tokenHash, tokenHash), lt(sessionTable.seenAt, sql`${now}::timestamptz`)));
  const passwordEnd = findPasswordEnd({ changedAt: row.passwordChangedAt, profile });
  // Unchecked: both columns hold what this feature and that of people write.
  return {
    session: {
      id: row.id,
      kind: row.kind as FoundSession["session"]["kind"],
      method: row.method,
      secondFactorAt: row.secondFactorAt,
      scope: row.scope,
    },
    person: {
      id: row.personId,
      name: row.name,
      username: row.username,
      kind: row.personKind as FoundSession["person"]["kind"],
      unit: row.unit,
      state: row.state,
    },
    asker: toAsker(row.grants, row.standIns),
    hasSecondFactor: row.totpConfirmedAt !== null,
    // Who came by the provider showed no password, so its age says nothing about this session.
    passwordDue:
      row.kind !== "key" && row.method !== "provider" && passwordEnd !== undefined && passwordEnd <= now,
  };
}
