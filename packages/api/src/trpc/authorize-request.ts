// Downloads and uploads are no procedures; they pass the same door here.
import type { Problem, Result } from "@shian/domain";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Context as HonoContext } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Call, createCall, type Deps } from "../deps.js";
import { Refusal } from "../refusal.js";
import { readRequest } from "../request-context.js";
import { type Asked, authorize } from "./authorize.js";
import { explainFailure } from "./explain-failure.js";
import { logRefusal } from "./log-refusal.js";
import { recordRead } from "./record-read.js";
import { toRefusedError } from "./refusal.js";

/** The answer that tells why not. */
export const refuseRequest = (context: HonoContext, problems: readonly Problem[]): Response =>
  context.json(
    { problems },
    getHTTPStatusCodeFromError(toRefusedError(new Refusal(problems))) as ContentfulStatusCode,
  );

/**
 * Runs `work` with a reading call of whoever sent the request, if they may, and sends what it makes; a file that the
 * permission marks as logged is in the record before its first byte leaves.
 */
export async function serveAuthorized<T, Sent extends Response | undefined = Response>(
  deps: Deps,
  context: HonoContext,
  asked: Asked,
  work: (call: Call) => Promise<Result<T>>,
  send: (value: T) => Sent | Promise<Sent>,
): Promise<Response | Sent> {
  const { who, address, locale } = readRequest(deps, context);
  const refuse = async (problems: readonly Problem[]): Promise<Response> => {
    await logRefusal(deps, asked.id, { address, who }, problems);
    if (problems[0]?.code === "request/invalid-input")
      deps.log.warn("input refused", { operation: asked.id, status: "BAD_REQUEST", address });
    return refuseRequest(context, problems);
  };
  try {
    const { standing, settings } = await authorize(deps, who(), address, asked);
    const call = createCall(deps, deps.database.as(settings), locale, standing);
    const result = await work(call);
    if (!result.ok) return await refuse(result.problems);
    if (asked.permission.logged === true) await recordRead(call, asked.id, context.req.query());
    return await send(result.value);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.problems);
    return refuseRequest(context, [explainFailure(deps, asked.id, error)]);
  }
}
