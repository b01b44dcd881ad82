import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** An allocation: what was asked, the plan that came of it, and what was done with the plan. */
export const allocationRunTable = pgTable(
  "allocation_run",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    personId: key("person_id").notNull(),
    personName: text("person_name").notNull(),
    /** The job at work on it, or last at work. */
    jobId: key("job_id"),
    state: text("state").notNull(),
    done: integer("done").notNull(),
    total: integer("total"),
    /** As the contract `AllocationQuestion` has it. */
    question: jsonb("question").notNull(),
    validFrom: date("valid_from").notNull(),
    /** Of the moves; who applies the plan names it. */
    fingerprint: text("fingerprint"),
    /** Of all that the plan was made from: while it is the same, the plan is. */
    ground: text("ground"),
    /** As the contract `AllocationPreview` has it. */
    preview: jsonb("preview"),
    failure: jsonb("failure"),
    /** Moves of establishments without an official, and of those with another. */
    added: integer("added").notNull(),
    moved: integer("moved").notNull(),
    appliedAt: instant("applied_at"),
    appliedBy: text("applied_by"),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    /** Moves that undoing left as they were, since the former official had left. */
    kept: integer("kept").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("allocation_run_id").on(table.id),
    index("allocation_run_created").on(table.createdAt, table.id),
  ],
);

/** An establishment that the plan gives to an official, or to another than at present. */
export const allocationMoveTable = pgTable(
  "allocation_move",
  {
    countyCode: key("county_code").notNull(),
    runId: key("run_id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    /** Where it stands in the list: by village, by grid, then by id. */
    rank: integer("rank").notNull(),
    village: key("village").notNull(),
    grid: key("grid"),
    officialBefore: key("official_before"),
    officialId: key("official_id").notNull(),
    /** Load of the one before the allocation, and of the other after it. */
    loadBefore: integer("load_before"),
    loadAfter: integer("load_after").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.runId, table.establishmentId] }),
    index("allocation_move_rank").on(table.runId, table.rank),
    index("allocation_move_establishment").on(table.establishmentId),
    foreignKey({
      name: "allocation_move_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
