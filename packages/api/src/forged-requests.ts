// Refuses requests that another site made the user's browser send, bar S5, and names that were rebound to this
// machine's address.
import { type Problem, problem } from "@shian/domain";
import type { MiddlewareHandler } from "hono";
import type { Deps } from "./deps.js";
import { findClientAddress } from "./request-context.js";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);
const nameOf = (host: string): string | undefined =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;

const isReading = (method: string) => method === "GET" || method === "HEAD";

/**
 * Lets a request through when it names this server by a loopback name or by `publicUrl`, and a change only when it
 * carries the `x-shian` header and one of `contentTypes`, neither of which a form or an image can send, and when its
 * origin, where the browser names one, is this server.
 */
export function refuseForged(options: {
  readonly deps: Pick<Deps, "log" | "proxies">;
  readonly publicUrl: string | undefined;
  readonly contentTypes: readonly string[];
}): MiddlewareHandler {
  const publicHost = options.publicUrl === undefined ? undefined : hostOf(options.publicUrl);
  const isOwn = (host: string | undefined, own: string) =>
    host !== undefined && (host === own || host === publicHost);
  return async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    const isOwnHost = host === publicHost || loopbackNames.has(nameOf(host) ?? "");
    const origin = context.req.header("origin");
    // An opaque origin (`null`, of a sandboxed frame) has no host and is nobody's own.
    const isOwnOrigin = origin === undefined || isOwn(hostOf(origin), host);
    const refused = (): readonly Problem[] | undefined => {
      if (!isOwnHost) return [problem("request/invalid-input", { path: "host", reason: "unknown" })];
      if (isReading(context.req.method)) return undefined;
      if (!isOwnOrigin) return [problem("request/invalid-input", { path: "origin", reason: "unknown" })];
      const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      const isMarked = (context.req.header("x-shian") ?? "") !== "";
      return isMarked && options.contentTypes.includes(type) ? undefined : [problem("request/not-json")];
    };
    const problems = refused();
    if (problems === undefined) return next();
    const { code, params } = problems[0] ?? problem("request/not-json");
    const address = findClientAddress(options.deps, context);
    options.deps.log.warn("forged request refused", {
      reason: code,
      path: String(params.path ?? "-"),
      address,
    });
    return context.json({ problems }, isOwnHost && isOwnOrigin ? 415 : 403);
  };
}
