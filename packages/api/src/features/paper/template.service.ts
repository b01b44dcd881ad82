// The template of letters in use: the office's own, or the one that comes with the product.
import { createHash } from "node:crypto";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { builtInName, composeBuiltInLetter } from "./built-in-letter.js";
import { findTemplate, removeTemplate, saveTemplate } from "./template.repo.js";

const LETTER = "commitment-letter";

export type LetterTemplate = {
  readonly own: boolean;
  readonly name: string;
  readonly content: Uint8Array;
  readonly hash: string;
  readonly changedAt: string | null;
};

const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

let builtIn: Promise<LetterTemplate> | undefined;
// Its bytes carry the time at which they were made, so it is known by what it says, not by them.
const BUILT_IN_EDITION = "built-in letter 2026-11";

async function makeBuiltIn(): Promise<LetterTemplate> {
  const content = await composeBuiltInLetter();
  return {
    own: false,
    name: builtInName,
    content,
    hash: hashOf(Buffer.from(BUILT_IN_EDITION)),
    changedAt: null,
  };
}

/** The template that letters are filled from. */
export async function getLetterTemplate(call: Call): Promise<LetterTemplate> {
  const own = await findTemplate(call.db, LETTER);
  if (own === undefined) {
    builtIn ??= makeBuiltIn();
    return builtIn;
  }
  return { own: true, name: own.name, content: own.content, hash: own.contentHash, changedAt: own.changedAt };
}

/** Keeps a checked file as the template. */
export const keepOwnTemplate = (
  call: ChangeCall,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<void> =>
  saveTemplate(call.db, {
    kind: LETTER,
    name,
    content,
    contentHash: hashOf(content),
    changedAt: call.now,
    changedBy: nameOf(call),
  });

/** Goes back to the one that comes with the product. */
export const dropOwnTemplate = (call: ChangeCall): Promise<void> => removeTemplate(call.db, LETTER);
