import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { importFileTable } from "../import/import.table.js";

/** Comparisons of the register with another one. JSON columns hold what the contract `ComparisonRun` shows. */
export const comparisonRunTable = pgTable(
  "comparison_run",
  {
    id: key("id").primaryKey(),
    fileId: key("file_id")
      .notNull()
      .references(() => importFileTable.id),
    fileName: text("file_name").notNull(),
    source: text("source").notNull(),
    takenOn: date("taken_on").notNull(),
    /** What of our register theirs should have. */
    territory: key("territory").notNull(),
    status: text("status").notNull(),
    done: integer("done").notNull(),
    total: integer("total"),
    mapping: jsonb("mapping").notNull(),
    counts: jsonb("counts"),
    failure: jsonb("failure"),
    begunBy: text("begun_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("comparison_run_created").on(table.createdAt)],
);

/** How each row of theirs, and each establishment that only we have, stands. `sealed` holds what theirs says. */
export const comparisonRowTable = pgTable(
  "comparison_row",
  {
    countyCode: key("county_code").notNull(),
    runId: key("run_id").notNull(),
    no: integer("no").notNull(),
    row: integer("row"),
    outcome: key("outcome").notNull(),
    name: text("name").notNull(),
    establishmentId: key("establishment_id"),
    place: key("place"),
    /** Empty: in no township that is known. */
    township: key("township").notNull(),
    differences: jsonb("differences").notNull(),
    fields: text("fields").array().notNull(),
    problems: jsonb("problems").notNull(),
    candidates: jsonb("candidates").notNull(),
    /** Their facts, `seal`ed: a file may hold personal data in any column. */
    sealed: text("sealed"),
    resolution: key("resolution"),
    reason: text("reason"),
    settledBy: text("settled_by"),
    settledAt: instant("settled_at"),
    /** The write that settled it. */
    batch: key("batch"),
    /** What undoing it needs, `seal`ed. */
    undo: text("undo"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.runId, table.no] }),
    index("comparison_row_outcome").on(table.runId, table.outcome, table.no),
    index("comparison_row_batch").on(table.runId, table.batch),
    foreignKey({
      name: "comparison_row_run",
      columns: [table.runId],
      foreignColumns: [comparisonRunTable.id],
    }),
  ],
);
