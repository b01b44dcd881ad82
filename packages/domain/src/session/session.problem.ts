// Reasons why signing in, a password, a code, a link or a key is refused. None tells whether an account exists.

export const sessionProblemCodes = [
  "session/wrong",
  "session/locked-here",
  "session/locked",
  "session/slow",
  "session/busy",
  "session/wrong-code",
  "session/challenge-ended",
  "session/wrong-password",
  "session/password-short",
  "session/password-long",
  "session/password-classes",
  "session/password-holds-username",
  "session/password-common",
  "session/password-used",
  "session/link-ended",
  "session/username-taken",
  "session/same-username",
  "session/set-up-done",
  "session/not-demonstration",
  "session/second-factor-on",
  "session/second-factor-off",
  "session/second-factor-kept",
  "session/device-ended",
  "session/key-of-person",
  "session/key-operation",
  "session/key-too-long",
] as const;
/** Code of a reason about signing in and what belongs to it. */
export type SessionProblemCode = (typeof sessionProblemCodes)[number];
