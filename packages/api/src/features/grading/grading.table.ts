import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, key, twoTimes } from "../../storage/columns.js";
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
    /** The facts as they were used; null where they were not kept. */
    facts: jsonb("facts"),
    /** On what ground, where no rule gave it. */
    basis: text("basis"),
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

/** Versions of the office's grading scheme: drafts, and those in force from a day on. */
export const gradingSchemeTable = pgTable("grading_scheme", {
  id: key("id").primaryKey(),
  content: jsonb("content").notNull(),
  state: text("state").notNull(),
  validFrom: date("valid_from"),
  baseId: key("base_id"),
  version: integer("version").notNull(),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});

/** Entries of objections to grades, only ever added. */
export const objectionEntryTable = pgTable(
  "grade_objection_entry",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    objectionId: key("objection_id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    scale: text("scale").notNull(),
    seq: integer("seq").notNull(),
    act: text("act").notNull(),
    enteredOn: date("entered_on").notNull(),
    body: text("body").notNull(),
    /** The grade that stood when it was raised. */
    present: text("present"),
    grade: text("grade"),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    personId: key("person_id"),
    byName: text("by_name").notNull(),
    byRole: text("by_role").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    uniqueIndex("grade_objection_entry_seq").on(table.objectionId, table.seq),
    index("grade_objection_entry_establishment").on(table.establishmentId),
    foreignKey({
      name: "grade_objection_entry_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
