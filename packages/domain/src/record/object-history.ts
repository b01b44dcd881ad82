// Who is told, in an object's history, that somebody looked at it: those alone who could have looked themselves.
// Source: quality S9 (masked unless the role may read, every unmask audited). That the history of an object shows its
// business, and every other role that may not look, what changed and never who looked or why, is ours.
import type { Role } from "../kernel/operation.js";
import { unmaskingRoles } from "../kernel/unmask.js";

/** Codes of what happened to an object when somebody looked at it and nothing changed. */
export const looks: readonly string[] = ["unmasked"];

/** Roles that are told of looks, with the reason that was given for them. */
const lookReaders: readonly Role[] = [...unmaskingRoles, "audit"];

/**
 * Whether somebody with the roles is told who looked at an object that they reach. "some": only some of the roles are,
 * so it depends on which of them reaches the object.
 *
 * @example
 * findLookReading(["office"]); // => "all"
 * findLookReading(["business"]); // => "none"
 * findLookReading(["business", "regulator"]); // => "some"
 */
export function findLookReading(roles: readonly Role[]): "all" | "some" | "none" {
  const told = roles.filter((role) => lookReaders.includes(role));
  if (told.length === 0) return "none";
  return told.length === roles.length ? "all" : "some";
}
