// A port that gives canned answers, for tests of screens without a server.
import {
  type OperationId,
  type OperationInput,
  type OperationOutput,
  operations,
  type Problem,
} from "@shian/domain";
import type { ServerPort } from "../server-port.js";
import { cannedAnswers, registered, registryRow } from "./canned-answers.js";
import { cannedDataPages } from "./canned-data-pages.js";
import { cannedPages, cannedSession } from "./canned-pages.js";

/** What was asked, in order. */
export type Asked = { readonly id: OperationId; readonly input: unknown };

/**
 * A port that gives the canned answers; `failing` problems come instead where they are set, and nobody may ask what is
 * `forbidden`.
 */
export function createCannedPort(forbidden: readonly OperationId[] = []): {
  readonly port: ServerPort;
  readonly asked: Asked[];
  failWith: (problems: readonly Problem[] | undefined) => void;
} {
  const asked: Asked[] = [];
  let failing: readonly Problem[] | undefined;
  const listRegistry = (input: OperationInput<"registry.list">): unknown => {
    const from = Number(input.cursor ?? 0);
    const to = Math.min(registered, from + (input.limit ?? 50));
    return {
      rows: Array.from({ length: to - from }, (_, index) => registryRow(from + index)),
      next: to < registered ? String(to) : null,
      total: registered,
    };
  };
  const sessionWithout = (left: readonly OperationId[]): OperationOutput<"session.current"> =>
    operations["session.current"].output.parse({
      ...cannedSession,
      allowed: Object.keys(operations).filter((id) => !left.some((one) => one === id)),
    });
  const port: ServerPort = {
    url: "http://127.0.0.1:3000",
    ask: async <Id extends OperationId>(id: Id, input: OperationInput<Id>) => {
      asked.push({ id, input });
      if (failing) return { ok: false, problems: failing };
      if (id === "session.current")
        return { ok: true, value: sessionWithout(forbidden) as OperationOutput<Id> };
      const canned =
        id === "registry.list"
          ? listRegistry(input as OperationInput<"registry.list">)
          : (cannedAnswers[id] ?? cannedPages[id] ?? cannedDataPages[id]);
      if (canned === undefined) throw new Error(`no canned answer for ${id}`);
      return { ok: true, value: operations[id].output.parse(canned) as OperationOutput<Id> };
    },
    upload: async () => {
      throw new Error("screens bring no files");
    },
    fetchProblems: async () => {
      throw new Error("screens fetch no files");
    },
    fetchLayout: async () => {
      throw new Error("screens fetch no lists");
    },
    fetchRefusedFacts: async () => {
      throw new Error("screens fetch no refused rows");
    },
    fetchRecord: async () => {
      throw new Error("screens fetch no record");
    },
  };
  return {
    port,
    asked,
    failWith: (problems) => {
      failing = problems;
    },
  };
}
