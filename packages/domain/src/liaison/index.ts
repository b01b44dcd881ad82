// The directory: duty posts in two times, and the chain of an establishment in full.
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
export { DutyFacts, DutyKind, DutyPost, dutyKinds } from "./duty-post.schema.js";
export { findAbsentKinds } from "./find-absent-kinds.js";
export { type LiaisonProblemCode, liaisonProblemCodes } from "./liaison.problem.js";
export { type PostChange, planPostChange, type StandingRecord } from "./plan-post-change.js";
