import { TrainingQuestion } from "@shian/domain";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { trainingQuestionTable } from "./training.table.js";

/** A question of the bank as kept. */
export type StoredQuestion = {
  readonly id: string;
  readonly question: TrainingQuestion;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type Row = typeof trainingQuestionTable.$inferSelect;

const toQuestion = (row: Row): StoredQuestion => ({
  id: row.id,
  question: TrainingQuestion.parse(row.content),
  version: row.version,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});

/** Questions that are asked, by topic and id. */
export async function listQuestions(db: Db): Promise<readonly StoredQuestion[]> {
  const { retiredAt, topic, id } = trainingQuestionTable;
  const rows = await db
    .select()
    .from(trainingQuestionTable)
    .where(isNull(retiredAt))
    .orderBy(asc(topic), asc(id));
  return rows.map(toQuestion);
}

export async function findQuestion(db: Db, id: string): Promise<StoredQuestion | undefined> {
  const [row] = await db
    .select()
    .from(trainingQuestionTable)
    .where(and(eq(trainingQuestionTable.id, id), isNull(trainingQuestionTable.retiredAt)));
  return row === undefined ? undefined : toQuestion(row);
}

type By = { readonly at: string; readonly by: string };

export const insertQuestions = (
  db: Db,
  questions: readonly Pick<StoredQuestion, "id" | "question">[],
  { at, by }: By,
) =>
  db.insert(trainingQuestionTable).values(
    questions.map(({ id, question }) => ({
      id,
      topic: question.topic,
      content: question,
      version: 1,
      updatedAt: at,
      updatedBy: by,
    })),
  );

/** Writes over the version seen, or retires it; false when somebody else was first. */
export async function updateQuestion(
  db: Db,
  seen: Pick<StoredQuestion, "id" | "version">,
  question: TrainingQuestion | null,
  { at, by }: By,
): Promise<boolean> {
  const change = question === null ? { retiredAt: at } : { topic: question.topic, content: question };
  const rows = await db
    .update(trainingQuestionTable)
    .set({ ...change, version: seen.version + 1, updatedAt: at, updatedBy: by })
    .where(and(eq(trainingQuestionTable.id, seen.id), eq(trainingQuestionTable.version, seen.version)))
    .returning({ id: trainingQuestionTable.id });
  return rows.length > 0;
}
