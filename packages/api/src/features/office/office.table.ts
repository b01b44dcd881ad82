import { bigint, index, integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Settings of the office by name: its territory, its grading scheme, its frequency rule. */
export const officeSettingTable = pgTable("office_setting", {
  key: key("key").primaryKey(),
  value: jsonb("value").notNull(),
  version: integer("version").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** Values that settings had before, for questions about what was known on a day. */
export const officeSettingPastTable = pgTable(
  "office_setting_past",
  {
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    key: key("key").notNull(),
    value: jsonb("value").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at").notNull(),
  },
  (table) => [index("office_setting_past_key").on(table.key, table.recordedAt)],
);
