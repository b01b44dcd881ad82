// Figures for Prometheus: how many requests, how long, how the process and its pool do. Names of operations alone;
// nothing of who asked for what.
import { timingSafeEqual } from "node:crypto";
import { operations } from "@shian/domain";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { isLoopback } from "./decide-binding.js";

/** Statements and connections of a pool at this moment. */
export type PoolCounts = { readonly total: number; readonly idle: number; readonly waiting: number };

export type MetricsDeps = {
  /** Who may read: with the token, or without one this machine alone. */
  readonly token: string | undefined;
  /** The address that asks. */
  readonly addressOf: (context: Context) => string;
  readonly countPool?: (() => PoolCounts) | undefined;
  /** Jobs by state. */
  readonly countJobs?: (() => Promise<Readonly<Record<string, number>>>) | undefined;
  readonly version: string;
};

export type Metrics = {
  /** `GET /metrics`. */
  readonly app: Hono;
  /** Measures every request under `/trpc/`. */
  readonly measure: MiddlewareHandler;
};

/** The operations of a request. Names that are none are one: strangers must not make series at will. */
const operationsOf = (path: string): readonly string[] => {
  const named = decodeURIComponent(/\/trpc\/([^/?]*)$/.exec(path)?.[1] ?? "").split(",");
  return named.map((id) => (Object.hasOwn(operations, id) ? id : "unknown"));
};

const isToken = (given: string, token: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** The figures of one server. */
export function createMetrics(deps: MetricsDeps): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry, prefix: "shian_" });
  new Gauge({ name: "shian_info", help: "The version that runs", labelNames: ["version"], registers }).set(
    { version: deps.version },
    1,
  );
  const requests = new Counter({
    name: "shian_requests_total",
    help: "Answered requests by operation and status",
    labelNames: ["operation", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "shian_request_seconds",
    help: "Time from request to answer by operation",
    labelNames: ["operation"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const { countPool, countJobs } = deps;
  if (countPool !== undefined)
    new Gauge({
      name: "shian_pool_connections",
      help: "Connections to the database, and requests that wait for one",
      labelNames: ["state"],
      registers,
      collect() {
        for (const [state, count] of Object.entries(countPool())) this.set({ state }, count);
      },
    });
  if (countJobs !== undefined)
    new Gauge({
      name: "shian_jobs",
      help: "Jobs by state",
      labelNames: ["state"],
      registers,
      async collect() {
        // Figures of the process are wanted most when the database does not answer.
        const counts = await countJobs().catch(() => ({}));
        this.reset();
        for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
      },
    });

  const mayRead = (context: Context): boolean =>
    deps.token === undefined
      ? isLoopback(deps.addressOf(context))
      : isToken(/^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1] ?? "", deps.token);

  const app = new Hono();
  app.get("/metrics", async (context) => {
    // As if it were not there.
    if (!mayRead(context)) return context.notFound();
    return context.body(await registry.metrics(), 200, { "content-type": registry.contentType });
  });
  return {
    app,
    async measure(context, next) {
      const started = performance.now();
      await next();
      const took = (performance.now() - started) / 1000;
      for (const operation of operationsOf(context.req.path)) {
        requests.inc({ operation, status: context.res.status });
        seconds.observe({ operation }, took);
      }
    },
  };
}
