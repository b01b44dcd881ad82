// What theirs says of a row, kept sealed between the comparison and the day somebody takes it over.
import type { RowFacts, ShownOfficial } from "@shian/domain";
import type { Keyring } from "../../storage/keyring.js";

const SEALED_AS = "comparison-row.facts";

/** Their facts and the official that they show. */
export type TheirFacts = { readonly facts: RowFacts; readonly official: ShownOfficial | null };

export const sealTheirs = (keyring: Keyring, theirs: TheirFacts): string =>
  keyring.seal(JSON.stringify(theirs), SEALED_AS);

/** What was sealed; JSON leaves out what was undefined, which is what it meant. */
export const openTheirs = (keyring: Keyring, sealed: string): TheirFacts =>
  JSON.parse(keyring.unseal(sealed, SEALED_AS)) as TheirFacts;
