import {
  boolean,
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

/** Questions as they were asked; what became of one its entries say. */
export const questionTable = pgTable(
  "question",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    place: key("place").notNull(),
    /** The township that looks after it; the place itself where it lies above townships. */
    township: key("township").notNull(),
    askerId: key("asker_id").notNull(),
    askerName: text("asker_name").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    askedOn: date("asked_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("question_id").on(table.id),
    index("question_asker").on(table.askerId),
  ],
);

/** Entries of questions, only ever added. */
export const questionEntryTable = pgTable(
  "question_entry",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    questionId: key("question_id").notNull(),
    seq: integer("seq").notNull(),
    act: text("act").notNull(),
    enteredOn: date("entered_on").notNull(),
    body: text("body").notNull(),
    targetId: key("target_id"),
    personId: key("person_id"),
    byName: text("by_name").notNull(),
    party: text("party").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    uniqueIndex("question_entry_seq").on(table.questionId, table.seq),
    foreignKey({
      name: "question_entry_of",
      columns: [table.countyCode, table.questionId],
      foreignColumns: [questionTable.countyCode, questionTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Answers as everybody who works with the product finds them; a corrected one is superseded, never altered. */
export const questionAnswerTable = pgTable(
  "question_answer",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    headId: key("head_id").notNull(),
    /** Where the question lies, for who may answer it; not shown. */
    place: key("place").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    searchKey: text("search_key").notNull(),
    answeredOn: date("answered_on").notNull(),
    byName: text("by_name").notNull(),
    corrected: boolean("corrected").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("question_answer_head").on(table.headId),
  ],
);
