/** Why a handover cannot be made, or not be taken back. */
export const handoverProblemCodes = [
  "handover/named-twice",
  "handover/not-in-post",
  "handover/post-begins-then",
  "handover/later-post",
  "handover/same-post",
  "handover/own-successor",
  "handover/successor-leaves",
  "handover/beyond-reach",
  "handover/pairing-later",
  "handover/changed-since",
  "handover/undone",
  "handover/undo-late",
  "handover/undo-pairing",
  "handover/undo-given",
  "handover/undo-post",
  "handover/undo-commitment",
  "handover/undo-stand-in",
] as const;
export type HandoverProblemCode = (typeof handoverProblemCodes)[number];
