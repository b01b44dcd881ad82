// A file may turn out unreadable in the middle of a stream, where no value can be returned any more: inside the
// readers that is this error, at their edge it becomes the refused side of a `Result`.
import type { Problem, ProblemParams, Result, SpreadsheetProblemCode } from "@shian/domain";

/** Thrown while a file streams, and only then; never leaves the exported functions that return a `Result`. */
export class SpreadsheetRefusal extends Error {
  readonly problem: Problem<SpreadsheetProblemCode>;

  constructor(code: SpreadsheetProblemCode, params: ProblemParams = {}) {
    super(code);
    this.name = "SpreadsheetRefusal";
    this.problem = { code, params };
  }
}

/** The value of the work, or the refusal that it ran into; every other error is a bug and is thrown on. */
export async function toSpreadsheetResult<T>(
  work: () => Promise<T>,
): Promise<Result<T, Problem<SpreadsheetProblemCode>>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) return { ok: false, problems: [error.problem] };
    throw error;
  }
}
