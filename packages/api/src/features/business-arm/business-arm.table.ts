import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Training of the people of a business's arm; a correction supersedes and adds. */
export const armTrainingTable = pgTable(
  "arm_training",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    personId: key("person_id").notNull(),
    heldOn: date("held_on").notNull(),
    /** Quarters of an hour. */
    quarters: integer("quarters").notNull(),
    topic: text("topic").notNull(),
    organiser: text("organiser").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("arm_training_establishment").on(table.establishmentId, table.heldOn),
    foreignKey({
      name: "arm_training_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Daily, weekly and monthly controls as businesses report them; a later report of the same period supersedes. */
export const controlReportTable = pgTable(
  "control_report",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    kind: text("kind").notNull(),
    period: key("period").notNull(),
    periodEnd: date("period_end").notNull(),
    result: text("result").notNull(),
    body: text("body").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    uniqueIndex("control_report_standing")
      .on(table.establishmentId, table.kind, table.period)
      .where(sql`superseded_at is null`),
    index("control_report_end").on(table.periodEnd),
    foreignKey({
      name: "control_report_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
