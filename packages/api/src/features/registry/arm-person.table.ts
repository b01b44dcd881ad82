import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { key, twoTimes } from "../../storage/columns.js";
import { establishmentTable } from "./registry.table.js";

/**
 * The people of businesses' own arms in two times: person in charge, director, officers. The names that the register shows
 * and imports write are those of today.
 */
export const armPersonTable = pgTable(
  "arm_person",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    /** The same for all records of one person at one establishment. */
    personId: key("person_id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    role: text("role").notNull(),
    name: text("name").notNull(),
    /** `seal`ed. */
    mobile: text("mobile"),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("arm_person_establishment").on(table.establishmentId, table.validFrom),
    foreignKey({
      name: "arm_person_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
