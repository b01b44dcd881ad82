// `GET /p/CODE` and `/p/CODE/sheet`: what the public sees, without an account. Nothing here reads a session.
import { type Context, Hono } from "hono";
import type { Deps } from "../../deps.js";
import { findClientAddress } from "../../request-context.js";
import { createRequestLimit } from "../../request-limit.js";
import { findLocale } from "../../trpc/context.js";
import { findBoard } from "./board.service.js";
import { renderBoardPage, renderBoardSheet, renderBusy, renderNoBoard } from "./board-page.js";

/** Minutes may pass before a change shows; a crowd before one wall asks the server once. */
const KEPT = "public, max-age=300";

/** A crowd may stand behind one address, and an office prints its sheets from one; a machine that asks all day may not. */
export const boardLimit = { most: 300, windowMs: 60_000 } as const;

/** The pages as an app of its own, to be mounted under `/p`. */
export function createBoardPages(deps: Deps, publicUrl: string | undefined): Hono {
  const app = new Hono();
  const limit = createRequestLimit({ clock: deps.clock, ...boardLimit });
  const serve = async (context: Context, render: typeof renderBoardPage) => {
    const { code = "" } = context.req.param() as { code?: string };
    const locale = findLocale(context.req.query("lang") ?? context.req.header("accept-language"));
    context.header("vary", "accept-language");
    const wait = limit.take(findClientAddress(deps, context));
    if (wait !== undefined) {
      context.header("retry-after", String(wait));
      context.header("cache-control", "no-store");
      return context.html(renderBusy(locale), 429);
    }
    const found = await findBoard(deps, code);
    if (found === undefined) return context.html(renderNoBoard(locale), 404);
    context.header("cache-control", KEPT);
    const isDemonstration = deps.mode === "demo";
    // Whoever asks says by what name they ask, and a code on a wall leads there for years: of an office it is the operator's.
    const origin = publicUrl ?? (isDemonstration ? new URL(context.req.url).origin : undefined);
    const path = `/p/${code}`;
    const url = origin === undefined ? null : `${origin.replace(/\/$/, "")}${path}`;
    return context.html(render({ ...found, locale, path, url, isDemonstration }));
  };
  app.get("/:code", (context) => serve(context, renderBoardPage));
  app.get("/:code/sheet", (context) => serve(context, renderBoardSheet));
  return app;
}
