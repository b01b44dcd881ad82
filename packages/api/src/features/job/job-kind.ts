// A kind of job: what it takes, what it does, and what its users see when it ends without its work.
import type { JobKindName, Problem } from "@shian/domain";
import type * as z from "zod";
import type { Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";

/** JSON that a job leaves for the person who began it. */
export type JobResult = z.core.util.JSONType;

/** What a running job is given. */
export type JobContext = {
  readonly deps: Deps;
  readonly jobId: string;
  /** 1 for the first attempt; work that was broken off by a crash counts. */
  readonly attempt: number;
  readonly person: { readonly id: string | null; readonly name: string };
  /** Aborts when the job was cancelled, when another process has taken it over, and when this one stops. */
  readonly signal: AbortSignal;
  /** Notes how far the work is; answers whether it was written, which is at most twice a second. */
  progress(done: number, of: number | null): Promise<boolean>;
  /**
   * Writes the effect of the job and its end in one transaction: both or neither, however the process dies, and never
   * twice. Rejects, with nothing written, when the job was cancelled or taken over. Inside `write` use `db` alone.
   */
  commit<Result extends JobResult>(write: (db: Db) => Promise<Result>): Promise<Result>;
};

export type JobKind<Input> = {
  readonly name: JobKindName;
  readonly input: z.ZodType<Input>;
  /** Attempts in all; what throws anything but a `Refusal` is tried again later. Five unless told. */
  readonly mostAttempts?: number;
  /** Does the work; a job that did not `commit` ends as done with what this gives. */
  run(context: JobContext, input: Input): Promise<JobResult>;
  /** Records for its users that the job ended without its work, in the transaction that ends it. */
  ended?(context: EndContext, input: Input, reason: Problem): Promise<void>;
};

export type EndContext = { readonly db: Db; readonly now: string };

/** A kind behind its checked input, as the runner holds kinds of all inputs side by side. */
export type AnyJobKind = {
  readonly name: string;
  readonly mostAttempts: number;
  run(context: JobContext, input: unknown): Promise<JobResult>;
  ended(context: EndContext, input: unknown, reason: Problem): Promise<void>;
};

const MOST_ATTEMPTS = 5;

export const toMostAttempts = ({ mostAttempts }: { readonly mostAttempts?: number }): number =>
  mostAttempts ?? MOST_ATTEMPTS;

/** The kind with its input checked at each use: rows may be older than the code that reads them. */
export const toAnyKind = <Input>(kind: JobKind<Input>): AnyJobKind => ({
  name: kind.name,
  mostAttempts: toMostAttempts(kind),
  run: async (context, input) => kind.run(context, kind.input.parse(input)),
  ended: async (context, input, reason) => kind.ended?.(context, kind.input.parse(input), reason),
});

/** The job is no longer this process's: another took it over, or it was given back. Nothing of it may be written. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** The job was cancelled by a person. */
export class JobCancelled extends Error {
  override readonly name = "JobCancelled";
}
