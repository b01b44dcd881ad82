// Why the storage could not be opened, or not be trusted.
import { type Problem, type ProblemParams, problem } from "@shian/domain";

export const storageProblemCodes = [
  "storage/folder-in-use",
  "storage/folder-not-usable",
  "storage/server-unreachable",
  "storage/server-not-durable",
  "storage/schema-newer",
  "storage/schema-older",
  "storage/login-passes-row-security",
  "storage/login-owns-tables",
  "storage/login-makes-no-tables",
  "storage/key-file-missing",
  "storage/key-file-open",
  "storage/key-file-unusable",
  "storage/key-file-other",
] as const;
/** Code of a reason given by the storage. */
export type StorageProblemCode = (typeof storageProblemCodes)[number];

/** Opening the storage was refused: nothing was changed, and the person who started the server has to act. */
export class StorageRefusal extends Error {
  override readonly name = "StorageRefusal";
  readonly problem: Problem<StorageProblemCode>;
  constructor(code: StorageProblemCode, params: ProblemParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? {} : { cause });
    this.problem = problem(code, params);
  }
}
