// What the operator's log keeps of attempts: who and from where, at what, never what was sent. Sources: ASVS 5.0.0
// V16.3.2, V16.3.3.
import { operations, type Problem } from "@shian/domain";
import type { TRPCError } from "@trpc/server";
import type { Deps } from "../deps.js";
import { Refusal } from "../refusal.js";
import type { Who } from "./find-who.js";

/** From where it was asked, and who that was if anybody. */
type Asking = { readonly address: string; readonly who: () => Promise<Who | undefined> };

/**
 * Logs that somebody signed in asked for what they may not have. Who is not signed in tried nothing as anybody; tries to
 * sign in are kept by themselves.
 */
export async function logRefusal(
  { log }: Pick<Deps, "log">,
  operation: string,
  { address, who }: Asking,
  problems: readonly Problem[],
): Promise<void> {
  const reason = problems[0]?.code ?? "";
  if (!reason.startsWith("access/")) return;
  const person = await who().catch(() => undefined);
  if (person !== undefined) log.warn("refused", { operation, reason, person: person.person.id, address });
}

const broken = new Set(["BAD_REQUEST", "PARSE_ERROR", "METHOD_NOT_SUPPORTED", "UNSUPPORTED_MEDIA_TYPE"]);

/** Logs an input that breaks its contract or its way of being sent, and an operation that does not exist. */
export function logRefusedInput(
  { log }: Pick<Deps, "log">,
  {
    error,
    path,
    address,
  }: { readonly error: TRPCError; readonly path: string | undefined; readonly address: string },
): void {
  const { cause, code } = error;
  const isInput =
    cause instanceof Refusal
      ? cause.problems[0]?.code === "request/invalid-input"
      : broken.has(code) || code === "NOT_FOUND";
  if (!isInput) return;
  const operation = path !== undefined && Object.hasOwn(operations, path) ? path : "unknown";
  log.warn("input refused", { operation, status: code, address });
}
