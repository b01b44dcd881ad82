// What a script may be trusted with. Source: bar S4; 三员 (quality S2) are persons, not programs.
import { administratorRoles } from "../access/grant.schema.js";
import type { Operation } from "../kernel/operation.js";
import { isOwnAccount } from "./is-own-account.js";

/**
 * Whether an API key may cover the operation: never one about the own account, one whose answer only its asker may see
 * (numbers in clear, one-time links), or a change that is for the administrators alone, since those ask for a second
 * factor and a key shows none.
 *
 * @example
 * mayKeyAsk("registry.list", { kind: "query", may: ["office"], territory: "rows" }); // => true
 * mayKeyAsk("grant.give", { kind: "mutation", may: ["security"], territory: "none" }); // => false
 */
export function mayKeyAsk(
  id: string,
  { kind, may, secret = false }: Pick<Operation, "kind" | "may" | "territory" | "secret">,
): boolean {
  const administrators: readonly string[] = administratorRoles;
  const isForAdministrators =
    kind === "mutation" && may !== "everyone" && may.every((role) => administrators.includes(role));
  return !isOwnAccount(id) && !secret && !isForAdministrators;
}
