import type { ChecklistAnswer } from "@shian/domain";
import { boolean, date, foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Visits as recorded; whether one counts is decided by the domain, never stored. */
export const visitTable = pgTable(
  "visit",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    officialId: key("official_id").notNull(),
    standInFor: key("stand_in_for"),
    jointWith: text("joint_with").array().notNull(),
    madeOn: date("made_on").notNull(),
    recordedOn: date("recorded_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    mode: text("mode").notNull(),
    checklistId: text("checklist_id").notNull(),
    answers: jsonb("answers").$type<readonly ChecklistAnswer[]>().notNull(),
    complete: boolean("complete").notNull(),
    note: text("note"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("visit_id").on(table.id),
    index("visit_establishment").on(table.establishmentId, table.madeOn),
    index("visit_official").on(table.officialId, table.madeOn),
    index("visit_made").on(table.madeOn, table.id),
    foreignKey({
      name: "visit_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Approved waivers: the establishment is not due in that window (rules §4). */
export const waiverTable = pgTable(
  "waiver",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    period: key("period").notNull(),
    reason: text("reason").notNull(),
    approvedBy: text("approved_by").notNull(),
    approverLevel: text("approver_level").notNull(),
    approvedOn: date("approved_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("waiver_establishment").on(table.establishmentId, table.period),
    foreignKey({
      name: "waiver_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
