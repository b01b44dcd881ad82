import { Hono } from "hono";
import { expect, it } from "vitest";
import { createMetrics, type MetricsDeps } from "./metrics.js";

function createServer(change: Partial<MetricsDeps> = {}) {
  const { app: figures, measure } = createMetrics({
    token: undefined,
    addressOf: () => "127.0.0.1",
    version: "1.2.3",
    ...change,
  });
  const app = new Hono();
  app.route("/api", figures);
  app.use("/api/trpc/*", measure);
  app.get("/api/trpc/:name", (context) => context.text("", context.req.param("name") === "x" ? 404 : 200));
  const read = async (headers: Record<string, string> = {}) => {
    const response = await app.request("/api/metrics", { headers });
    return { status: response.status, text: await response.text() };
  };
  return { app, read };
}

it("counts requests by operation and status, and names of no operation as one", async () => {
  const { app, read } = createServer();
  await app.request("/api/trpc/office.status?input=%7B%7D");
  await app.request("/api/trpc/office.status,registry.list");
  await app.request("/api/trpc/x");
  await app.request("/api/trpc/__proto__");
  const { text } = await read();
  expect(text).toContain('shian_requests_total{operation="office.status",status="200"} 2');
  expect(text).toContain('shian_requests_total{operation="registry.list",status="200"} 1');
  expect(text).toContain('shian_requests_total{operation="unknown",status="404"} 1');
  expect(text).toContain('shian_requests_total{operation="unknown",status="200"} 1');
  expect(text).toContain('shian_request_seconds_count{operation="office.status"} 2');
  expect(text).toContain('shian_info{version="1.2.3"} 1');
  expect(text).toMatch(/shian_nodejs_eventloop_lag_p99_seconds [\d.]+/);
});

it("tells pool and jobs, also when the jobs cannot be counted", async () => {
  const countPool = () => ({ total: 10, idle: 7, waiting: 0 });
  const counted = createServer({ countPool, countJobs: async () => ({ waiting: 3, failed: 1 }) });
  const { text } = await counted.read();
  expect(text).toContain('shian_pool_connections{state="idle"} 7');
  expect(text).toContain('shian_jobs{state="waiting"} 3');
  const broken = createServer({ countPool, countJobs: () => Promise.reject(new Error("gone")) });
  const answer = await broken.read();
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain("shian_jobs{");
});

it("is there for this machine alone, or with its token for its bearer alone", async () => {
  expect((await createServer({ addressOf: () => "198.51.100.1" }).read()).status).toBe(404);
  expect((await createServer({ addressOf: () => "::1" }).read()).status).toBe(200);
  const guarded = createServer({ token: "a-long-token-for-the-test" });
  expect((await guarded.read()).status).toBe(404);
  expect((await guarded.read({ authorization: "Bearer a-long-token-for-the-tesT" })).status).toBe(404);
  expect((await guarded.read({ authorization: "Bearer a-long-token-for-the-test" })).status).toBe(200);
});
