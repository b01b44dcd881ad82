// Sessions: who has signed in and how; passwords, wrong tries, links.
export { isCommonPassword } from "./common-passwords.data.js";
export { isOwnAccount } from "./is-own-account.js";
export { type LinkPurpose, linkPurposes, toLinkPath } from "./link-path.js";
export { mayKeyAsk } from "./may-key-ask.js";
export { isOwnPath } from "./own-path.js";
export {
  findPasswordEnd,
  findPasswordFaults,
  type PasswordPolicy,
  type PasswordProfile,
  passwordPolicies,
  passwordProfiles,
} from "./password-policy.js";
export { type SessionProblemCode, sessionProblemCodes } from "./session.problem.js";
export { sessionText } from "./session.text.js";
export {
  decideTry,
  listNewLocks,
  type NewLock,
  type SignInLock,
  type SignInTry,
  type TryDecision,
  tryRules,
} from "./sign-in-tries.js";
