// Enters a whole directory with its groups and questions at once; for the demonstration, a real office's grows through
// the operations.
import type { DutyPost } from "@shian/domain";
import type { FixtureCity } from "@shian/domain/fixture-city";
import type { Call } from "../../deps.js";
import { insertDuties } from "./duty-post.repo.js";
import { insertGroupRecords } from "./group.repo.js";
import { insertAnswer, insertQuestion, insertQuestionEntry } from "./question.repo.js";

const noonOf = (day: string): string => `${day}T04:00:00.000Z`;

/** Enters the posts, each recorded on its own first day, as the demonstration's history is. */
export async function enterDuties(call: Call, posts: readonly DutyPost[]): Promise<void> {
  const byDay = new Map<string, DutyPost[]>();
  for (const post of posts) byDay.set(post.from, [...(byDay.get(post.from) ?? []), post]);
  for (const [day, entered] of byDay)
    await insertDuties(
      call.db,
      entered.map(({ post, kind, from, to, ...facts }) => ({
        id: `${post}-1`,
        post,
        kind,
        facts,
        from,
        to,
        version: 1,
        mobile: null,
      })),
      { at: noonOf(day), name: "演示" },
    );
}

/** Enters groups, questions with what happened to them, and answers, each recorded on its own day. */
export async function enterQuestions(
  { db }: Call,
  { groups, questions, answers }: Pick<FixtureCity, "groups" | "questions" | "answers">,
): Promise<void> {
  for (const { group, facts, from } of groups)
    await insertGroupRecords(db, [{ id: `${group}-1`, group, facts, from, to: null, version: 1 }], {
      at: noonOf(from),
      name: "演示",
    });
  for (const { entries, ...question } of questions) {
    await insertQuestion(db, question, noonOf(question.askedOn));
    for (const entry of entries)
      await insertQuestionEntry(db, question, entry, {
        id: `${question.id}-${entry.seq}`,
        personId: null,
        at: noonOf(entry.on),
      });
  }
  const placeOf = new Map(questions.map(({ id, place }) => [id, place]));
  for (const { head, ...answer } of answers)
    await insertAnswer(
      db,
      { id: head, place: placeOf.get(head) ?? "" },
      { ...answer, corrected: false },
      noonOf(answer.on),
    );
}
