// Faults for the walker to find, each bound like a real operation, so that what hides them in the product is there too.
import { trpcServer } from "@hono/trpc-server";
import { type OperationId, ok, problem, refuseAll } from "@shian/domain";
import { Hono } from "hono";
import type { Deps } from "../../deps.js";
import { readRequest } from "../../request-context.js";
import { bindQuery, createRouter } from "../../trpc/procedures.js";
import type { Ask } from "./open-walker.js";
import type { WalkKind } from "./walk-operation.js";

const nobody = { setUp: true, done: true } as never;

/** Each fault, the operation that has it, by which inputs it is found, and what the walker says of it. */
export const plantedFaults: readonly {
  readonly id: OperationId;
  readonly kind: WalkKind;
  readonly says: RegExp;
}[] = [
  { id: "territory.list", kind: "valid", says: /as office: Error: 500/ },
  { id: "territory.search", kind: "valid", says: /stack text/ },
  { id: "rubric.list", kind: "valid", says: /text of the inside/ },
  { id: "unit.list", kind: "valid", says: /a prototype was changed/ },
  { id: "official.get", kind: "unknown-key", says: /unknown key was not refused/ },
];

/** The operation that opens a socket to what it is asked about. */
export const plantedFetch: { readonly id: OperationId; readonly target: string } = {
  id: "grading.scheme",
  target: "127.0.0.1:49151",
};

const router = createRouter({
  territory: createRouter({
    list: bindQuery("territory.list", async () => {
      throw new Error("planted");
    }),
    search: bindQuery("territory.search", async () =>
      refuseAll([
        problem("request/invalid-input", { path: "text", reason: new Error("planted").stack ?? "" }),
      ]),
    ),
  }),
  rubric: createRouter({
    list: bindQuery("rubric.list", async () =>
      refuseAll([problem("request/invalid-input", { path: "-", reason: 'syntax error at or near "x"' })]),
    ),
  }),
  unit: createRouter({
    list: bindQuery("unit.list", async () => {
      Reflect.set(Object.prototype, "polluted", true);
      return ok(nobody);
    }),
  }),
  grading: createRouter({
    scheme: bindQuery("grading.scheme", async () => {
      // Nothing listens there.
      await fetch(`http://${plantedFetch.target}/`).catch(() => undefined);
      return refuseAll([problem("request/nothing-to-do")]);
    }),
  }),
});

/** Answers with the planted operations. */
export function askPlanted(deps: Deps): Ask {
  const app = new Hono();
  // An answer without a look at the input.
  app.get("/api/trpc/official.get", (context) => context.json({ result: { data: null } }));
  app.use(
    "/api/trpc/*",
    trpcServer({
      endpoint: "/api/trpc",
      router,
      createContext: ({ resHeaders }, context) => readRequest(deps, context, resHeaders),
    }),
  );
  return (url, init) => app.request(url, init);
}
