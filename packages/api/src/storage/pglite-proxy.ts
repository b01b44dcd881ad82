// The embedded database as the server's thread sees it: an engine whose statements run in a worker thread.
import { Worker } from "node:worker_threads";
import { findWorkerEntry } from "../worker-entry.js";
import type { EmbeddedEngine, StatementResult } from "./embedded-engine.js";
import { DatabaseError, type EngineReply, type EngineRequest, type WorkerStart } from "./pglite-message.js";

/** An engine in a worker thread that can also say how often it synced a file to the disk. */
export type WorkerEngine = EmbeddedEngine & { countSyncs(): Promise<number> };

type Waiting = { resolve: (result: StatementResult | number | null) => void; reject: (error: Error) => void };
type Unnumbered<R> = R extends { readonly id: number } ? Omit<R, "id"> : never;

function startWorker(folder: string): Worker {
  const { url, execArgv } = findWorkerEntry("./pglite-worker.js", import.meta.url);
  return new Worker(url, { workerData: { folder } satisfies WorkerStart, execArgv });
}

/**
 * Opens the database in `folder` in a thread of its own. The caller must hold the folder's lock. When the thread dies,
 * every waiting and later statement is refused with the reason.
 */
export async function openWorkerEngine(folder: string): Promise<WorkerEngine> {
  const worker = startWorker(folder);
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let ended: Error | undefined;

  const end = (reason: Error) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("message", (reply: EngineReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.result);
    else asked?.reject(new DatabaseError(reply.failure));
  });
  worker.on("error", (error) => end(new Error("The database thread failed.", { cause: error })));
  worker.on("exit", (code) => end(new Error(`The database thread ended with code ${code}.`)));

  const ask = (request: Unnumbered<EngineRequest>) =>
    new Promise<StatementResult | number | null>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies EngineRequest);
    });

  const engine: WorkerEngine = {
    async query(statement, parameters, rowMode) {
      const result = await ask({ kind: "query", statement, parameters, rowMode });
      if (result === null || typeof result === "number")
        throw new TypeError("The database thread gave no rows.");
      return result;
    },
    async exec(script) {
      await ask({ kind: "exec", script });
    },
    async countSyncs() {
      const count = await ask({ kind: "syncs" });
      if (typeof count !== "number") throw new TypeError("The database thread gave no count.");
      return count;
    },
    async close() {
      if (ended !== undefined) return;
      await ask({ kind: "close" });
      await worker.terminate();
    },
  };
  try {
    await engine.query("select 1", [], "array");
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return engine;
}
