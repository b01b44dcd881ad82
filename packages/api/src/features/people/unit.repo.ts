import { type PlainDate, toPlainDate, type Unit, UnitKind } from "@shian/domain";
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { unitMemberTable, unitTable } from "./people.table.js";

/** A unit as stored. */
export type StoredUnit = Unit & {
  readonly nameKey: string;
  readonly sortKey: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

const toDate = (text: string | null): PlainDate | null => (text === null ? null : toPlainDate(text));

const toUnit = (row: typeof unitTable.$inferSelect): StoredUnit => ({
  id: row.id,
  name: row.name,
  kind: UnitKind.parse(row.kind),
  territory: row.territory,
  leadUnit: row.leadUnitId,
  from: toPlainDate(row.validFrom),
  to: toDate(row.validTo),
  nameKey: row.nameKey,
  sortKey: row.sortKey,
  version: row.version,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});

/** All units of any day. */
export const listAllUnits = async (db: Db): Promise<readonly StoredUnit[]> =>
  (await db.select().from(unitTable)).map(toUnit);

export async function findUnit(db: Db, id: string): Promise<StoredUnit | undefined> {
  const [row] = await db.select().from(unitTable).where(eq(unitTable.id, id));
  return row === undefined ? undefined : toUnit(row);
}

const keysOf = (name: string) => {
  const { nameKey, sortKey } = toNameKeys(name);
  return { nameKey, sortKey };
};

/** Enters a unit; version 1. */
export async function insertUnit(
  db: Db,
  unit: Unit,
  by: { readonly at: string; readonly name: string },
): Promise<void> {
  await db.insert(unitTable).values({
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    territory: unit.territory,
    leadUnitId: unit.leadUnit,
    validFrom: unit.from,
    validTo: unit.to,
    ...keysOf(unit.name),
    version: 1,
    recordedAt: by.at,
    updatedAt: by.at,
    updatedBy: by.name,
  });
}

/** Columns of a unit that may change. */
export type UnitChange = {
  readonly name?: string;
  readonly territory?: string | null;
  readonly leadUnitId?: string | null;
  readonly validTo?: string;
};

/** Writes over the version that was seen; false when somebody was faster, or it lies outside the asker's reach. */
export async function updateUnit(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  change: UnitChange,
  by: { readonly at: string; readonly name: string },
): Promise<boolean> {
  const rows = await db
    .update(unitTable)
    .set({
      ...change,
      ...(change.name === undefined ? {} : keysOf(change.name)),
      version: sql`${unitTable.version} + 1`,
      updatedAt: by.at,
      updatedBy: by.name,
    })
    .where(and(eq(unitTable.id, seen.id), eq(unitTable.version, seen.version)))
    .returning({ id: unitTable.id });
  return rows.length === 1;
}

/** A membership from a day to a day. */
export type StoredMember = {
  readonly group: string;
  readonly unit: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Members of any day of the groups. */
export async function listMembers(db: Db, groups: readonly string[]): Promise<readonly StoredMember[]> {
  if (groups.length === 0) return [];
  const rows = await db
    .select()
    .from(unitMemberTable)
    .where(inArray(unitMemberTable.groupId, [...groups]))
    .orderBy(asc(unitMemberTable.memberId), asc(unitMemberTable.validFrom));
  return rows.map((row) => ({
    group: row.groupId,
    unit: row.memberId,
    from: toPlainDate(row.validFrom),
    to: toDate(row.validTo),
  }));
}

/** Makes exactly `members` belong to the group from the day on: others end there, new ones begin. */
export async function replaceMembers(
  db: Db,
  { group, members, from, at }: { group: string; members: readonly string[]; from: PlainDate; at: string },
): Promise<void> {
  const open = and(
    eq(unitMemberTable.groupId, group),
    or(isNull(unitMemberTable.validTo), sql`${unitMemberTable.validTo} > ${from}::date`),
  );
  const present = await db.select().from(unitMemberTable).where(open);
  // What had not begun by the day never was; what had begun ends on it.
  await db.delete(unitMemberTable).where(and(open, sql`${unitMemberTable.validFrom} >= ${from}::date`));
  const kept = new Set<string>();
  for (const row of present) {
    if (row.validFrom >= from) continue;
    const stays = members.includes(row.memberId);
    if (stays) kept.add(row.memberId);
    await db
      .update(unitMemberTable)
      .set({ validTo: stays ? null : from })
      .where(
        and(
          eq(unitMemberTable.groupId, group),
          eq(unitMemberTable.memberId, row.memberId),
          eq(unitMemberTable.validFrom, row.validFrom),
        ),
      );
  }
  const added = [...new Set(members)].filter((member) => !kept.has(member));
  if (added.length > 0)
    await db
      .insert(unitMemberTable)
      .values(added.map((memberId) => ({ groupId: group, memberId, validFrom: from, recordedAt: at })));
}
