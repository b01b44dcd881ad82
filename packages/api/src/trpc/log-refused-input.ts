// Keeps for the operator that somebody sent what no form of ours sends.
import { operations } from "@shian/domain";
import type { TRPCError } from "@trpc/server";
import * as z from "zod";
import type { Log } from "../log.js";
import { Refusal } from "../refusal.js";

const isBroken = ({ code, cause }: TRPCError): boolean =>
  cause instanceof z.core.$ZodError ||
  (cause instanceof Refusal && cause.problems[0]?.code === "request/invalid-input") ||
  code === "PARSE_ERROR" ||
  code === "METHOD_NOT_SUPPORTED" ||
  code === "UNSUPPORTED_MEDIA_TYPE";

/** Logs an input that breaks its contract or its way of being sent, by its operation alone and never by what it held. */
export function logRefusedInput(log: Log, path: string | undefined, error: TRPCError): void {
  if (!isBroken(error)) return;
  const operation = path !== undefined && Object.hasOwn(operations, path) ? path : "unknown";
  log.warn("input refused", { operation, status: error.code });
}
