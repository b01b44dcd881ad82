// The record to take away: the whole chain as JSON lines, and the proof of one entry.
import { ok, type Permission, problem, type RecordHeader, writeRecordLine } from "@shian/domain";
import { Hono } from "hono";
import type { Call, Deps } from "../../deps.js";
import { refuseRequest, serveAuthorized } from "../../trpc/authorize-request.js";
import { readEntries } from "./audit.repo.js";
import { proveEntry } from "./audit.service.js";
import { findRecordSuite, findStart } from "./record-start.service.js";

/** What guards these files; both leave the house, so the record keeps who took them. */
export const recordDownloadPermissions = {
  "download.record": { may: ["audit"], territory: "none", logged: true },
  "download.proof": { may: ["audit"], territory: "none", logged: true },
} as const satisfies { readonly [id: string]: Permission };

/** The lines of the record, its head first. */
export async function* writeRecord({ db }: Pick<Call, "db">): AsyncGenerator<string> {
  const start = await findStart(db);
  const head: RecordHeader = { record: { format: 1, suite: await findRecordSuite(db), start } };
  yield `${JSON.stringify(head)}\n`;
  for await (const rows of readEntries(db, start.seq))
    yield rows.map(({ content, hash }) => `${writeRecordLine(content, hash)}\n`).join("");
}

function toStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

/** The downloads as an app of its own, to be mounted under `/api/record`. */
export function createRecordDownloads(deps: Deps): Hono {
  const app = new Hono();
  app.get("/export.ndjson", (context) =>
    serveAuthorized(
      deps,
      context,
      { id: "download.record", permission: recordDownloadPermissions["download.record"] },
      async (call) => ok(call),
      (call) => {
        const name = `shian-record-${call.today}.ndjson`;
        context.header("content-type", "application/x-ndjson; charset=utf-8");
        context.header("content-disposition", `attachment; filename="${name}"`);
        context.header("cache-control", "no-store");
        return context.body(toStream(writeRecord(call)));
      },
    ),
  );
  app.get("/proof/:file", (context) => {
    const seq = /^([1-9]\d{0,14})\.json$/.exec(context.req.param("file"))?.[1];
    if (seq === undefined)
      return refuseRequest(context, [problem("request/not-found", { id: context.req.param("file") })]);
    return serveAuthorized(
      deps,
      context,
      { id: "download.proof", permission: recordDownloadPermissions["download.proof"] },
      (call) => proveEntry(call, { seq: Number(seq) }),
      (proof) => {
        context.header("content-disposition", `attachment; filename="shian-proof-${seq}.json"`);
        context.header("cache-control", "no-store");
        return context.json(proof);
      },
    );
  });
  return app;
}
