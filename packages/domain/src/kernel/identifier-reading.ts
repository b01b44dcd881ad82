// What reading a typed identifier comes to. Three ends, not two: a code may be plainly wrong (refused), or well formed
// with something that only a person can settle (held), because real papers and registers hold such codes too.
// Source: rules §1 "Identifiers" (certain).
import type { CodeChange } from "./fold-code.js";
import type { KernelProblemCode } from "./kernel.problem.js";
import type { Problem } from "./result.js";

/** Kinds of identifier that the product tells apart by their shape. */
export const identifierKinds = ["uscc", "licence", "division", "grid"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** `valid`: use it; `held`: a person decides; `refused`: cannot be such a code. */
export const identifierStatuses = ["valid", "held", "refused"] as const;
export type IdentifierStatus = (typeof identifierStatuses)[number];

/**
 * A read identifier. `value` is the folded code, `null` when refused; `problems` are the reasons of a hold or refusal
 * and empty when valid; `notices` never change the status.
 */
export type IdentifierReading = {
  readonly status: IdentifierStatus;
  readonly value: string | null;
  readonly changes: readonly CodeChange[];
  readonly notices: readonly Problem<KernelProblemCode>[];
  readonly problems: readonly Problem<KernelProblemCode>[];
};
