// The directory: duty posts and groups in two times, the chain of an establishment in full, and questions from below.
export {
  composeFullChain,
  type FullLink,
  findNearestPosts,
  type LinkHolder,
  type LinkKind,
  linkKinds,
  listChainPlaces,
} from "./compose-full-chain.js";
export { ChainLinkRow, DirectoryEntry, DirectoryFilter, DirectoryPlace } from "./directory.contract.js";
export {
  type DutyField,
  dutyFields,
  dutyHeaders,
  findDutyField,
  findGroupField,
  type GroupField,
  groupFields,
  groupHeaders,
} from "./directory-columns.js";
export { DutyFacts, DutyKind, DutyPost, dutyKinds } from "./duty-post.schema.js";
export { findAbsentKinds } from "./find-absent-kinds.js";
export { GroupMember, LiaisonGroup } from "./group.contract.js";
export { GroupFacts } from "./group.schema.js";
export { type LiaisonProblemCode, liaisonProblemCodes } from "./liaison.problem.js";
export type { DutyRecord } from "./match-duty-rows.js";
export { createMemberNames, type MemberNames } from "./name-member.js";
export { parseDutyRow, parseGroupRow } from "./parse-directory-row.js";
export { type DirectoryChange, type DutyWriting, planDutyImport } from "./plan-duty-import.js";
export { type GroupRecord, planGroupImport } from "./plan-group-import.js";
export {
  findPresentRecord,
  type PostChange,
  planPostChange,
  type StandingRecord,
} from "./plan-post-change.js";
export { QuestionAnswer, QuestionDetail, QuestionRow } from "./question.contract.js";
export {
  checkQuestionStep,
  type FoldedQuestion,
  foldQuestion,
  listQuestionSteps,
  QuestionAct,
  QuestionEntry,
  QuestionParty,
  QuestionState,
  QuestionStep,
  questionActs,
  questionParties,
  questionStates,
} from "./question.js";
export { type LikeText, likeRules, suggestLikeTexts } from "./suggest-like.js";
