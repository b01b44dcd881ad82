import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { key, twoTimes } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Pairing grades in two times, each with the rule that gave it. */
export const pairingGradeTable = pgTable(
  "pairing_grade",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    grade: text("grade").notNull(),
    ruleId: text("rule_id").notNull(),
    schemeId: text("scheme_id").notNull(),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("pairing_grade_establishment").on(table.establishmentId, table.validFrom),
    foreignKey({
      name: "pairing_grade_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Risk grades in two times, each with who gave it and on what ground. */
export const riskGradeTable = pgTable(
  "risk_grade",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    grade: text("grade").notNull(),
    source: text("source").notNull(),
    basis: text("basis").notNull(),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("risk_grade_establishment").on(table.establishmentId, table.validFrom),
    foreignKey({
      name: "risk_grade_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
