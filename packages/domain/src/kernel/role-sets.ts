// Sets of roles that many operations share.
import type { Role } from "./operation.js";

/** Who sees places as a whole: lists, counts and searches, each within their own reach. */
export const placeReaders: readonly Role[] = [
  "office",
  "regulator",
  "unit",
  "liaison",
  "official",
  "evaluator",
  "leader",
];
/** Who sees single establishments within their reach; a business sees its own. */
export const readers: readonly Role[] = [...placeReaders, "business"];
/** Who sees rubrics and the score. */
export const scoreReaders: readonly Role[] = ["office", "regulator", "unit", "evaluator", "leader"];
