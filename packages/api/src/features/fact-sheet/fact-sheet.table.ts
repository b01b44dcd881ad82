import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { importFileTable } from "../import/import.table.js";
import { establishmentTable } from "../registry/registry.table.js";

/** One sheet of facts that was entered, so that it can be looked at and undone. */
export const factSheetTable = pgTable(
  "fact_sheet",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    kind: key("kind").notNull(),
    fileId: key("file_id")
      .notNull()
      .references(() => importFileTable.id),
    fileName: text("file_name").notNull(),
    personId: key("person_id").notNull(),
    personName: text("person_name").notNull(),
    rows: integer("rows").notNull(),
    new: integer("new").notNull(),
    replaces: integer("replaces").notNull(),
    same: integer("same").notNull(),
    refused: integer("refused").notNull(),
    /** Rows that were refused by their numbers, each with its reasons; what they say stands in the file, which is sealed. */
    refusedRows: jsonb("refused_rows").notNull(),
    createdAt: instant("created_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: key("undone_by"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("fact_sheet_created").on(table.createdAt),
  ],
);

/** What a sheet entered about one establishment: what stood before and what it left behind. */
export const factSheetEntryTable = pgTable(
  "fact_sheet_entry",
  {
    countyCode: key("county_code").notNull(),
    sheetId: key("sheet_id").notNull(),
    no: integer("no").notNull(),
    establishmentId: key("establishment_id").notNull(),
    /** How many rows of the sheet it came from. */
    rows: integer("rows").notNull(),
    before: jsonb("before"),
    after: jsonb("after").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.sheetId, table.no] }),
    index("fact_sheet_entry_sheet").on(table.sheetId),
    index("fact_sheet_entry_establishment").on(table.establishmentId),
    foreignKey({
      name: "fact_sheet_entry_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
