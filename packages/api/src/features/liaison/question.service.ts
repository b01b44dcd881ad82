// Looking at questions and answers: one's own, those that one looks after, and what was answered already.
import {
  type OperationArguments,
  type OperationOutput,
  ok,
  type QuestionDetail,
  questionStates,
  type Result,
  refuse,
  suggestLikeTexts,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { measureDistance } from "../../documents/measure-distance.js";
import { pageRows } from "../picture/page-rows.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { listAnswers } from "./question.repo.js";
import { readQuestions, toAnswer, toQuestionDetail, toQuestionRow } from "./question.views.js";

/** Whether the text holds every word of what is looked for. */
const createWordFilter = (search = "") => {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
};

/** One's own: what is answered and unread first, then the latest. */
export async function listOwnQuestions(
  call: Call,
  { unread, cursor, limit }: OperationArguments<"question.mine">,
): Promise<Result<OperationOutput<"question.mine">>> {
  const questions = await readQuestions(call);
  const mine = [...questions.byId.values()]
    .map((told) => toQuestionRow(call, questions, told))
    .filter((row) => row.mine);
  const page = pageRows({
    rows: unread === true ? mine.filter((row) => row.unread) : mine,
    sortBy: [
      (row) => (row.unread ? 0 : 1),
      ({ askedOn }) => -Number(askedOn.replaceAll("-", "")),
      ({ id }) => id,
    ],
    cursor,
    limit,
  });
  return page.ok ? ok({ ...page.value, unread: mine.filter((row) => row.unread).length }) : page;
}

/** Those that who asks looks after: the longest waiting first. */
export async function listQuestionRows(
  call: Call,
  { territory, states, search, cursor, limit }: OperationArguments<"question.list">,
): Promise<Result<OperationOutput<"question.list">>> {
  const scope = findScope(await getPicture(call), territory);
  if (!scope.ok) return scope;
  const questions = await readQuestions(call);
  const { tree, office } = questions;
  const isFound = createWordFilter(search);
  const inside = [...questions.byId.values()]
    .filter(({ question }) => scope.value.code === office || tree.contains(scope.value.code, question.place))
    .map((told) => toQuestionRow(call, questions, told))
    .filter((row) => isFound(`${row.subject} ${row.text} ${row.askedBy}`));
  const byState: Record<string, number> = Object.fromEntries(
    questionStates.map((state) => [state, inside.filter((row) => row.state === state).length]),
  );
  const page = pageRows({
    rows: states === undefined ? inside : inside.filter(({ state }) => states.includes(state)),
    sortBy: [({ askedOn }) => askedOn, ({ id }) => id],
    cursor,
    limit,
  });
  return page.ok ? ok({ ...page.value, byState }) : page;
}

export async function getQuestion(
  call: Call,
  { id }: { readonly id: string },
): Promise<Result<QuestionDetail>> {
  const questions = await readQuestions(call);
  const told = questions.byId.get(id);
  return told === undefined
    ? refuse("request/not-found", { id })
    : ok(toQuestionDetail(call, questions, told));
}

/** Answers and open questions like what is being written; a suggestion, a person decides. */
export async function listLikeQuestions(
  call: Call,
  { subject, text, not }: OperationArguments<"question.like">,
): Promise<Result<OperationOutput<"question.like">>> {
  const questions = await readQuestions(call);
  const measure = measureDistance;
  const standing = questions.answers.filter(({ superseded, head }) => !superseded && head !== not);
  const byAnswer = new Map(standing.map((answer) => [answer.id, answer]));
  const open = [...questions.byId.values()]
    .filter(({ question, folded }) => {
      const isOpen = folded.state === "at-township" || folded.state === "at-office";
      return isOpen && folded.head === question.id && question.id !== not;
    })
    .map(({ question }) => question);
  return ok({
    answers: suggestLikeTexts({ subject, text, candidates: standing, measure }).flatMap(
      ({ id, likeness }) => {
        const answer = byAnswer.get(id);
        return answer === undefined ? [] : [{ likeness, answer: toAnswer(answer) }];
      },
    ),
    questions: suggestLikeTexts({ subject, text, candidates: open, measure }).flatMap(({ id, likeness }) => {
      const told = questions.byId.get(id);
      return told === undefined ? [] : [{ likeness, row: toQuestionRow(call, questions, told) }];
    }),
  });
}

/** Every answer that stands, the latest first. */
export async function searchAnswers(
  call: Call,
  { search, cursor, limit }: OperationArguments<"question.answers">,
): Promise<Result<OperationOutput<"question.answers">>> {
  const isFound = createWordFilter(search);
  const page = pageRows({
    rows: (await listAnswers(call.db)).filter((one) => !one.superseded && isFound(one.searchText)),
    sortBy: [({ recordedAt }) => -Date.parse(recordedAt), ({ id }) => id],
    cursor,
    limit,
  });
  return page.ok ? ok({ ...page.value, rows: page.value.rows.map(toAnswer) }) : page;
}
