// Which operations are about signing in and one's own account.

const ownConcepts = ["session", "device", "setup", "key"];

/**
 * Whether the operation is about signing in or about one's own account. Those stay open to a person whose password is
 * due or whose second factor is missing, and closed to API keys.
 *
 * @example
 * isOwnAccount("session.changePassword"); // => true
 * isOwnAccount("registry.list"); // => false
 */
export const isOwnAccount = (operation: string): boolean =>
  ownConcepts.includes(operation.split(".", 1)[0] ?? "");
