import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, instant, key } from "../../storage/columns.js";

/** Uploaded files, kept so that a preview can be applied or mapped anew. */
export const importFileTable = pgTable("import_file", {
  id: key("id").primaryKey(),
  name: text("name").notNull(),
  size: integer("size").notNull(),
  sha256: key("sha256").notNull(),
  content: bytes("content").notNull(),
  /** The person who brought it; nobody else may read it. Null for files of before there were people. */
  uploadedBy: key("uploaded_by"),
  createdAt: instant("created_at").notNull(),
});

/** A run of an import: preview first, apply later. JSON columns hold what the contract `ImportRun` shows. */
export const importRunTable = pgTable(
  "import_run",
  {
    id: key("id").primaryKey(),
    kind: text("kind").notNull(),
    fileId: key("file_id")
      .notNull()
      .references(() => importFileTable.id),
    fileName: text("file_name").notNull(),
    status: text("status").notNull(),
    done: integer("done").notNull(),
    total: integer("total"),
    mapping: jsonb("mapping").notNull(),
    answer: jsonb("answer"),
    failure: jsonb("failure"),
    graded: jsonb("graded"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("import_run_created").on(table.createdAt)],
);

/** What became of each row of a run; `plan` holds what applying it will write. */
export const importRowTable = pgTable(
  "import_row",
  {
    runId: key("run_id")
      .notNull()
      .references(() => importRunTable.id),
    row: integer("row").notNull(),
    outcome: key("outcome").notNull(),
    name: text("name").notNull(),
    cells: jsonb("cells").notNull(),
    problems: jsonb("problems").notNull(),
    notices: jsonb("notices").notNull(),
    changes: jsonb("changes").notNull(),
    candidates: jsonb("candidates").notNull(),
    decisions: text("decisions").array().notNull(),
    decided: text("decided"),
    applied: boolean("applied").notNull(),
    plan: jsonb("plan"),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.row] }),
    index("import_row_outcome").on(table.runId, table.outcome, table.row),
  ],
);
