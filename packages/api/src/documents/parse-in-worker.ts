// Reads an uploaded table in a thread of its own with limits on memory and time (bar S7), so that no file can stall or
// end the server. Works from the compiled package and, inside the repository, straight from the sources.
import { Worker } from "node:worker_threads";
import type { Problem, Result, SheetRow, SpreadsheetProblemCode } from "@shian/domain";
import { findWorkerEntry } from "../worker-entry.js";
import type { RecogniseHeader } from "./find-header.js";
import {
  inspectHeads,
  type SpreadsheetHeads,
  type SpreadsheetInspection,
  screenSpreadsheet,
} from "./read-spreadsheet.js";
import { spreadsheetLimits } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal, toSpreadsheetResult } from "./spreadsheet-refusal.js";
import type { WorkerCommand, WorkerMessage } from "./worker-protocol.js";

/** What to read and whom to tell. */
export type WorkerReading = {
  readonly bytes: Uint8Array;
  /** Whether a text names a known column; finds the header row. */
  readonly recognise: RecogniseHeader;
  /** Another sheet than the one found, by name. */
  readonly sheet?: string | undefined;
  /** Takes each batch of rows below the header; without it only the inspection is made. */
  readonly onRows?: ((rows: readonly SheetRow[]) => void | Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
};

function startWorker(bytes: Uint8Array): Worker {
  const { url, execArgv } = findWorkerEntry("./spreadsheet-worker.js", import.meta.url);
  return new Worker(url, {
    workerData: bytes,
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: spreadsheetLimits.parserMegabytes },
  });
}

/**
 * The inspection of the file; every row below the header goes to `onRows`, batch by batch, the next one only when the
 * last was taken. A `spreadsheet/…` problem where the file cannot be read, breaks a limit, or `signal` ends it.
 */
export function parseInWorker({
  bytes,
  recognise,
  sheet,
  onRows,
  signal,
}: WorkerReading): Promise<Result<SpreadsheetInspection, Problem<SpreadsheetProblemCode>>> {
  const read = (): Promise<SpreadsheetInspection> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw new SpreadsheetRefusal("spreadsheet/aborted");
      const worker = startWorker(bytes);
      let inspection: SpreadsheetInspection | undefined;
      const say = (command: WorkerCommand): void => worker.postMessage(command);
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        settle();
        void worker.terminate();
      };
      const fail = (error: unknown): void => finish(() => reject(error));
      const abort = (): void => fail(new SpreadsheetRefusal("spreadsheet/aborted"));
      const timer = setTimeout(
        () => fail(new SpreadsheetRefusal("spreadsheet/gave-up")),
        spreadsheetLimits.parserMilliseconds,
      );
      signal?.addEventListener("abort", abort);

      const take = async (message: WorkerMessage): Promise<void> => {
        if (message.kind === "heads") {
          const found = inspectHeads(JSON.parse(message.json) as SpreadsheetHeads, recognise, sheet);
          inspection = found;
          if (onRows) say({ kind: "read", sheet: found.sheet, headerRow: found.headerRow });
          else finish(() => resolve(found));
        } else if (message.kind === "rows") {
          await onRows?.(JSON.parse(message.json) as SheetRow[]);
          say({ kind: "more" });
        } else if (message.kind === "end") {
          finish(() =>
            inspection ? resolve(inspection) : reject(new Error("the reading thread ended early")),
          );
        } else {
          const [first] = message.problems;
          if (first) fail(new SpreadsheetRefusal(first.code, first.params));
        }
      };
      // One after the other: a batch is taken whole before the end may be told.
      let queue = Promise.resolve();
      worker.on("message", (message: WorkerMessage) => {
        queue = queue.then(() => take(message)).catch(fail);
      });
      worker.on("error", (error: NodeJS.ErrnoException) => {
        const wentWild = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        fail(wentWild ? new SpreadsheetRefusal("spreadsheet/gave-up") : error);
      });
      worker.on("exit", () => fail(new Error("the reading thread ended early")));
    });
  return toSpreadsheetResult(async () => {
    // What its size or directory gives away costs no thread.
    await screenSpreadsheet(bytes);
    return read();
  });
}
