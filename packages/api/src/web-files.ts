// The built web application: its files, and its first page for every address that the application itself routes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Serves the folder of a built application. Without one every address says how to build it. */
export function createWebFiles(folder: string): Hono {
  const app = new Hono();
  // Nothing of a build begins with a dot; what an operator's tools leave there is not for anybody.
  app.use("*", (context, next) =>
    context.req.path.split("/").some((part) => part.startsWith("."))
      ? Promise.resolve(context.text("Not found", 404))
      : next(),
  );
  app.use("/assets/*", async (context, next) => {
    await next();
    // Names of assets carry a hash of their content.
    if (context.res.ok) context.res.headers.set("cache-control", "public, max-age=31536000, immutable");
  });
  app.use(serveStatic({ root: folder, precompressed: true }));
  app.get("*", async (context) => {
    if (/\.\w{1,8}$/.test(context.req.path)) return context.text("Not found", 404);
    try {
      const page = await readFile(join(folder, "index.html"), "utf8");
      context.header("cache-control", "no-cache");
      return context.html(page);
    } catch {
      return context.text("The web application is not built yet: run `npm run build` once.", 503);
    }
  });
  return app;
}
