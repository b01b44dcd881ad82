import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key, twoTimes } from "../../storage/columns.js";

/** Duty posts with their holders, in two times; `post_id` stays while holders follow one another. */
export const dutyPostTable = pgTable(
  "duty_post",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    postId: key("post_id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    title: text("title").notNull(),
    territories: text("territories").array().notNull(),
    officePhone: text("office_phone"),
    personId: key("person_id"),
    nameKey: key("name_key").notNull(),
    namePinyin: key("name_pinyin").notNull(),
    nameInitials: key("name_initials").notNull(),
    sortKey: key("sort_key").notNull(),
    ...twoTimes(),
    version: integer("version").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("duty_post_post").on(table.postId),
  ],
);

/** The mobile number of a record's holder, apart from it because fewer may read it; `seal`ed. */
export const dutyMobileTable = pgTable(
  "duty_mobile",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    territories: text("territories").array().notNull(),
    mobile: text("mobile").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.id] })],
);
