import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const trainingTabs = ["plans", "documents", "questions"] as const;
export const standingWords = ["none", "begun", "completed"] as const;
export const readWords = ["unread", "read"] as const;

export type TrainingSearch = {
  view?: (typeof trainingTabs)[number];
  standing?: (typeof standingWords)[number];
  read?: (typeof readWords)[number];
  level?: "city" | "county" | "township" | "village";
  search?: string;
};

/** The part of an address that the pages of training and documents know. */
export function parseTrainingSearch(search: RawSearch): TrainingSearch {
  return compact({
    view: readWord(search.view, trainingTabs),
    standing: readWord(search.standing, standingWords),
    read: readWord(search.read, readWords),
    level: readWord(search.level, ["city", "county", "township", "village"] as const),
    search: readText(search.search),
  });
}
