import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { addGroup, changeGroup, endGroup } from "./change-group.service.js";
import { actOnQuestion, answerQuestion, mergeQuestions, raiseQuestion } from "./change-question.service.js";
import { listGroups } from "./group.service.js";
import {
  getQuestion,
  listLikeQuestions,
  listOwnQuestions,
  listQuestionRows,
  searchAnswers,
} from "./question.service.js";

export const questionRouter = createRouter({
  raise: bindMutation("question.raise", raiseQuestion),
  mine: bindQuery("question.mine", listOwnQuestions),
  list: bindQuery("question.list", listQuestionRows),
  get: bindQuery("question.get", getQuestion),
  like: bindQuery("question.like", listLikeQuestions),
  act: bindMutation("question.act", actOnQuestion),
  merge: bindMutation("question.merge", mergeQuestions),
  answer: bindMutation("question.answer", answerQuestion),
  answers: bindQuery("question.answers", searchAnswers),
});

export const liaisonGroupRouter = createRouter({
  list: bindQuery("liaisonGroup.list", listGroups),
  add: bindMutation("liaisonGroup.add", addGroup),
  change: bindMutation("liaisonGroup.change", changeGroup),
  end: bindMutation("liaisonGroup.end", endGroup),
});
