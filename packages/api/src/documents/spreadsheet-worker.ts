// The thread that reads an uploaded table (bar S7): a file that makes the parser run wild ends this thread, not the
// server. Rows go back as JSON text: one string costs a copy, cloned rows cost seven times the reading.
import { parentPort, workerData } from "node:worker_threads";
import type { SheetRow } from "@shian/domain";
import { openSpreadsheet, readHeads } from "./read-spreadsheet.js";
import { toSpreadsheetResult } from "./spreadsheet-refusal.js";
import type { WorkerCommand, WorkerMessage } from "./worker-protocol.js";

const BATCH_ROWS = 1_000;
// So many batches may be under way before the reader waits for the other side.
const AHEAD = 8;

const port = parentPort;
if (!port) throw new Error("spreadsheet-worker runs only as a worker thread");
const tell = (message: WorkerMessage): void => port.postMessage(message);

let free = AHEAD;
let wake: (() => void) | undefined;

async function send(rows: readonly SheetRow[]): Promise<void> {
  while (free === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  free -= 1;
  tell({ kind: "rows", json: JSON.stringify(rows) });
}

const opened = await toSpreadsheetResult(() => openSpreadsheet(workerData as Uint8Array));

async function readRows(sheet: string, headerRow: number): Promise<void> {
  if (!opened.ok) return;
  let waiting: SheetRow[] = [];
  for await (const batch of opened.value.rows(sheet)) {
    for (const row of batch) {
      if (row.row <= headerRow) continue;
      waiting.push(row);
      if (waiting.length === BATCH_ROWS) {
        await send(waiting);
        waiting = [];
      }
    }
  }
  if (waiting.length > 0) await send(waiting);
}

async function answer(work: () => Promise<WorkerMessage>): Promise<void> {
  const result = await toSpreadsheetResult(work);
  tell(result.ok ? result.value : { kind: "refused", problems: result.problems });
}

port.on("message", (command: WorkerCommand) => {
  if (command.kind === "more") {
    free += 1;
    wake?.();
  } else {
    void answer(async () => {
      await readRows(command.sheet, command.headerRow);
      return { kind: "end" };
    });
  }
});

await answer(async () =>
  opened.ok
    ? { kind: "heads", json: JSON.stringify(await readHeads(opened.value)) }
    : { kind: "refused", problems: opened.problems },
);
