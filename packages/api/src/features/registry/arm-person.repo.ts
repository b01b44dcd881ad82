// People of businesses' own arms, in two times.
import { type ArmRole, type EstablishmentFacts, type PlainDate, toOfficeDay } from "@shian/domain";
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { toInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { armPersonTable } from "./arm-person.table.js";

type Row = typeof armPersonTable.$inferSelect;
type Names = Pick<EstablishmentFacts, "personInCharge" | "foodSafetyDirector" | "foodSafetyOfficers">;

const freshId = { id: sql`gen_random_uuid()::text` };

const listNames = (facts: Names): readonly { readonly role: ArmRole; readonly name: string }[] => [
  ...(facts.personInCharge === null
    ? []
    : [{ role: "person-in-charge" as const, name: facts.personInCharge }]),
  ...(facts.foodSafetyDirector === null
    ? []
    : [{ role: "director" as const, name: facts.foodSafetyDirector }]),
  ...[...new Set(facts.foodSafetyOfficers)].map((name) => ({ role: "officer" as const, name })),
];

/** Enters the people that new establishments are registered with, from the first day of their state on. */
export async function insertArmNames(
  db: Db,
  rows: readonly (Names & {
    readonly id: string;
    readonly countyCode: string;
    readonly stateSince: string;
  })[],
  at: string,
): Promise<void> {
  const people = rows.flatMap((row) =>
    listNames(row).map((person) => ({
      ...person,
      countyCode: row.countyCode,
      establishmentId: row.id,
      validFrom: row.stateSince,
      recordedAt: at,
    })),
  );
  for (const batch of listBatches(people))
    await db.execute(toInsert(armPersonTable, batch, { ...freshId, personId: sql`gen_random_uuid()::text` }));
}

const isStanding = (ids: readonly string[]) =>
  and(inArray(armPersonTable.establishmentId, [...ids]), isNull(armPersonTable.supersededAt));

/** Records that stand, in the order in which they began. */
export const listArmRecords = (db: Db, establishments: readonly string[]): Promise<Row[]> =>
  db
    .select()
    .from(armPersonTable)
    .where(isStanding(establishments))
    .orderBy(asc(armPersonTable.validFrom), asc(armPersonTable.id));

/** Ends posts on a day: the first on which they are no longer held. One that began that day or later never was. */
export async function endPosts(db: Db, records: readonly Row[], on: PlainDate, at: string): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ id }) => id);
  await db
    .update(armPersonTable)
    .set({ supersededAt: at })
    .where(and(inArray(armPersonTable.id, ids), isNull(armPersonTable.supersededAt)));
  const ended = records
    .filter(({ validFrom }) => validFrom < on)
    .map(({ id: _, ...row }) => ({ ...row, validTo: on, recordedAt: at, supersededAt: null }));
  if (ended.length > 0) await db.execute(toInsert(armPersonTable, ended, freshId));
}

/** One person who begins in a post. */
export async function insertPost(
  db: Db,
  post: Pick<Row, "countyCode" | "establishmentId" | "personId" | "role" | "name" | "mobile" | "validFrom">,
  at: string,
): Promise<void> {
  await db.execute(
    toInsert(armPersonTable, [{ ...post, validTo: null, recordedAt: at, supersededAt: null }], freshId),
  );
}

/**
 * Follows the names that a sheet or a correction wrote into the register: who is new begins,
 * who is gone ends, on the day from which the facts hold but not later than today.
 */
export async function followNames(
  db: Db,
  rows: readonly (Names & { readonly id: string; readonly countyCode: string })[],
  from: PlainDate | null,
  at: string,
): Promise<void> {
  const present = toOfficeDay(Date.parse(at));
  const isPast = from !== null && from < present;
  const today = isPast ? from : present;
  const { validFrom, validTo } = armPersonTable;
  for (const batch of listBatches(rows)) {
    const records = await db
      .select()
      .from(armPersonTable)
      .where(
        and(
          isStanding(batch.map(({ id }) => id)),
          lte(validFrom, today),
          or(isNull(validTo), gt(validTo, today)),
        ),
      );
    const gone: Row[] = [];
    const begun: object[] = [];
    for (const row of batch) {
      const own = records.filter((record) => record.establishmentId === row.id);
      const names = listNames(row);
      const isNamed = (record: Row) =>
        names.some(({ role, name }) => role === record.role && name === record.name);
      gone.push(...own.filter((record) => !isNamed(record)));
      for (const { role, name } of names)
        if (!own.some((record) => record.role === role && record.name === name))
          begun.push({
            role,
            name,
            countyCode: row.countyCode,
            establishmentId: row.id,
            validFrom: today,
            recordedAt: at,
          });
    }
    await endPosts(db, gone, today, at);
    if (begun.length > 0)
      await db.execute(
        toInsert(armPersonTable, begun, { ...freshId, personId: sql`gen_random_uuid()::text` }),
      );
  }
}

/** Shows today's names in the register, whoever changed them. */
export async function showArmNames(
  db: Db,
  establishment: string,
  today: PlainDate,
  at: string,
): Promise<void> {
  await db.execute(sql`select shian_show_arm(${establishment}, ${at}::timestamptz, ${today}::date)`);
}

/** The post that a person of an establishment holds on the day; undefined where they hold none. */
export async function findPost(
  db: Db,
  {
    establishment,
    person,
    role,
  }: { readonly establishment: string; readonly person: string; readonly role: ArmRole },
): Promise<Row | undefined> {
  const { establishmentId, personId } = armPersonTable;
  const [row] = await db
    .select()
    .from(armPersonTable)
    .where(
      and(
        eq(establishmentId, establishment),
        eq(personId, person),
        eq(armPersonTable.role, role),
        isNull(armPersonTable.validTo),
        isNull(armPersonTable.supersededAt),
      ),
    );
  return row;
}

type CarriedPost = Pick<Row, "name" | "role">;
const isSamePost = (a: CarriedPost, b: CarriedPost) => a.role === b.role && a.name === b.name;
const isHeldOn = ({ validFrom, validTo }: Row, on: PlainDate) =>
  validFrom <= on && (validTo === null || validTo > on);

/** Posts of one establishment that another, whose names are these, would have by a merge and has not itself. */
export async function listComing(
  db: Db,
  { from, to, names, on }: { from: string; to: string; names: Names; on: PlainDate },
): Promise<readonly CarriedPost[]> {
  const records = (await listArmRecords(db, [from, to])).filter((record) => isHeldOn(record, on));
  const own = records.filter(({ establishmentId }) => establishmentId === to);
  const named = listNames(names);
  return records.filter(
    (record) =>
      record.establishmentId === from &&
      named.some((post) => isSamePost(post, record)) &&
      !own.some((post) => isSamePost(post, record)),
  );
}

/**
 * Follows a merge that wrote one establishment's names into another: who began there by it is the same person with the
 * same number, and posts that stand there now end where they were. Gives back nothing: names were written before.
 */
export async function carryPosts(
  db: Db,
  { from, to, on, at }: { from: string; to: string; on: PlainDate; at: string },
): Promise<void> {
  const records = (await listArmRecords(db, [from, to])).filter((record) => isHeldOn(record, on));
  const [left, own] = [from, to].map((id) => records.filter(({ establishmentId }) => establishmentId === id));
  const ended: Row[] = [];
  for (const post of left ?? []) {
    const here = own?.find((one) => isSamePost(one, post));
    if (here === undefined) continue;
    ended.push(post);
    if (Date.parse(here.recordedAt) !== Date.parse(at) || here.validFrom !== on) continue;
    await db
      .update(armPersonTable)
      .set({ personId: post.personId, mobile: post.mobile })
      .where(eq(armPersonTable.id, here.id));
  }
  await endPosts(db, ended, on, at);
}

/** Takes back what a transaction recorded of the people of establishments. */
export const revertPosts = (db: Db, reverting: Reverting) => revertRecorded(db, armPersonTable, reverting);

/** Sealed numbers of an establishment's people, by person, where one is kept. */
export async function listArmMobiles(db: Db, establishment: string): Promise<ReadonlyMap<string, string>> {
  const records = await listArmRecords(db, [establishment]);
  return new Map(
    records.flatMap(({ personId, mobile }) => (mobile === null ? [] : [[personId, mobile] as const])),
  );
}
