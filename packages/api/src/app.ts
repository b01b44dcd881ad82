// The HTTP face: tRPC, uploads, health and the web application behind one port.
import { trpcServer } from "@hono/trpc-server";
import { problem } from "@shian/domain";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Deps } from "./deps.js";
import { createDownloads } from "./downloads.js";
import { createRecordDownloads } from "./features/audit/record-downloads.js";
import { createBoardPages } from "./features/board/board-pages.js";
import { countJobsByState } from "./features/job/job-counts.service.js";
import { createPaperDownloads } from "./features/paper/paper-downloads.js";
import { createTrainingDownloads } from "./features/training/training-downloads.js";
import { createFileUpload } from "./file-upload.js";
import { refuseForged } from "./forged-requests.js";
import { createHealth } from "./health.js";
import { createMetrics } from "./metrics.js";
import { findClientAddress, readRequest } from "./request-context.js";
import { setSecurityHeaders } from "./security-headers.js";
import type { Tracing } from "./tracing.js";
import { refuseRequest } from "./trpc/authorize-request.js";
import type { Context } from "./trpc/context.js";
import { explainFailure } from "./trpc/explain-failure.js";
import { logRefusedInput } from "./trpc/log-refusal.js";
import { appRouter } from "./trpc/root.js";
import { createWebFiles } from "./web-files.js";

/** Changes are small; files come in by their own way. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;

export type AppOptions = {
  readonly deps: Deps;
  readonly publicUrl?: string | undefined;
  /** Folder of the built web application. */
  readonly webFolder?: string | undefined;
  readonly metricsToken?: string | undefined;
  readonly tracing?: Tracing | undefined;
  /** True from the moment that the server was told to stop. */
  readonly isStopping?: () => boolean;
};

/** The application over its dependencies; opening and closing them is the caller's part. */
export function createApp({
  deps,
  publicUrl,
  webFolder,
  metricsToken,
  tracing,
  isStopping = () => false,
}: AppOptions): Hono {
  const app = new Hono();
  app.use(setSecurityHeaders(deps));
  app.use(compress());
  app.onError((error, context) => {
    return refuseRequest(context, [explainFailure(deps, `request ${context.req.path}`, error)]);
  });

  if (tracing !== undefined) app.use("/api/*", tracing.trace);
  app.route("/api", createHealth({ database: deps.database, log: deps.log, isStopping }));
  const { countPool } = deps.database;
  const metrics = createMetrics({
    token: metricsToken,
    addressOf: (context) => findClientAddress(deps, context),
    ...(countPool === undefined ? {} : { countPool }),
    countJobs: () => countJobsByState(deps),
    version: deps.version,
  });
  app.route("/api", metrics.app);
  app.use("/api/trpc/*", metrics.measure);
  app.route("/api/files", createFileUpload(deps, publicUrl));
  app.route("/api/record", createRecordDownloads(deps));
  app.route("/api/papers", createPaperDownloads(deps));
  app.route("/api/training-files", createTrainingDownloads(deps));
  app.route("/api", createDownloads(deps));
  app.use("/api/trpc/*", refuseForged({ deps, publicUrl, contentTypes: ["application/json"] }));
  app.use(
    "/api/trpc/*",
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: (context) =>
        context.json({ problems: [problem("request/too-large", { size: 5, most: 4 })] }, 413),
    }),
  );
  app.use(
    "/api/trpc/*",
    trpcServer({
      endpoint: "/api/trpc",
      router: appRouter,
      createContext: ({ resHeaders }, context) => readRequest(deps, context, resHeaders),
      onError: ({ error, path, ctx }) =>
        logRefusedInput(deps, { error, path, address: (ctx as Context | undefined)?.address ?? "-" }),
    }),
  );
  app.all("/api/*", (context) =>
    context.json({ problems: [problem("request/not-found", { id: context.req.path })] }, 404),
  );
  app.route("/p", createBoardPages(deps, publicUrl));
  if (webFolder !== undefined) app.route("/", createWebFiles(webFolder));
  return app;
}
