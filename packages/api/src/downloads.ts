// Files to take away: the error file of an import, templates, and exports of exactly what a filter keeps.
import {
  FactKind,
  FactMappingShape,
  locales,
  type OperationId,
  operations,
  type Permission,
  PlainDate,
  problem,
  RegistryFilter,
  type Result,
} from "@shian/domain";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Call, Deps } from "./deps.js";
import { downloadBackup } from "./features/backup/backup.service.js";
import { composePreviewRefused, composeRefused } from "./features/fact-sheet/refused-file.service.js";
import { composeErrorFile, type DownloadFile } from "./features/import/error-file.service.js";
import { composeTemplate } from "./features/import/template.service.js";
import { exportLayout } from "./features/layout/export-layout.service.js";
import { exportRegistry } from "./features/registry/export-registry.service.js";
import { exportCoverage } from "./features/visit/export-coverage.service.js";
import { refuseRequest, serveAuthorized } from "./trpc/authorize-request.js";
import { listIssues } from "./trpc/refusal.js";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;
type Format = keyof typeof types;

const Question = z.object({
  locale: z.enum(locales).default("zh-CN"),
  filter: z
    .string()
    .default("{}")
    .transform((text, context) => {
      try {
        const parsed = RegistryFilter.safeParse(JSON.parse(text));
        if (parsed.success) return parsed.data;
      } catch {
        // Not JSON: told below like a filter of another shape.
      }
      context.addIssue({ code: "custom", message: "not a filter of the register" });
      return z.NEVER;
    }),
  kind: FactKind.optional(),
  mapping: z
    .string()
    .transform((text, context) => {
      try {
        const parsed = FactMappingShape.safeParse(JSON.parse(text));
        if (parsed.success) return parsed.data;
      } catch {
        // Not JSON: told below like a mapping of another shape.
      }
      context.addIssue({ code: "custom", message: "not a mapping of columns" });
      return z.NEVER;
    })
    .optional(),
  asOf: PlainDate.optional(),
  knownOn: PlainDate.optional(),
  period: z.string().max(10).optional(),
  territory: z.string().max(20).optional(),
  /** Telephone numbers as they are instead of masked. */
  clear: z.literal("yes").optional(),
});
type Question = z.infer<typeof Question>;

const isFormat = (text: string | undefined): text is Format => text === "xlsx" || text === "csv";

const permissionOf = (id: OperationId): Permission => {
  const { may, territory, whole = false }: Permission = operations[id];
  return { may, territory, whole };
};

/** What guards each kind of file: the permission of the list that it holds, and the record of its leaving. */
export const downloadPermissions = {
  "download.errors": { ...permissionOf("import.rows"), logged: true },
  "download.registry": { ...permissionOf("registry.list"), logged: true },
  "download.coverage": { ...permissionOf("coverage.measure"), logged: true },
  "download.layout": { ...permissionOf("layout.preview"), logged: true },
  "download.refusedFacts": { ...permissionOf("factSheet.list"), logged: true },
  "download.previewedFacts": { ...permissionOf("factSheet.preview"), logged: true },
  "download.backup": { ...permissionOf("backup.check"), logged: true },
  "download.template": { may: "everyone", territory: "none" },
} as const satisfies { readonly [id: string]: Permission };
type DownloadId = keyof typeof downloadPermissions;

/** The downloads as an app of its own, to be mounted under `/api`. */
export function createDownloads(deps: Deps): Hono {
  const app = new Hono();
  const serve = (
    context: Context,
    id: DownloadId,
    compose: (call: Call, question: Question, format: Format) => Promise<Result<DownloadFile>>,
  ) => {
    const name = context.req.path.split("/").at(-1) ?? "";
    const format = name.split(".").at(-1);
    const question = Question.safeParse(context.req.query());
    if (!question.success) return refuseRequest(context, listIssues(question.error.issues));
    if (!isFormat(format)) return refuseRequest(context, [problem("request/not-found", { id: name })]);
    return serveAuthorized(
      deps,
      context,
      { id, permission: downloadPermissions[id] },
      (call) => compose({ ...call, locale: question.data.locale }, question.data, format),
      (file) => {
        context.header("content-type", types[format]);
        context.header(
          "content-disposition",
          `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        );
        context.header("cache-control", "no-store");
        return context.body(new Uint8Array(file.bytes));
      },
    );
  };
  app.get("/import/:runId/:file", (context) =>
    serve(context, "download.errors", (call, _question, format) =>
      composeErrorFile(call, context.req.param("runId"), call.locale, format),
    ),
  );
  app.get("/export/:file{registry\\.[a-z]+}", (context) =>
    serve(context, "download.registry", (call, { filter, asOf, knownOn, clear }, format) =>
      exportRegistry(call, { filter, asOf, knownOn, format, inClear: clear === "yes" }),
    ),
  );
  app.get("/export/:file{coverage\\.[a-z]+}", (context) =>
    serve(context, "download.coverage", (call, { period, asOf, knownOn, territory }, format) =>
      exportCoverage(call, { period, asOf, knownOn, territory, format }),
    ),
  );
  app.get("/export/layout/:id/:file{rows\\.[a-z]+}", (context) =>
    serve(context, "download.layout", (call, { filter, asOf, knownOn, clear }, format) =>
      exportLayout(call, {
        id: context.req.param("id"),
        filter,
        asOf,
        knownOn,
        format,
        inClear: clear === "yes",
      }),
    ),
  );
  app.get("/fact-sheets/file/:fileId/:file{refused\\.[a-z]+}", (context) =>
    serve(context, "download.previewedFacts", (call, { kind = "risk", mapping }, format) =>
      composePreviewRefused(call, { fileId: context.req.param("fileId"), kind, mapping, format }),
    ),
  );
  app.get("/fact-sheets/:id/:file{refused\\.[a-z]+}", (context) =>
    serve(context, "download.refusedFacts", (call, _question, format) =>
      composeRefused(call, context.req.param("id"), format),
    ),
  );
  app.get("/backup/:name", (context) =>
    serveAuthorized(
      deps,
      context,
      { id: "download.backup", permission: downloadPermissions["download.backup"] },
      (call) => downloadBackup(call, context.req.param("name")),
      ({ name, bytes, content }) => {
        context.header("content-type", "application/octet-stream");
        context.header("content-length", String(bytes));
        context.header("content-disposition", `attachment; filename="${name}"`);
        context.header("cache-control", "no-store");
        return context.body(content);
      },
    ),
  );
  app.get("/templates/:file", (context) =>
    serve(context, "download.template", (call, _question, format) =>
      composeTemplate(context.req.param("file").split(".")[0] ?? "", call.locale, format),
    ),
  );
  return app;
}
