import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Who works with the product; one row a person, never deleted. Sealed columns hold `seal`ed text. */
export const personTable = pgTable(
  "person",
  {
    id: key("id").primaryKey(),
    /** `administrator` for one of the three administrators, `staff` for everyone else; never changed. */
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    unitId: key("unit_id"),
    username: key("username").notNull(),
    state: text("state").notNull(),
    officePhone: text("office_phone"),
    mobile: text("mobile"),
    idNumber: text("id_number"),
    nameKey: key("name_key").notNull(),
    namePinyin: key("name_pinyin").notNull(),
    nameInitials: key("name_initials").notNull(),
    sortKey: key("sort_key").notNull(),
    version: integer("version").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** Name of who changed it last; empty for the product itself. */
    updatedBy: text("updated_by").notNull().default(""),
  },
  (table) => [
    unique("person_kind_of").on(table.id, table.kind),
    uniqueIndex("person_username").on(table.username),
    index("person_sort").on(table.sortKey, table.id),
    index("person_unit").on(table.unitId),
  ],
);

/**
 * What a person was granted: role × territory × dates. The three administrators are apart by constraint: an
 * administrator's role only for a person of that kind, no other role for them, and one at a time (an exclusion
 * constraint in the migration `0002_row_security`, which drizzle cannot express, holds for every day).
 */
export const grantTable = pgTable(
  "access_grant",
  {
    id: key("id").primaryKey(),
    personId: key("person_id").notNull(),
    personKind: text("person_kind").notNull(),
    role: text("role").notNull(),
    territory: key("territory"),
    officialId: key("official_id"),
    establishmentId: key("establishment_id"),
    leading: boolean("leading").notNull(),
    reason: text("reason").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    grantedBy: text("granted_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    updatedAt: instant("updated_at"),
    updatedBy: text("updated_by").notNull().default(""),
    version: integer("version").notNull(),
  },
  (table) => [
    index("access_grant_person").on(table.personId),
    index("access_grant_role").on(table.role),
    foreignKey({
      name: "access_grant_of",
      columns: [table.personId, table.personKind],
      foreignColumns: [personTable.id, personTable.kind],
    }),
    check(
      "access_grant_apart",
      sql`(${table.role} in ('system', 'security', 'audit')) = (${table.personKind} = 'administrator')`,
    ),
    uniqueIndex("access_grant_one_administrator_role")
      .on(table.personId)
      .where(sql`${table.personKind} = 'administrator' and ${table.validTo} is null`),
  ],
);

/** Units in both senses of the word: bodies, and the groups and teams they form. */
export const unitTable = pgTable(
  "unit",
  {
    id: key("id").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    territory: key("territory"),
    leadUnitId: key("lead_unit_id"),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    nameKey: key("name_key").notNull(),
    sortKey: key("sort_key").notNull(),
    version: integer("version").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by").notNull().default(""),
  },
  (table) => [index("unit_sort").on(table.sortKey, table.id), index("unit_name_key").on(table.nameKey)],
);

/** Units that belong to a task group or work team, from a date to a date. */
export const unitMemberTable = pgTable(
  "unit_member",
  {
    groupId: key("group_id").notNull(),
    memberId: key("member_id").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.memberId, table.validFrom] }),
    index("unit_member_member").on(table.memberId),
  ],
);

/** Who supervises in whose place (代为督导): all of that official's establishments, or those named. */
export const standInTable = pgTable(
  "stand_in",
  {
    id: key("id").primaryKey(),
    officialId: key("official_id").notNull(),
    standsInFor: key("stands_in_for").notNull(),
    /** Null: all that the official answers for on the day. */
    establishments: text("establishments").array(),
    reason: text("reason").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    updatedAt: instant("updated_at"),
    updatedBy: text("updated_by").notNull().default(""),
    version: integer("version").notNull(),
  },
  (table) => [index("stand_in_official").on(table.officialId), index("stand_in_for").on(table.standsInFor)],
);
