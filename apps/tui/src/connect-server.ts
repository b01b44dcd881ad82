// The server port over the product's typed client. What the client throws becomes a value here: a refusal of the
// server's, or one of the few ways in which no answer came back.
import { createClient, toProblems, uploadFile } from "@shian/api/client";
import {
  type Locale,
  type OperationId,
  operations,
  type Problem,
  ProblemShape,
  problem,
  type Result,
} from "@shian/domain";
import { enterDemonstration } from "./enter-demonstration.js";
import type { ServerPort } from "./server-port.js";
import { clientCodes } from "./text/to-sentence.js";
import { findToken } from "./token-store.js";

const PATIENCE_MS = 120_000;

type Procedure = {
  readonly query: (input: unknown) => Promise<unknown>;
  readonly mutate: (input: unknown) => Promise<unknown>;
};

/** The same reasons, with the client's own ways to fail told apart and the address named. */
const explain = (problems: readonly Problem[], url: string): readonly Problem[] =>
  problems.map((one) => {
    if (one.code === "request/internal") {
      return problem(clientCodes.serverFailed, { detail: String(one.params.reference ?? "") });
    }
    if (one.code !== "request/unreachable") return one;
    const reason = String(one.params.reason ?? "");
    if (/timeout|timed out/i.test(reason))
      return problem(clientCodes.timeout, { url, seconds: PATIENCE_MS / 1000 });
    const answered = /JSON|transform|token|procedure/i.test(reason);
    return problem(answered ? clientCodes.notShian : clientCodes.unreachable, { url });
  });

/** A port to the server at the address; nothing is asked yet. */
export function connectServer(options: {
  readonly url: string;
  readonly locale: Locale;
  readonly env: NodeJS.ProcessEnv;
  readonly fetch?: typeof fetch;
  /** Told when the terminal entered a demonstration by itself. */
  readonly onDemonstration?: (name: string) => void;
}): ServerPort {
  const { url, locale, env } = options;
  const send = options.fetch ?? fetch;
  const patient: typeof fetch = (input, init) => {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
    return send(input, { ...init, signal });
  };
  // Asked for by every request, so that a token that comes later is used from then on.
  let token = findToken(env, url);
  const signed: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    return patient(input, { ...init, headers });
  };
  const clientOptions = { url, locale, fetch: signed };
  const client = createClient(clientOptions);
  let entering: Promise<boolean> | undefined;
  const enter = async (): Promise<boolean> => {
    const entered = await enterDemonstration(client).catch(() => undefined);
    if (entered === undefined) return false;
    token = entered.token;
    options.onDemonstration?.(entered.name);
    return true;
  };
  /** Does the work; a demonstration that does not know us is entered, once, and the work done again. */
  const withSession = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const isSignedOut = toProblems(error).some(({ code }) => code === "access/signed-out");
      if (!isSignedOut || (env.SHIAN_TOKEN ?? "") !== "") throw error;
      entering ??= enter();
      if (!(await entering)) throw error;
      return work();
    }
  };
  // Operation ids are the paths of the client's procedures; the drift test of the API holds both together.
  const findProcedure = (id: OperationId): Procedure => {
    const [concept = "", verb = ""] = id.split(".");
    const concepts = client as unknown as Record<string, Record<string, Procedure>>;
    const procedure = concepts[concept]?.[verb];
    if (procedure === undefined) throw new Error(`no procedure for the operation ${id}`);
    return procedure;
  };

  const refuse = (error: unknown) => ({ ok: false as const, problems: explain(toProblems(error), url) });
  /** The body of a file that the server gives away, or why it does not. */
  const fetchBody = (path: string): Promise<Result<Response>> =>
    withSession(async () => {
      const response = await signed(`${url}${path}`, {
        headers: { "x-shian": "1", "accept-language": locale },
      });
      if (response.ok) return { ok: true as const, value: response };
      const body: unknown = await response.json().catch(() => undefined);
      const told = ProblemShape.array().safeParse(Reflect.get(Object(body), "problems"));
      const detail = `HTTP ${response.status}`;
      return {
        ok: false as const,
        problems: told.success ? told.data : [problem(clientCodes.serverFailed, { detail })],
      };
    }).catch(refuse);
  return {
    url,
    ask: async (id, input) => {
      const procedure = findProcedure(id);
      try {
        const answer = await withSession(() =>
          operations[id].kind === "query" ? procedure.query(input) : procedure.mutate(input),
        );
        return { ok: true, value: answer as never };
      } catch (error) {
        return refuse(error);
      }
    },
    upload: async ({ name, bytes }) => {
      try {
        const kept = await withSession(() => uploadFile(clientOptions, { name, content: bytes }));
        return { ok: true, value: kept };
      } catch (error) {
        return refuse(error);
      }
    },
    fetchProblems: async (runId) => {
      try {
        const address = `${url}/api/import/${encodeURIComponent(runId)}/problems.xlsx`;
        const response = await signed(address, {
          headers: { "x-shian": "1", "accept-language": locale },
        });
        if (response.ok) return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
        return {
          ok: false,
          problems: [problem(clientCodes.serverFailed, { detail: `HTTP ${response.status}` })],
        };
      } catch (error) {
        return refuse(error);
      }
    },
    fetchLayout: async (id, format, question) => {
      const address = `/api/export/layout/${encodeURIComponent(id)}/rows.${format}?${new URLSearchParams(question)}`;
      const response = await fetchBody(address);
      if (!response.ok) return response;
      return { ok: true, value: new Uint8Array(await response.value.arrayBuffer()) };
    },
    fetchRefusedFacts: async (path, question) => {
      const response = await fetchBody(`/api/fact-sheets/${path}?${new URLSearchParams(question)}`);
      if (!response.ok) return response;
      return { ok: true, value: new Uint8Array(await response.value.arrayBuffer()) };
    },
    fetchRecord: async () => {
      const response = await fetchBody("/api/record/export.ndjson");
      if (!response.ok) return response;
      return { ok: true, value: response.value.body ?? new Blob().stream() };
    },
  };
}
