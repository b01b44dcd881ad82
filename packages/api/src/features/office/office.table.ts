import { integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Settings of the office by name: its territory, its grading scheme, its frequency rule. */
export const officeSettingTable = pgTable("office_setting", {
  key: key("key").primaryKey(),
  value: jsonb("value").notNull(),
  version: integer("version").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
