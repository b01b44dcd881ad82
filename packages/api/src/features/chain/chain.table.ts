import { date, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key, twoTimes } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Officials who may answer for establishments. */
export const officialTable = pgTable(
  "official",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    post: text("post").notNull(),
    level: text("level").notNull(),
    jurisdictions: text("jurisdictions").array().notNull(),
    capacity: integer("capacity"),
    homeGrid: key("home_grid"),
    officePhone: text("office_phone"),
    /** `seal`ed. */
    mobile: text("mobile"),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    nameKey: key("name_key").notNull(),
    namePinyin: key("name_pinyin").notNull(),
    nameInitials: key("name_initials").notNull(),
    sortKey: key("sort_key").notNull(),
    version: integer("version").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("official_id").on(table.id),
    index("official_sort").on(table.sortKey, table.id),
    index("official_name_key").on(table.nameKey),
  ],
);

/**
 * Posts of officials in two times: unit, post, level and where they may answer. The row of `official` repeats the one
 * that begins last, for the database's own questions.
 */
export const officialPostTable = pgTable(
  "official_post",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    officialId: key("official_id").notNull(),
    unit: text("unit").notNull(),
    post: text("post").notNull(),
    level: text("level").notNull(),
    jurisdictions: text("jurisdictions").array().notNull(),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("official_post_official").on(table.officialId, table.validFrom),
    foreignKey({
      name: "official_post_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }),
  ],
);

/** Who answers for which establishment, in two times. */
export const assignmentTable = pgTable(
  "assignment",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    officialId: key("official_id").notNull(),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("assignment_establishment").on(table.establishmentId, table.validFrom),
    index("assignment_official").on(table.officialId, table.validFrom),
    foreignKey({
      name: "assignment_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
