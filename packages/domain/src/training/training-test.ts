// Tests of online sessions: which questions are asked, and what the answers come to.
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { TrainingProblemCode } from "./training.problem.js";
import type { GivenAnswer, TrainingQuestion } from "./training.schema.js";

/** A question of the bank with its id. */
export type BankQuestion = TrainingQuestion & { readonly id: string };

/** Places questions by the seed as by lot: the same seed always gives the same place. FNV-1a, 32 bits, mixed. */
function drawLot(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${id}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The questions of one try: drawn by lot, the topics in turn so that none is left out while it has questions, and in an
 * order that the order of the bank does not matter to. As many as asked for, or all there are.
 *
 * @example
 * drawQuestions({ bank: [{ id: "q-1", topic: "冷藏" }, { id: "q-2", topic: "索证" }], count: 1, seed: "s" }).length; // => 1
 */
export function drawQuestions<Q extends Pick<BankQuestion, "id" | "topic">>({
  bank,
  count,
  seed,
}: {
  readonly bank: readonly Q[];
  readonly count: number;
  readonly seed: string;
}): readonly Q[] {
  const byLot = bank
    .map((question) => ({ question, lot: drawLot(seed, question.id) }))
    .sort((a, b) => a.lot - b.lot || (a.question.id < b.question.id ? -1 : 1))
    .map(({ question }) => question);
  const turns = new Map<string, number>();
  const inTurn = byLot
    .map((question, at) => {
      const turn = turns.get(question.topic) ?? 0;
      turns.set(question.topic, turn + 1);
      return { question, turn, at };
    })
    .sort((a, b) => a.turn - b.turn || a.at - b.at);
  return inTurn.slice(0, count).map(({ question }) => question);
}

/** How long a try lasts. The product's own, no clause says it. */
export const testMinutes = 60;

/**
 * The instant (ms) from which a try can no longer be handed in: an hour after it was begun, or the end of the session's
 * last day at the office where that comes first, so that nobody is credited behind the session.
 *
 * @example
 * const begunAt = Date.parse("2026-11-30T15:30:00.000Z");
 * new Date(findTestEnd({ begunAt, last: "2026-11-30" })).toISOString(); // => "2026-11-30T16:00:00.000Z"
 */
export const findTestEnd = ({
  begunAt,
  last,
}: {
  readonly begunAt: number;
  readonly last: PlainDate;
}): number => Math.min(begunAt + testMinutes * 60_000, Date.parse(`${addDays(last, 1)}T00:00:00+08:00`));

/** What a test came to. */
export type TestResult = {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
  /** Ids of the questions answered wrongly, in the order of asking. */
  readonly wrong: readonly string[];
};

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((one) => b.includes(one));

/**
 * Counts the right answers: a question of several right options needs all of them and no other. Passed: right ÷ asked
 * is the pass mark or more, compared in whole numbers.
 *
 * @example
 * const asked = [{ id: "q-1", answers: [0] }, { id: "q-2", answers: [0, 2] }];
 * gradeTest({ asked, given: [{ question: "q-1", options: [0] }, { question: "q-2", options: [0] }], passMark: 50 });
 * // => { right: 1, of: 2, passed: true, wrong: ["q-2"] }
 */
export function gradeTest({
  asked,
  given,
  passMark,
}: {
  readonly asked: readonly Pick<BankQuestion, "id" | "answers">[];
  readonly given: readonly GivenAnswer[];
  readonly passMark: number;
}): TestResult {
  const chosen = new Map(given.map(({ question, options }) => [question, options]));
  const wrong = asked.filter(({ id, answers }) => !isSame(answers, chosen.get(id) ?? [])).map(({ id }) => id);
  const of = asked.length;
  const right = of - wrong.length;
  return { right, of, passed: of > 0 && right * 100 >= passMark * of, wrong };
}

/**
 * Why the answers cannot be handed in: each question asked has an answer.
 *
 * @example
 * checkAnswers([{ id: "q-1" }], [])[0]?.code; // => "training/answers-missing"
 */
export function checkAnswers(
  asked: readonly Pick<BankQuestion, "id">[],
  given: readonly GivenAnswer[],
): readonly Problem<TrainingProblemCode>[] {
  const answered = new Set(given.filter(({ options }) => options.length > 0).map(({ question }) => question));
  const left = asked.filter(({ id }) => !answered.has(id)).length;
  return left === 0 ? [] : [problem("training/answers-missing", { left })];
}
