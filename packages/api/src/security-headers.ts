// Headers of every answer, bar S12. Styles are inline because the component kit writes them at run time; scripts never.
import type { MiddlewareHandler } from "hono";

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Browsers that came by https once come by nothing else for a year. */
const TRANSPORT = "max-age=31536000";

/**
 * Sets the security headers; a file that came from outside may have a stricter policy of its own. Answers of the API are never kept by a cache. `isSecure` tells that users come by https:
 * over plain http a browser must not be told never to use it.
 */
export const setSecurityHeaders =
  ({ isSecure }: { readonly isSecure: boolean }): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const isSandboxed = context.res.headers.get("content-security-policy")?.startsWith("sandbox") === true;
    for (const [name, value] of Object.entries(headers))
      if (!(isSandboxed && name === "content-security-policy")) context.res.headers.set(name, value);
    if (isSecure) context.res.headers.set("strict-transport-security", TRANSPORT);
    if (context.req.path.startsWith("/api/")) context.res.headers.set("cache-control", "no-store");
  };
