import { boolean, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Export layouts of the office; each saving is a row, the highest version counts. */
export const exportLayoutTable = pgTable(
  "export_layout",
  {
    id: key("id").notNull(),
    version: integer("version").notNull(),
    kind: key("kind").notNull(),
    title: text("title").notNull(),
    dateFormat: text("date_format").notNull(),
    columns: jsonb("columns").notNull(),
    removed: boolean("removed").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
