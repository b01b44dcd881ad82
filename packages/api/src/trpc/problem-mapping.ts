// Reason → tRPC status, and through it the HTTP status. A new reason about requests that has no line here does not
// compile; every other reason is a rule of the office that said no.
import type { AccessProblemCode, RequestProblemCode } from "@shian/domain";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

export type StatusName = TRPC_ERROR_CODE_KEY;

const byRequest: { readonly [Code in RequestProblemCode | AccessProblemCode]: StatusName } = {
  "request/invalid-input": "BAD_REQUEST",
  "request/not-found": "NOT_FOUND",
  "request/stale": "CONFLICT",
  "request/cursor": "BAD_REQUEST",
  "request/reused-transaction": "CONFLICT",
  "request/not-json": "UNSUPPORTED_MEDIA_TYPE",
  "request/too-large": "PAYLOAD_TOO_LARGE",
  "request/not-ready": "PRECONDITION_FAILED",
  "request/nothing-to-do": "UNPROCESSABLE_CONTENT",
  "request/internal": "INTERNAL_SERVER_ERROR",
  "request/unreachable": "SERVICE_UNAVAILABLE",
  "request/unavailable": "SERVICE_UNAVAILABLE",
  "request/storage-full": "SERVICE_UNAVAILABLE",
  "access/signed-out": "UNAUTHORIZED",
  "access/no-role": "FORBIDDEN",
  "access/grant-ended": "FORBIDDEN",
  "access/part-only": "FORBIDDEN",
  "access/outside-scope": "FORBIDDEN",
  "access/second-factor": "FORBIDDEN",
  "access/password-due": "FORBIDDEN",
  "access/set-up-first": "PRECONDITION_FAILED",
};

const isRequestCode = (code: string): code is RequestProblemCode | AccessProblemCode =>
  Object.hasOwn(byRequest, code);

/** The status for a reason; a rule that said no understood the request and cannot process it. */
export const findStatus = (code: string): StatusName =>
  isRequestCode(code) ? byRequest[code] : "UNPROCESSABLE_CONTENT";
