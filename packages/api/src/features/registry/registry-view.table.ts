import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Saved views of the register: a filter, an order and columns under a name, of one person or of the whole office. */
export const registryViewTable = pgTable(
  "registry_view",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    ownerId: key("owner_id").notNull(),
    ownerName: text("owner_name").notNull(),
    isShared: boolean("is_shared").notNull(),
    name: text("name").notNull(),
    /** What the contract `RegistryView` holds: filter, sort, columns. */
    view: jsonb("view").notNull(),
    version: integer("version").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("registry_view_owner").on(table.ownerId),
  ],
);
