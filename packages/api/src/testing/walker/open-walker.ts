// The stage of the walker over the operations (bar S11): the demonstration city, words and ids that it answers to, and
// people of every role to ask.
import { type Operation, type OperationId, operations, type Role } from "@shian/domain";
import { uploadFile } from "../../client/index.js";
import { ensureDemonstration } from "../../features/demonstration/load-demonstration.service.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../create-test-app.js";
import type { Answer } from "./find-walk-fault.js";

/** Longest that a stream is listened to; one about work that never ends would hold the walk. */
const LISTEN_MS = 300;

/** Answers a request for an operation. */
export type Ask = (url: string, init: RequestInit) => Response | Promise<Response>;

export type Walker = {
  readonly test: TestApp;
  /** Words and ids that the city answers to, so that a valid input also reaches what lies behind the check. */
  readonly known: readonly string[];
  /** Sends the input to the operation as somebody of the role; `public` has no account. */
  send(id: OperationId, role: Role, input: unknown): Promise<Answer>;
  /** The same stage, with another to answer. */
  answeredBy(ask: Ask): Walker;
  close(): Promise<void>;
};

/** Roles whose reach is one township here. */
const ofTownship: readonly Role[] = ["regulator", "unit", "liaison"];

/** The three who ask: one who may, with the widest reach there is; one of one township, who may if any may; nobody. */
export function chooseAskers({ may }: Pick<Operation, "may">): readonly [Role, Role, Role] {
  const able = may === "everyone" || may.includes("office") ? "office" : may[0];
  const near = ofTownship.find((role) => may !== "everyone" && may.includes(role)) ?? "liaison";
  return [able === undefined || able === "public" ? "office" : able, near, "public"];
}

/** A lone surrogate cannot stand in an address; JSON escapes it. */
const toWellFormed = (text: string) =>
  text.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

const isWellFormed = (text: string) => !/[\ud800-\udfff]/u.test(text);

function toRequest(id: OperationId, input: unknown): { readonly url: string; readonly init: RequestInit } {
  const url = `http://localhost/api/trpc/${id}`;
  const text = JSON.stringify(input) ?? "";
  if (operations[id].kind === "mutation")
    return {
      url,
      init: {
        method: "POST",
        headers: { "content-type": "application/json", "x-shian": "1" },
        body: text,
      },
    };
  const written = isWellFormed(text) ? text : toWellFormed(text);
  const headers: Record<string, string> =
    operations[id].kind === "subscription" ? { accept: "text/event-stream" } : {};
  return { url: `${url}?input=${encodeURIComponent(written)}`, init: { headers } };
}

/** The text of an answer; of a stream, what comes within a moment. */
async function readText(response: Response): Promise<string> {
  if (!(response.headers.get("content-type") ?? "").startsWith("text/event-stream")) return response.text();
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  const until = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LISTEN_MS));
  for (;;) {
    const part = await Promise.race([reader.read(), until]);
    if (part === undefined || part.done) break;
    text += decoder.decode(part.value, { stream: true });
  }
  await reader.cancel();
  return text;
}

async function listKnown(test: TestApp, own: readonly string[]): Promise<readonly string[]> {
  const { rows } = await test.client.registry.list.query({ limit: 3 });
  const officials = await test.client.official.list.query({ limit: 3 });
  const rubrics = await test.client.rubric.list.query({});
  const content = new TextEncoder().encode("名称,地址\n老槐树小吃,澄岚市\n");
  const { fileId } = await uploadFile(
    {
      ...test.clientOptions,
      fetch: async (input, init) =>
        test.request(
          new URL(input instanceof Request ? input.url : input).href.slice("http://localhost".length),
          init,
        ),
    },
    { name: "hostile.csv", content },
  );
  return [
    ...[...rows, ...officials.rows, ...rubrics.rows].map(({ id }) => id),
    ...own,
    fileId,
    "990106",
    "990106001",
    "CN",
    "老槐树",
    "2026-11-24",
  ];
}

/** Opens the stage on a database in memory, or on the caller's, who closes it. */
export async function openWalker(database?: Database): Promise<Walker> {
  const test = await createTestApp(database === undefined ? {} : { database });
  await ensureDemonstration(test.deps);
  const tokens = new Map<Role, string>();
  const enter = async (role: Role) => {
    if (role === "public") return undefined;
    const territory = ofTownship.includes(role) ? "990106001" : role === "office" ? "CN" : null;
    const entered = await test.clientAs({ role, territory });
    tokens.set(role, entered.token);
    return entered;
  };
  // Somebody to be disabled, renamed and granted to, who asks nothing.
  const person = await test.clientAs({ role: "leader", territory: "990106", name: "老槐树" });
  const known = await listKnown(test, [person.personId, person.sessionId]);

  const through = (ask: Ask): Walker => ({
    test,
    known,
    async send(id, role, input) {
      // What ends sessions would leave nobody to ask the rest.
      const isFresh = id.startsWith("session.") || !tokens.has(role);
      const token = isFresh ? (await enter(role))?.token : tokens.get(role);
      const { url, init } = toRequest(id, input);
      const headers = new Headers(init.headers);
      if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
      const response = await ask(url, { ...init, headers });
      const text = await readText(response);
      // Their session or account was ended by what was asked; the next question is asked by somebody new.
      if (response.status === 401) tokens.delete(role);
      return { status: response.status, text };
    },
    answeredBy: through,
    close: () => test.close(),
  });
  return through((url, init) => test.app.request(url, init));
}
