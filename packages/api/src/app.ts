// The HTTP face: tRPC, uploads, health and the web application behind one port.
import { trpcServer } from "@hono/trpc-server";
import { problem } from "@shian/domain";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Deps } from "./deps.js";
import { createDownloads } from "./downloads.js";
import { createFileUpload } from "./file-upload.js";
import { refuseForged } from "./forged-requests.js";
import { readRequest } from "./request-context.js";
import { securityHeaders } from "./security-headers.js";
import { probe } from "./storage/probe.js";
import { appRouter } from "./trpc/root.js";
import { createWebFiles } from "./web-files.js";

/** Changes are small; files come in by their own way. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;

export type AppOptions = {
  readonly deps: Deps;
  readonly publicUrl?: string | undefined;
  /** Folder of the built web application. */
  readonly webFolder?: string | undefined;
};

/** The application over its dependencies; opening and closing them is the caller's part. */
export function createApp({ deps, publicUrl, webFolder }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.use(compress());
  app.onError((error, context) => {
    const reference = deps.newId().slice(0, 8);
    deps.log.error("request failed", error, { path: context.req.path, reference });
    return context.json({ problems: [problem("request/internal", { reference })] }, 500);
  });

  app.get("/api/health", async (context) => {
    try {
      await probe(deps.database);
      return context.json({ ok: true, engine: deps.database.engine, durable: deps.database.durable });
    } catch (error) {
      deps.log.error("the database does not answer", error);
      return context.json({ ok: false }, 503);
    }
  });
  app.route("/api/files", createFileUpload(deps, publicUrl));
  app.route("/api", createDownloads(deps));
  app.use("/api/trpc/*", refuseForged({ publicUrl, contentTypes: ["application/json"] }));
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
    }),
  );
  app.all("/api/*", (context) =>
    context.json({ problems: [problem("request/not-found", { id: context.req.path })] }, 404),
  );
  if (webFolder !== undefined) app.route("/", createWebFiles(webFolder));
  return app;
}
