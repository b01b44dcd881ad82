// A refused `Result` on its way through tRPC, which knows only exceptions.
import { type Problem, problem, toInputFault } from "@shian/domain";
import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { Refusal } from "../refusal.js";
import { findStatus, type StatusName } from "./problem-mapping.js";

/** The tRPC error of a refusal; the first reason decides the status. */
export const toRefusedError = (refusal: Refusal): TRPCError =>
  new TRPCError({
    code: findStatus(refusal.problems[0]?.code ?? "request/internal"),
    message: refusal.message,
    cause: refusal,
  });

const MOST_ISSUES = 20;

/** What each issue is about and what kind it is, with its limits; zod's own sentence is English and stays here. */
export const listIssues = (issues: readonly z.core.$ZodIssue[]): Problem[] =>
  issues.slice(0, MOST_ISSUES).map((issue) =>
    problem("request/invalid-input", {
      ...toInputFault(issue),
      path: issue.path.length === 0 ? "input" : issue.path.map(String).join("."),
    }),
  );

/** The reasons that an error tells to the caller; never more of an unexpected one than that it happened. */
export function toWireProblems(error: TRPCError): readonly Problem[] {
  if (error.cause instanceof Refusal) return error.cause.problems;
  if (error.cause instanceof z.core.$ZodError) return listIssues(error.cause.issues);
  const status: StatusName = error.code;
  switch (status) {
    case "NOT_FOUND":
      return [problem("request/not-found", { id: "operation" })];
    case "PARSE_ERROR":
    case "BAD_REQUEST":
    case "METHOD_NOT_SUPPORTED":
    case "UNSUPPORTED_MEDIA_TYPE":
      return [problem("request/invalid-input", { path: "request", reason: "unreadable" })];
    default:
      return [problem("request/internal", { reference: "-" })];
  }
}
