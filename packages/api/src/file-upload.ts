// `POST /api/files?name=…` with the file as the body: at most 20 MiB, bar S7.
import { ok, type Permission, problem } from "@shian/domain";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Deps } from "./deps.js";
import { keepFile } from "./features/import/import-file.service.js";
import { refuseForged } from "./forged-requests.js";
import { serveAuthorized } from "./trpc/authorize-request.js";

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 20;

const refuseLarge = (context: Context, bytes: number) => {
  const size = Math.ceil(bytes / MEBIBYTE);
  return context.json({ problems: [problem("request/too-large", { size, most: MOST_MEBIBYTES })] }, 413);
};

/** Whoever may bring something in by file. */
const permission: Permission = { may: ["office", "regulator", "system", "security"], territory: "none" };
const uploadAsked = { id: "upload.file", permission };

/** The upload as an app of its own, to be mounted. */
export function createFileUpload(deps: Deps, publicUrl: string | undefined): Hono {
  const app = new Hono();
  app.use(refuseForged({ deps, publicUrl, contentTypes: ["application/octet-stream"] }));
  app.post(
    "/",
    // Before the body is read: nobody fills the memory of a server that would refuse them.
    async (context, next) => {
      const refused = await serveAuthorized(
        deps,
        context,
        uploadAsked,
        async () => ok(undefined),
        () => undefined,
      );
      if (refused !== undefined) return refused;
      return next();
    },
    // Bytes are counted while they come, whatever the header says.
    bodyLimit({
      maxSize: MOST_MEBIBYTES * MEBIBYTE,
      onError: (context) => {
        const told = Number(context.req.header("content-length") ?? 0);
        return refuseLarge(context, Math.max(told, MOST_MEBIBYTES * MEBIBYTE + 1));
      },
    }),
    async (context) => {
      const content = new Uint8Array(await context.req.arrayBuffer());
      if (content.byteLength === 0) return context.json({ problems: [problem("spreadsheet/empty")] }, 400);
      return serveAuthorized(
        deps,
        context,
        uploadAsked,
        async (call) => ok(await keepFile(call, { name: context.req.query("name") ?? "", content })),
        (kept) => context.json(kept, 201),
      );
    },
  );
  return app;
}
