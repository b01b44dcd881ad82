import { type PlainDate, QuestionEntry } from "@shian/domain";
import { and, asc, eq, isNull } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { questionAnswerTable, questionEntryTable, questionTable } from "./question.table.js";

/** A question with its entries in their order. */
export type StoredQuestion = {
  readonly id: string;
  readonly place: string;
  readonly township: string;
  readonly asker: string;
  readonly askedBy: string;
  readonly subject: string;
  readonly text: string;
  readonly askedOn: PlainDate;
  readonly entries: readonly QuestionEntry[];
  /** When the last entry was made. */
  readonly changedAt: string;
};

export type StoredAnswer = {
  readonly id: string;
  readonly head: string;
  readonly subject: string;
  readonly text: string;
  readonly on: PlainDate;
  readonly by: string;
  readonly corrected: boolean;
  readonly recordedAt: string;
  readonly superseded: boolean;
  readonly searchText: string;
};

/** All questions that the database shows, in the order in which they were asked. */
export async function listQuestions(db: Db): Promise<readonly StoredQuestion[]> {
  const questions = await db
    .select()
    .from(questionTable)
    .orderBy(asc(questionTable.recordedAt), asc(questionTable.id));
  const entries = await db
    .select()
    .from(questionEntryTable)
    .orderBy(asc(questionEntryTable.questionId), asc(questionEntryTable.seq));
  const byQuestion = new Map<string, QuestionEntry[]>();
  const changedAt = new Map<string, string>();
  for (const row of entries) {
    const entry = QuestionEntry.parse({
      seq: row.seq,
      act: row.act,
      on: row.enteredOn,
      by: row.byName,
      party: row.party,
      text: row.body,
      target: row.targetId,
    });
    const group = byQuestion.get(row.questionId);
    if (group === undefined) byQuestion.set(row.questionId, [entry]);
    else group.push(entry);
    changedAt.set(row.questionId, row.recordedAt);
  }
  return questions.map((row) => ({
    id: row.id,
    place: row.place,
    township: row.township,
    asker: row.askerId,
    askedBy: row.askerName,
    subject: row.subject,
    text: row.body,
    askedOn: row.askedOn as PlainDate,
    entries: byQuestion.get(row.id) ?? [],
    changedAt: changedAt.get(row.id) ?? row.recordedAt,
  }));
}

/** All answers, those that were corrected among them; the latest first. */
export async function listAnswers(db: Db): Promise<readonly StoredAnswer[]> {
  const rows = await db.select().from(questionAnswerTable);
  return rows
    .map((row) => ({
      id: row.id,
      head: row.headId,
      subject: row.subject,
      text: row.body,
      on: row.answeredOn as PlainDate,
      by: row.byName,
      corrected: row.corrected,
      recordedAt: row.recordedAt,
      superseded: row.supersededAt !== null,
      searchText: row.searchKey,
    }))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
}

/** Until this transaction ends nobody else acts on questions, so that what was seen of them is so when it is written. */
export async function lockQuestions(db: Db): Promise<void> {
  await lockUntilCommit(db, "questions");
}

export async function insertQuestion(
  db: Db,
  {
    id,
    place,
    township,
    asker,
    askedBy,
    subject,
    text,
    askedOn,
  }: Omit<StoredQuestion, "entries" | "changedAt">,
  recordedAt: string,
): Promise<void> {
  await db.insert(questionTable).values({
    ...{ countyCode: toCountyCode(place), id, place, township, subject, body: text, askedOn, recordedAt },
    ...{ askerId: asker, askerName: askedBy },
  });
}

/** Adds an entry; the number of one that somebody else has just added is refused by the database. */
export async function insertQuestionEntry(
  db: Db,
  { id: questionId, place }: Pick<StoredQuestion, "id" | "place">,
  entry: QuestionEntry,
  { id, personId, at }: { readonly id: string; readonly personId: string | null; readonly at: string },
): Promise<void> {
  await db.insert(questionEntryTable).values({
    ...{ countyCode: toCountyCode(place), id, questionId, personId, recordedAt: at },
    ...{ seq: entry.seq, act: entry.act, enteredOn: entry.on, body: entry.text, targetId: entry.target },
    ...{ byName: entry.by, party: entry.party },
  });
}

/** Adds an answer in place of the one that stood for the question. */
export async function insertAnswer(
  db: Db,
  { id: headId, place }: Pick<StoredQuestion, "id" | "place">,
  answer: Pick<StoredAnswer, "id" | "subject" | "text" | "on" | "by" | "corrected">,
  recordedAt: string,
): Promise<void> {
  const { headId: head, supersededAt } = questionAnswerTable;
  await db
    .update(questionAnswerTable)
    .set({ supersededAt: recordedAt })
    .where(and(eq(head, headId), isNull(supersededAt)));
  const { subject, text, on, by, corrected, id } = answer;
  const { namePinyin, nameInitials } = toNameKeys(subject);
  await db.insert(questionAnswerTable).values({
    ...{ countyCode: toCountyCode(place), id, headId, place, subject, body: text, answeredOn: on },
    ...{ byName: by, corrected, recordedAt },
    searchKey: `${subject} ${text} ${namePinyin} ${nameInitials}`.toLowerCase(),
  });
}
