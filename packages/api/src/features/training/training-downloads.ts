// `GET /api/training-files/ID`: files of sessions and documents. Each is an attachment and nothing a browser runs.
import { operations, type Permission } from "@shian/domain";
import { Hono } from "hono";
import type { Deps } from "../../deps.js";
import { serveAuthorized } from "../../trpc/authorize-request.js";
import { readTrainingFile } from "./training-file.service.js";

const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
};

const { may, territory }: Permission = operations["document.get"];

/** What guards the files: whoever may read a document. */
export const trainingFilePermissions = {
  "download.trainingFile": { may, territory },
} as const satisfies { readonly [id: string]: Permission };

/** The files as an app of its own, to be mounted under `/api/training-files`. */
export function createTrainingDownloads(deps: Deps): Hono {
  const app = new Hono();
  app.get("/:id", (context) =>
    serveAuthorized(
      deps,
      context,
      { id: "download.trainingFile", permission: trainingFilePermissions["download.trainingFile"] },
      (call) => readTrainingFile(call, context.req.param("id")),
      ({ name, bytes }) => {
        context.header("content-type", types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
        context.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
        context.header("cache-control", "no-store");
        context.header("content-security-policy", "sandbox; default-src 'none'");
        return context.body(new Uint8Array(bytes));
      },
    ),
  );
  return app;
}
