// Traces for an OpenTelemetry collector, and nothing of it in memory when none is named.
import type { MiddlewareHandler } from "hono";

export type Tracing = {
  /** One span a request: method, path without its query, status. */
  readonly trace: MiddlewareHandler;
  /** Sends what is still kept. */
  stop(): Promise<void>;
};

/** Starts sending to `endpoint` (the collector's base address); undefined without one. */
export async function startTracing(options: {
  readonly endpoint: string | undefined;
  readonly version: string;
}): Promise<Tracing | undefined> {
  if (options.endpoint === undefined) return undefined;
  const { SpanKind, SpanStatusCode, trace } = await import("@opentelemetry/api");
  const { NodeSDK } = await import("@opentelemetry/sdk-node");
  // The exporter reads OTEL_EXPORTER_OTLP_ENDPOINT and its relatives from the environment itself.
  const sdk = new NodeSDK({ serviceName: "shian" });
  sdk.start();
  const tracer = trace.getTracer("shian", options.version);
  return {
    trace: (context, next) =>
      tracer.startActiveSpan(
        `${context.req.method} ${context.req.path}`,
        {
          kind: SpanKind.SERVER,
          attributes: { "http.request.method": context.req.method, "url.path": context.req.path },
        },
        async (span) => {
          try {
            await next();
            span.setAttribute("http.response.status_code", context.res.status);
            if (context.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          } finally {
            span.end();
          }
        },
      ),
    stop: () => sdk.shutdown(),
  };
}
