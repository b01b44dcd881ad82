// `GET /api/papers/…`: letters, lists, sheets and signed papers. Each is an attachment and nothing a browser runs.
import {
  DirectoryFilter,
  locales,
  type OperationId,
  operations,
  type Permission,
  PlainDate,
  type Result,
} from "@shian/domain";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Call, Deps } from "../../deps.js";
import { refuseRequest, serveAuthorized } from "../../trpc/authorize-request.js";
import { listIssues } from "../../trpc/refusal.js";
import { getSignedPaper } from "../commitment/signed-paper.service.js";
import {
  composeHandoverChanges,
  composeReceipt,
  composeReceipts,
} from "../handover/handover-papers.service.js";
import { composeDirectoryFile } from "./directory-file.service.js";
import {
  composeChanges,
  composeLetter,
  composeLetters,
  composeLists,
  type PaperFile,
} from "./papers.service.js";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const types: Readonly<Record<string, string>> = {
  docx,
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
};

const Id = z.string().min(1).max(64);
const Question = z.object({
  official: Id.optional(),
  territory: z.string().max(20).optional(),
  asOf: PlainDate.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  year: z.coerce.number().int().min(2022).max(2999).optional(),
});
const OfDirectory = z.object({
  locale: z.enum(locales).default("zh-CN"),
  ...DirectoryFilter.shape,
  asOf: PlainDate.optional(),
  knownOn: PlainDate.optional(),
  /** Mobile numbers as they are instead of masked. */
  clear: z.literal("yes").optional(),
});
const OfOfficial = Question.extend({ official: Id });

const permissionOf = (id: OperationId): Permission => {
  const { may, territory }: Permission = operations[id];
  return { may, territory, logged: true };
};

/** What guards each paper: the permission of the operation that shows the same. */
export const paperPermissions = {
  "download.letter": permissionOf("commitment.letter"),
  "download.letters": { may: ["office"], territory: "rows", logged: true },
  "download.lists": permissionOf("official.lists"),
  "download.changes": permissionOf("commitment.list"),
  "download.directory": permissionOf("directory.list"),
  "download.signed": permissionOf("commitment.signature"),
  "download.receipt": permissionOf("handover.receipt"),
  "download.receipts": { may: ["office"], territory: "rows", logged: true },
  "download.handoverChanges": { may: ["office"], territory: "rows", logged: true },
} as const satisfies { readonly [id: string]: Permission };
type PaperId = keyof typeof paperPermissions;

/** The papers as an app of its own, to be mounted under `/api/papers`. */
export function createPaperDownloads(deps: Deps): Hono {
  const app = new Hono();
  const serve = async <T>(
    context: Context,
    id: PaperId,
    schema: z.ZodType<T>,
    compose: (call: Call, question: T) => Promise<Result<PaperFile>>,
  ) => {
    const question = schema.safeParse(context.req.query());
    if (!question.success) return refuseRequest(context, listIssues(question.error.issues));
    return serveAuthorized(
      deps,
      context,
      { id, permission: paperPermissions[id] },
      (call) => compose(call, question.data),
      ({ name, bytes }) => {
        context.header("content-type", types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
        context.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
        context.header("cache-control", "no-store");
        // Nothing that was uploaded ever runs or is shown inside the product.
        context.header("content-security-policy", "sandbox; default-src 'none'");
        return context.body(new Uint8Array(bytes));
      },
    );
  };
  app.get("/letter.docx", (context) => serve(context, "download.letter", OfOfficial, composeLetter));
  app.get("/letters.zip", (context) => serve(context, "download.letters", Question, composeLetters));
  app.get("/lists.docx", (context) => serve(context, "download.lists", OfOfficial, composeLists));
  app.get("/changes.docx", (context) => serve(context, "download.changes", Question, composeChanges));
  for (const format of ["docx", "xlsx"] as const)
    app.get(`/directory.${format}`, (context) =>
      serve(context, "download.directory", OfDirectory, (call, { locale, clear, ...asked }) =>
        composeDirectoryFile({ ...call, locale }, { ...asked, format, inClear: clear === "yes" }),
      ),
    );
  app.get("/signed/:id", (context) =>
    serve(context, "download.signed", Question, (call) => getSignedPaper(call, context.req.param("id"))),
  );
  app.get("/handover/:id/receipt.docx", (context) =>
    serve(context, "download.receipt", OfOfficial, (call, { official }) =>
      composeReceipt(call, { id: context.req.param("id"), official }),
    ),
  );
  app.get("/handover/:id/receipts.zip", (context) =>
    serve(context, "download.receipts", Question, (call) => composeReceipts(call, context.req.param("id"))),
  );
  app.get("/handover/:id/changes.docx", (context) =>
    serve(context, "download.handoverChanges", Question, (call) =>
      composeHandoverChanges(call, context.req.param("id")),
    ),
  );
  return app;
}
