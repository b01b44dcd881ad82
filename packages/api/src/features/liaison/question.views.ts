// Questions as they are shown: what their entries come to, and what who asks may do next.
import {
  type FoldedQuestion,
  foldQuestion,
  formatPlace,
  listQuestionSteps,
  type QuestionAnswer,
  type QuestionDetail,
  type QuestionParty,
  type QuestionRow,
  reachesPlace,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { getTree } from "../territory/territory.service.js";
import { listAnswers, listQuestions, type StoredAnswer, type StoredQuestion } from "./question.repo.js";

export type Told = { readonly question: StoredQuestion; readonly folded: FoldedQuestion };

/** All questions that who asks may see, with the answers that stand. */
export type Questions = {
  readonly tree: TerritoryTree;
  readonly office: string;
  readonly byId: ReadonlyMap<string, Told>;
  /** Ids of those that are joined to a question, as far as they are to be seen. */
  readonly joinedTo: ReadonlyMap<string, readonly string[]>;
  readonly answers: readonly StoredAnswer[];
  /** How often a question was answered. */
  readonly answered: ReadonlyMap<string, number>;
};

/** As what who asks stands to the question. */
export function listParties(
  call: Call,
  tree: TerritoryTree,
  question: StoredQuestion,
): readonly QuestionParty[] {
  const isNear = reachesPlace({ reach: call.reach, tree, place: question.township });
  return [
    ...(call.actor?.personId === question.asker ? (["asker"] as const) : []),
    ...(isNear && call.roles.includes("liaison") ? (["township"] as const) : []),
    ...(isNear && call.roles.includes("office") ? (["office"] as const) : []),
  ];
}

/** Whether the question is one's own, or one that who asks looks after. */
const isShown = (call: Call, tree: TerritoryTree, { asker, place }: StoredQuestion): boolean =>
  call.actor?.personId === asker ||
  ((call.roles.includes("office") || call.roles.includes("liaison")) &&
    reachesPlace({ reach: call.reach, tree, place }));

export async function readQuestions(call: Call): Promise<Questions> {
  const tree = await getTree(call);
  const answers = await listAnswers(call.db);
  const standing = new Map(answers.flatMap((one) => (one.superseded ? [] : [[one.head, one.id] as const])));
  const answered = new Map<string, number>();
  for (const { head } of answers) answered.set(head, (answered.get(head) ?? 0) + 1);
  const answerOf = (head: string) => standing.get(head) ?? null;
  const byId = new Map<string, Told>();
  const joinedTo = new Map<string, string[]>();
  for (const question of await listQuestions(call.db)) {
    const { id, entries } = question;
    const folded = isShown(call, tree, question) ? foldQuestion({ id, entries, answerOf }) : undefined;
    if (folded === undefined) continue;
    byId.set(id, { question, folded });
    if (folded.head !== id && folded.state !== "withdrawn")
      joinedTo.set(folded.head, [...(joinedTo.get(folded.head) ?? []), id]);
  }
  return { tree, office: await findTerritoryCode(call), byId, joinedTo, answers, answered };
}

/** The question and every other that it was ever joined to. */
const listHeads = ({ id, entries }: StoredQuestion): ReadonlySet<string> =>
  new Set([
    id,
    ...entries.flatMap(({ act, target }) => (act === "merge" && target !== null ? [target] : [])),
  ]);

/** Its entries and all answers that ever were its: whoever writes names how many they saw, and it only grows. */
export const versionOf = ({ answered }: Questions, { question, folded }: Told): number =>
  [...listHeads(question)].reduce((sum, head) => sum + (answered.get(head) ?? 0), folded.next - 1);

/** Who last entered or answered something of the question, and when. */
export function findLastTouch({ answers }: Questions, { question }: Told) {
  const heads = listHeads(question);
  // The latest answer stands first.
  const answer = answers.find(({ head }) => heads.has(head));
  return answer !== undefined && answer.recordedAt >= question.changedAt
    ? { who: answer.by, at: answer.recordedAt }
    : { who: question.entries.at(-1)?.by ?? "", at: question.changedAt };
}

/** What is joined to one of the questions and no more withdrawn, of all that there are. */
export function findJoined(all: readonly StoredQuestion[], heads: ReadonlySet<string>): readonly Told[] {
  return all.flatMap((question): Told[] => {
    const { id, entries } = question;
    const folded = foldQuestion({ id, entries, answerOf: () => null });
    const isJoined = folded !== undefined && folded.head !== id && folded.state !== "withdrawn";
    return isJoined && heads.has(folded.head) ? [{ question, folded }] : [];
  });
}

export function toQuestionRow(call: Call, questions: Questions, told: Told): QuestionRow {
  const { tree, office, joinedTo } = questions;
  const { question, folded } = told;
  const isMine = call.actor?.personId === question.asker;
  return {
    id: question.id,
    place: question.place,
    placeName: formatPlace({ code: question.place, tree, within: office }),
    subject: question.subject,
    text: question.text,
    askedBy: question.askedBy,
    askedOn: question.askedOn,
    mine: isMine,
    state: folded.state,
    joined: joinedTo.get(question.id)?.length ?? 0,
    unread: isMine && folded.unread,
    next: [
      ...listQuestionSteps({
        state: folded.state,
        isHead: folded.head === question.id,
        unread: folded.unread,
        parties: listParties(call, tree, question),
      }),
    ],
    version: versionOf(questions, told),
  };
}

export const toAnswer = ({ id, subject, text, on, by, corrected }: StoredAnswer): QuestionAnswer => ({
  id,
  subject,
  text,
  on,
  by,
  corrected,
});

export function toQuestionDetail(call: Call, questions: Questions, told: Told): QuestionDetail {
  const { question, folded } = told;
  const head = folded.head === question.id ? undefined : questions.byId.get(folded.head)?.question;
  const answer = questions.answers.find(({ id }) => id === folded.answer);
  return {
    row: toQuestionRow(call, questions, told),
    entries: [...question.entries],
    joined: (questions.joinedTo.get(question.id) ?? []).flatMap((id) => {
      const other = questions.byId.get(id);
      return other === undefined ? [] : [toQuestionRow(call, questions, other)];
    }),
    head: head === undefined ? null : { id: head.id, subject: head.subject },
    answer: answer === undefined ? null : toAnswer(answer),
  };
}
