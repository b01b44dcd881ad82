// The server port over the product's typed client. What the client throws becomes a value here: a refusal of the
// server's, or one of the few ways in which no answer came back.
import { createClient, toProblems, uploadFile } from "@shian/api/client";
import { type Locale, type OperationId, operations, type Problem, problem } from "@shian/domain";
import type { ServerPort } from "./server-port.js";
import { clientCodes } from "./text/to-sentence.js";

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
}): ServerPort {
  const { url, locale, env } = options;
  const send = options.fetch ?? fetch;
  const patient: typeof fetch = (input, init) => {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
    return send(input, { ...init, signal });
  };
  const token = env.SHIAN_TOKEN;
  const headers: Record<string, string> =
    token === undefined || token === "" ? {} : { authorization: `Bearer ${token}` };
  const clientOptions = { url, locale, headers, fetch: patient };
  const client = createClient(clientOptions);
  // Operation ids are the paths of the client's procedures; the drift test of the API holds both together.
  const findProcedure = (id: OperationId): Procedure => {
    const [concept = "", verb = ""] = id.split(".");
    const concepts = client as unknown as Record<string, Record<string, Procedure>>;
    const procedure = concepts[concept]?.[verb];
    if (procedure === undefined) throw new Error(`no procedure for the operation ${id}`);
    return procedure;
  };

  const refuse = (error: unknown) => ({ ok: false as const, problems: explain(toProblems(error), url) });
  return {
    url,
    ask: async (id, input) => {
      const procedure = findProcedure(id);
      try {
        const answer = await (operations[id].kind === "query"
          ? procedure.query(input)
          : procedure.mutate(input));
        return { ok: true, value: answer as never };
      } catch (error) {
        return refuse(error);
      }
    },
    upload: async ({ name, bytes }) => {
      try {
        return { ok: true, value: await uploadFile(clientOptions, { name, content: bytes }) };
      } catch (error) {
        return refuse(error);
      }
    },
    fetchProblems: async (runId) => {
      try {
        const address = `${url}/api/import/${encodeURIComponent(runId)}/problems.xlsx`;
        const response = await patient(address, {
          headers: { ...headers, "x-shian": "1", "accept-language": locale },
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
  };
}
