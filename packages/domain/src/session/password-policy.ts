// What a password must be, by profile, and when it must be changed.
// Source: quality page, S "Security" (等保 2.0 三级, GB/T 22239-2019, 8.1.4.1; OWASP ASVS 5.0, 6.2); sure.
import { type Problem, problem } from "../kernel/result.js";
import { isCommonPassword } from "./common-passwords.data.js";
import type { SessionProblemCode } from "./session.problem.js";

export const passwordProfiles = ["dengbao3", "asvs"] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** What a profile asks of a password. */
export type PasswordPolicy = {
  readonly least: number;
  readonly most: number;
  /** How many of lower case, upper case, digits and other characters it must hold. */
  readonly classes: number;
  /** Days after which it must be changed; null: never by age. */
  readonly days: number | null;
  /** How many earlier ones, the present one among them, may not come again. */
  readonly remembered: number;
  /** Whether it must not stand on the list of common passwords. */
  readonly refusesCommon: boolean;
};

/** Profile → policy. `asvs` asks fifteen characters, since eight do only beside a second factor that not all have. */
export const passwordPolicies: { readonly [P in PasswordProfile]: PasswordPolicy } = {
  dengbao3: { least: 10, most: 128, classes: 3, days: 90, remembered: 5, refusesCommon: true },
  asvs: { least: 15, most: 128, classes: 1, days: null, remembered: 1, refusesCommon: true },
};

const characterClasses = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/**
 * Everything that is wrong with a password that somebody chooses; none when it will do. Whether it was used before is
 * known by its hashes alone and decided where those are.
 *
 * @example
 * findPasswordFaults({ password: "Yunting-2026", username: "yanqinghe", profile: "dengbao3" }); // => []
 * findPasswordFaults({ password: "yunting", username: "yanqinghe", profile: "dengbao3" }).length; // => 2
 */
export function findPasswordFaults({
  password,
  username,
  profile,
}: {
  readonly password: string;
  readonly username: string;
  readonly profile: PasswordProfile;
}): readonly Problem<SessionProblemCode>[] {
  const { least, most, classes, refusesCommon } = passwordPolicies[profile];
  const length = [...password].length;
  const held = characterClasses.filter((one) => one.test(password)).length;
  const folded = password.normalize("NFKC").toLowerCase();
  const faults: Problem<SessionProblemCode>[] = [];
  if (length < least) faults.push(problem("session/password-short", { least }));
  if (length > most) faults.push(problem("session/password-long", { most }));
  if (held < classes) faults.push(problem("session/password-classes", { classes }));
  if (username !== "" && folded.includes(username.toLowerCase()))
    faults.push(problem("session/password-holds-username"));
  if (refusesCommon && isCommonPassword(folded)) faults.push(problem("session/password-common"));
  return faults;
}

const DAY_MS = 86_400_000;

/**
 * The instant from which a password chosen at `changedAt` must be changed; undefined when its age does not matter.
 *
 * @example
 * findPasswordEnd({ changedAt: "2026-08-26T00:00:00.000Z", profile: "dengbao3" }); // => "2026-11-24T00:00:00.000Z"
 */
export function findPasswordEnd({
  changedAt,
  profile,
}: {
  readonly changedAt: string | null;
  readonly profile: PasswordProfile;
}): string | undefined {
  const { days } = passwordPolicies[profile];
  if (days === null || changedAt === null) return undefined;
  return new Date(Date.parse(changedAt) + days * DAY_MS).toISOString();
}
