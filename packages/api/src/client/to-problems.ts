// Turns what a call threw back into the reasons that the server gave.
import { type Problem, ProblemShape, problem } from "@shian/domain";
import { TRPCClientError } from "@trpc/client";
import * as z from "zod";

const WireProblems = z.object({ problems: z.array(ProblemShape).min(1) });

/**
 * The reasons of a failed call, never empty: those of the server, or `request/unreachable` when no answer of the
 * server came back.
 */
export function toProblems(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  const told = WireProblems.safeParse(data);
  if (told.success) return told.data.problems;
  // What the server refuses before tRPC sees it comes back as `{ problems }` alone.
  const body: unknown = error instanceof TRPCClientError ? error.meta?.responseJSON : undefined;
  const outside = WireProblems.safeParse(body);
  if (outside.success) return outside.data.problems;
  return [problem("request/unreachable", { reason: error instanceof Error ? error.message : String(error) })];
}

/** A failed call outside tRPC with the server's reasons. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(", "));
    this.problems = problems;
  }
}

/** The reasons in the body of an answer that is not ok. */
export function toProblemsError(body: unknown): ProblemsError {
  const told = WireProblems.safeParse(body);
  return new ProblemsError(
    told.success ? told.data.problems : [problem("request/internal", { reference: "-" })],
  );
}
