import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** How many findings there were on a day, by rule and township (empty: in none that is known). */
export const xrayDayTable = pgTable(
  "xray_day",
  {
    countyCode: key("county_code").notNull(),
    day: date("day").notNull(),
    rule: key("rule").notNull(),
    township: key("township").notNull(),
    found: integer("found").notNull(),
    countedAt: instant("counted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.day, table.rule, table.township] })],
);

/** Findings set aside, with the reason and the last day of it. */
export const xrayIgnoreTable = pgTable(
  "xray_ignore",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    rule: key("rule").notNull(),
    objectKind: key("object_kind").notNull(),
    objectId: key("object_id").notNull(),
    reason: text("reason").notNull(),
    validFrom: date("valid_from").notNull(),
    validUntil: date("valid_until").notNull(),
    by: text("by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    /** When somebody had it watched again. */
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("xray_ignore_object").on(table.rule, table.objectId),
  ],
);
