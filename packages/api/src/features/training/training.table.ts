import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { bytes, instant, key } from "../../storage/columns.js";
import { officialTable } from "../chain/chain.table.js";

/** What every plan, session and document has: whose place it is, its content by the domain's schema, its version. */
const kept = () => ({
  countyCode: key("county_code").notNull(),
  id: key("id").notNull(),
  /** Whose office keeps it. */
  territory: key("territory").notNull(),
  content: jsonb("content").notNull(),
  version: integer("version").notNull(),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
  withdrawnAt: instant("withdrawn_at"),
});

export const trainingPlanTable = pgTable("training_plan", kept(), (table) => [
  primaryKey({ columns: [table.countyCode, table.id] }),
  index("training_plan_id").on(table.id),
]);

/** Sessions; `territory` is their plan's. */
export const trainingSessionTable = pgTable(
  "training_session",
  {
    ...kept(),
    planId: key("plan_id").notNull(),
    fileId: key("file_id"),
    /** `seal`ed: what the codes on the wall are made of. */
    secret: text("secret").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("training_session_id").on(table.id),
    index("training_session_plan").on(table.planId),
    foreignKey({
      name: "training_session_of",
      columns: [table.countyCode, table.planId],
      foreignColumns: [trainingPlanTable.countyCode, trainingPlanTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Documents from above; the hash is of what somebody reads, so that a changed text is read again. */
export const superiorDocumentTable = pgTable(
  "superior_document",
  { ...kept(), fileId: key("file_id"), contentHash: key("content_hash").notNull() },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("superior_document_id").on(table.id),
  ],
);

/** Versions of plans, sessions and documents that were written over: what was known of them stays known. */
export const trainingPastTable = pgTable(
  "training_past",
  {
    countyCode: key("county_code").notNull(),
    /** `plan`, `session` or `document`. */
    kind: key("kind").notNull(),
    id: key("id").notNull(),
    territory: key("territory").notNull(),
    version: integer("version").notNull(),
    content: jsonb("content").notNull(),
    fileId: key("file_id"),
    contentHash: key("content_hash"),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.kind, table.id, table.version] }),
    index("training_past_id").on(table.id),
  ],
);

/** Files of sessions and documents. Nothing in them is personal, so they are kept as they are. */
export const trainingFileTable = pgTable(
  "training_file",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    territory: key("territory").notNull(),
    name: text("name").notNull(),
    /** `jpeg`, `png` or `pdf`. */
    kind: text("kind").notNull(),
    content: bytes("content").notNull(),
    contentBytes: integer("content_bytes").notNull(),
    contentHash: key("content_hash").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.id] }), index("training_file_id").on(table.id)],
);

/** The question bank: the office's as a whole, in no county. */
export const trainingQuestionTable = pgTable("training_question", {
  id: key("id").primaryKey(),
  topic: text("topic").notNull(),
  content: jsonb("content").notNull(),
  version: integer("version").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
  retiredAt: instant("retired_at"),
});

/** Sessions credited to officials: attended, or the test passed. An attendance taken back is superseded. */
export const trainingCreditTable = pgTable(
  "training_credit",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    sessionId: key("session_id").notNull(),
    officialId: key("official_id").notNull(),
    /** `scanned`, `entered` or `passed`. */
    way: text("way").notNull(),
    creditedOn: date("credited_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("training_credit_session").on(table.sessionId),
    index("training_credit_official").on(table.officialId, table.creditedOn),
    foreignKey({
      name: "training_credit_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Tries of tests: what was asked, as it was asked, and what it came to. */
export const trainingTestTable = pgTable(
  "training_test",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    sessionId: key("session_id").notNull(),
    officialId: key("official_id").notNull(),
    asked: jsonb("asked").notNull(),
    passMark: integer("pass_mark").notNull(),
    begunAt: instant("begun_at").notNull(),
    answers: jsonb("answers"),
    rightCount: integer("right_count"),
    passed: boolean("passed"),
    submittedAt: instant("submitted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("training_test_id").on(table.id),
    index("training_test_session").on(table.sessionId, table.officialId),
    foreignKey({
      name: "training_test_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Who has read which document, and which text of it. */
export const documentReadingTable = pgTable(
  "document_reading",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    documentId: key("document_id").notNull(),
    officialId: key("official_id").notNull(),
    contentHash: key("content_hash").notNull(),
    readOn: date("read_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("document_reading_document").on(table.documentId),
    index("document_reading_official").on(table.officialId),
    foreignKey({
      name: "document_reading_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);
