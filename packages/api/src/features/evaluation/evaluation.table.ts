import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Rubric editions as their files hold them. At most one is the edition that the office is scored by today. */
export const rubricTable = pgTable(
  "rubric",
  {
    id: key("id").primaryKey(),
    content: jsonb("content").notNull(),
    isCurrent: boolean("is_current").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("rubric_current").on(table.isCurrent).where(sql`is_current`)],
);

/** The measurement of each item; one taken back stays as a row without a value, so that its version goes on. */
export const measurementTable = pgTable(
  "measurement",
  {
    rubricId: key("rubric_id")
      .notNull()
      .references(() => rubricTable.id),
    itemId: key("item_id").notNull(),
    value: jsonb("value"),
    version: integer("version").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.rubricId, table.itemId] })],
);
