// Files to take away: the error file of an import, templates, and exports of exactly what a filter keeps.
import { type Locale, locales, PlainDate, type Problem, RegistryFilter, type Result } from "@shian/domain";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { createCall, type Deps } from "./deps.js";
import { composeErrorFile, type DownloadFile } from "./features/import/error-file.service.js";
import { composeTemplate } from "./features/import/template.service.js";
import { exportRegistry } from "./features/registry/export-registry.service.js";
import { exportCoverage } from "./features/visit/export-coverage.service.js";

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
  asOf: PlainDate.optional(),
  period: z.string().max(10).optional(),
  territory: z.string().max(20).optional(),
});
type Question = z.infer<typeof Question>;

const isFormat = (text: string | undefined): text is Format => text === "xlsx" || text === "csv";

const refuse = (context: Context, problems: readonly Problem[], status: 400 | 404) =>
  context.json({ problems }, status);

/** The downloads as an app of its own, to be mounted under `/api`. */
export function createDownloads(deps: Deps): Hono {
  const app = new Hono();
  const serve = async (
    context: Context,
    compose: (question: Question, format: Format, locale: Locale) => Promise<Result<DownloadFile>>,
  ) => {
    const name = context.req.path.split("/").at(-1) ?? "";
    const format = name.split(".").at(-1);
    const question = Question.safeParse(context.req.query());
    if (!question.success) {
      const reason = question.error.issues[0]?.message ?? "";
      return refuse(context, [{ code: "request/invalid-input", params: { path: "query", reason } }], 400);
    }
    if (!isFormat(format)) return refuse(context, [{ code: "request/not-found", params: { id: name } }], 404);
    const file = await compose(question.data, format, question.data.locale);
    if (!file.ok) return refuse(context, file.problems, 404);
    context.header("content-type", types[format]);
    context.header(
      "content-disposition",
      `attachment; filename*=UTF-8''${encodeURIComponent(file.value.name)}`,
    );
    context.header("cache-control", "no-store");
    return context.body(new Uint8Array(file.value.bytes));
  };
  const call = (locale: Locale) => createCall(deps, deps.database.db, locale);
  app.get("/import/:runId/:file", (context) =>
    serve(context, (_question, format, locale) =>
      composeErrorFile(call(locale), context.req.param("runId"), locale, format),
    ),
  );
  app.get("/export/registry.:format", (context) =>
    serve(context, ({ filter, asOf }, format, locale) =>
      exportRegistry(call(locale), { filter, asOf, format }),
    ),
  );
  app.get("/export/coverage.:format", (context) =>
    serve(context, ({ period, asOf, territory }, format, locale) =>
      exportCoverage(call(locale), { period, asOf, territory, format }),
    ),
  );
  app.get("/templates/:file", (context) =>
    serve(context, (_question, format, locale) =>
      composeTemplate(context.req.param("file").split(".")[0] ?? "", locale, format),
    ),
  );
  return app;
}
