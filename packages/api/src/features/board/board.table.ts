import { foreignKey, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** The public code of an establishment's notice board: opaque, printed once, the same for ever. */
export const boardTable = pgTable(
  "notice_board",
  {
    countyCode: key("county_code").notNull(),
    establishmentId: key("establishment_id").notNull(),
    code: key("code").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.establishmentId] }),
    index("notice_board_code").on(table.code),
    index("notice_board_establishment").on(table.establishmentId),
    foreignKey({
      name: "notice_board_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
