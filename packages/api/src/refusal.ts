// A refusal on its way out of a transaction, which it thereby rolls back.
import type { Problem } from "@shian/domain";

/** Carries the reasons of a refusal; caught where the transaction was begun. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(", "));
    this.problems = problems;
  }
}
