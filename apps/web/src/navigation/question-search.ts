import { type QuestionState, questionStates } from "@shian/domain";
import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const questionViews = ["desk", "mine", "answers"] as const;

export type QuestionSearch = {
  view?: (typeof questionViews)[number];
  state?: QuestionState;
  search?: string;
};

/** The part of an address that questions know. */
export const parseQuestionSearch = (search: RawSearch): QuestionSearch =>
  compact({
    view: readWord(search.view, questionViews),
    state: readWord(search.state, questionStates),
    search: readText(search.search),
  });
