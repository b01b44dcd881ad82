// A backup that cannot be made, read or restored; the reason is a sentence of the domain's catalogue.
import { type BackupProblemCode, type Problem, type ProblemParams, problem } from "@shian/domain";

/** Nothing was written or restored, and the person who asked has to act. */
export class BackupRefusal extends Error {
  override readonly name = "BackupRefusal";
  readonly problem: Problem<BackupProblemCode>;
  constructor(code: BackupProblemCode, params: ProblemParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? {} : { cause });
    this.problem = problem(code, params);
  }
}
