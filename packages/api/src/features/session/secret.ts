// Secrets that the product hands out: random, shown once, and kept as a hash alone.
import { createHash, randomBytes, randomInt } from "node:crypto";

/** A new 256-bit token: 43 characters. */
export const createToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token. A token is random as a whole, so one round of a fast hash is enough. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** What is kept of what was typed as a user name: somebody may have typed a password there. */
export const hashUsername = (typed: string): string =>
  createHash("sha256").update(`user name:${typed.trim().toLowerCase()}`).digest("hex");

// No vowels, so that no words come up, and no digits that look like letters.
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const pickLetters = (length: number): string =>
  Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");

/** A code that a person types from a terminal into the web: `WDJB-MJHT`. */
export const createUserCode = (): string => `${pickLetters(4)}-${pickLetters(4)}`;

/** The code as it is kept, however it was typed. */
export const foldUserCode = (typed: string): string => {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, "");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** Ten recovery codes of 51 bits each: `BCDFGH-JKLMNP`. */
export const createRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => `${pickLetters(6)}-${pickLetters(6)}`);

/** What is kept of a recovery code, however it was typed. */
export const hashRecoveryCode = (personId: string, typed: string): string =>
  createHash("sha256")
    .update(`recovery:${personId}:${typed.toUpperCase().replace(/[^A-Z]/g, "")}`)
    .digest("hex");
