import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "./registry.table.js";

/** One change of many establishments at once, so that it can be looked at and undone. */
export const bulkEditTable = pgTable(
  "bulk_edit",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    personId: key("person_id").notNull(),
    personName: text("person_name").notNull(),
    /** What was changed, as the contract `BulkChange` says it. */
    change: jsonb("change").notNull(),
    updated: integer("updated").notNull(),
    unchanged: integer("unchanged").notNull(),
    refused: integer("refused").notNull(),
    createdAt: instant("created_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: key("undone_by"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("bulk_edit_created").on(table.createdAt),
  ],
);

/** An establishment that a bulk change changed, and the version it left behind. */
export const bulkEditRowTable = pgTable(
  "bulk_edit_row",
  {
    countyCode: key("county_code").notNull(),
    bulkEditId: key("bulk_edit_id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    versionAfter: integer("version_after").notNull(),
    /** What stood before: versions of the facts or spells of the state; null where the change was of officials. */
    before: jsonb("before"),
    /** The pairing official before and after, where the change was of officials. */
    official: text("official"),
    officialBefore: text("official_before"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.bulkEditId, table.establishmentId] }),
    index("bulk_edit_row_edit").on(table.bulkEditId),
    index("bulk_edit_row_establishment").on(table.establishmentId),
    foreignKey({
      name: "bulk_edit_row_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
