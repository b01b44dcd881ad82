// The database's own thread: a long roll-up stalls this thread and not the server's event loop.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { DurableNodeFs, durableStartParams } from "./durable-node-fs.js";
import { textParsers, toEmbeddedEngine } from "./embedded-engine.js";
import { type EngineReply, type EngineRequest, toEngineFailure, type WorkerStart } from "./pglite-message.js";

if (parentPort === null) throw new Error("pglite-worker.ts runs as a worker thread only.");
const port = parentPort;
const { folder } = workerData as WorkerStart;
const files = new DurableNodeFs(folder);
const opening = PGlite.create({ fs: files, parsers: textParsers, startParams: durableStartParams }).then(
  toEmbeddedEngine,
);
// A failed opening is told to whoever asks first; until then it must not end the thread.
opening.catch(() => undefined);

async function answer(request: EngineRequest): Promise<EngineReply> {
  try {
    const engine = await opening;
    switch (request.kind) {
      case "query": {
        const result = await engine.query(request.statement, request.parameters, request.rowMode);
        return { id: request.id, ok: true, result };
      }
      case "exec":
        await engine.exec(request.script);
        return { id: request.id, ok: true, result: null };
      case "syncs":
        return { id: request.id, ok: true, result: files.syncs };
      case "close":
        await engine.close();
        return { id: request.id, ok: true, result: null };
    }
  } catch (error) {
    return { id: request.id, ok: false, failure: toEngineFailure(error) };
  }
}

// One connection: each statement starts when the one before has ended.
let last: Promise<unknown> = Promise.resolve();
port.on("message", (request: EngineRequest) => {
  last = last.then(async () => {
    port.postMessage(await answer(request));
    if (request.kind === "close") port.close();
  });
});
