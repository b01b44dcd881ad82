// What the program needs of a server: ask one operation, bring a file, fetch the error file. Commands and screens know
// only this; a refusal is a value, and so is a server that is not there.
import type { OperationId, OperationInput, OperationOutput, Result } from "@shian/domain";

export type ServerPort = {
  readonly url: string;
  readonly ask: <Id extends OperationId>(
    id: Id,
    input: OperationInput<Id>,
  ) => Promise<Result<OperationOutput<Id>>>;
  readonly upload: (file: {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }) => Promise<Result<{ readonly fileId: string }>>;
  readonly fetchProblems: (runId: string) => Promise<Result<Uint8Array>>;
  /** A list in the columns of a layout; `question` as the address takes it. */
  readonly fetchLayout: (
    id: string,
    format: "xlsx" | "csv",
    question: Readonly<Record<string, string>>,
  ) => Promise<Result<Uint8Array>>;
  /** The refused rows of a sheet of facts; `path` names the sheet and the file. */
  readonly fetchRefusedFacts: (
    path: string,
    question: Readonly<Record<string, string>>,
  ) => Promise<Result<Uint8Array>>;
  /** The record as JSON lines, piece by piece. */
  readonly fetchRecord: () => Promise<Result<AsyncIterable<Uint8Array>>>;
};
