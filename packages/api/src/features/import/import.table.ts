import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
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
    /** Whose file it is. */
    source: text("source"),
    options: jsonb("options"),
    appliedAt: instant("applied_at"),
    /** What was taken back, once it was. */
    undone: jsonb("undone"),
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
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    reason: text("reason"),
    /** Keyed hash of the cells of a held row, by which the same row is known in the next file. */
    fingerprint: key("fingerprint"),
    /** The later run in whose file the row stands again; it waits there. */
    heldAgainIn: key("held_again_in"),
    /** What applying the row wrote: the establishment, its version afterwards, and what it was before. */
    written: jsonb("written"),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.row] }),
    index("import_row_held").on(table.fingerprint).where(sql`outcome = 'held'`),
    index("import_row_outcome").on(table.runId, table.outcome, table.row),
  ],
);

/** Mappings that the office keeps, one row a version; the one in force is not superseded. */
export const importMappingTable = pgTable(
  "import_mapping",
  {
    id: key("id").notNull(),
    version: integer("version").notNull(),
    kind: key("kind").notNull(),
    source: text("source").notNull(),
    mapping: jsonb("mapping").notNull(),
    options: jsonb("options").notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    uniqueIndex("import_mapping_source").on(table.kind, table.source).where(sql`superseded_at is null`),
  ],
);
