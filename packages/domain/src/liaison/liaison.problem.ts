// Reasons why a duty post, a group or a question is refused, and what a row of a sheet of them is told.

const keepingCodes = [
  "duty/territory-unknown",
  "duty/ended-already",
  "duty/dates-order",
  "group/post-unknown",
  "group/member-twice",
  "question/not-open",
  "question/not-yours",
  "question/text-missing",
  "question/joined-to-itself",
] as const;

const sheetCodes = [
  "duty/kind-missing",
  "duty/kind-unknown",
  "duty/name-missing",
  "duty/place-missing",
  "duty/place-unknown",
  "duty/place-ambiguous",
  "duty/place-outside",
  "duty/too-many-places",
  "duty/too-long",
  "duty/date-shape",
  "duty/phone-shape",
  "duty/official-elsewhere",
  "duty/twice-in-file",
  "duty/post-twice",
  "duty/fits-several",
  "duty/follows",
  "duty/follows-whom",
  "duty/replaced-unknown",
  "duty/replaced-several",
  "duty/before-holder",
  "duty/since",
  "group/name-missing",
  "group/one-missing",
  "group/one-place",
  "group/members-missing",
  "group/member-unknown",
  "group/member-ambiguous",
  "group/fits-several",
] as const;
/** Code of what only a row of a sheet is told. */
export type DirectorySheetCode = (typeof sheetCodes)[number];
/** Code of a reason about keeping duty posts, groups and questions one by one. */
export type LiaisonKeepingCode = (typeof keepingCodes)[number];

export const liaisonProblemCodes = [...keepingCodes, ...sheetCodes] as const;
/** Code of a reason about duty posts, groups and questions. */
export type LiaisonProblemCode = (typeof liaisonProblemCodes)[number];
