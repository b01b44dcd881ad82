// Two hundred clients send a byte a second: others are answered as before, and the slow ones are ended by time-outs.
// Others ask for files and never read them: the server's memory stays bounded and they are ended too.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Judged } from "./judged.js";
import { enterOffice, pause, type ServerProcess, send, startServer, waitFor } from "./server-process.js";
import { askAndNeverRead, type SlowSocket, sendSlowly } from "./slow-sockets.js";

const SLOW = 200;
const BYSTANDERS = 10;
const MEASURE_MS = 5000;
/** The others may become a little slower: 200 sockets wake the server 200 times a second. */
const MOST_RATIO = 2;
/** The server's own time-outs (`start-server.ts`) and the time between two looks at them. */
const bars = { headers: 20_000 + 6000, body: 120_000 + 6000 } as const;
/** Who does not read is ended 120 s after the last file was written to them, and a busy machine writes late. */
const MOST_STALLED_MS = 360_000;
const READERS = 50;
const FILES_EACH = 10;
const MOST_GROWTH_MIB = 400;

const p95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

/** Times of ordinary questions for some seconds; a failed one is infinite. */
async function measure(url: string, token: string): Promise<readonly number[]> {
  const until = performance.now() + MEASURE_MS;
  const times: number[] = [];
  const headers = { authorization: `Bearer ${token}` };
  const ask = async () => {
    while (performance.now() < until) {
      const { status, from, to } = await send(`${url}/api/trpc/office.status?input=%7B%7D`, { headers });
      times.push(status === 200 ? to - from : Number.POSITIVE_INFINITY);
      await pause(20);
    }
  };
  await Promise.all(Array.from({ length: BYSTANDERS }, ask));
  return times;
}

const openSlow = (url: string) =>
  Array.from({ length: SLOW }, (_, n) => {
    const what = n % 2 === 0 ? ("headers" as const) : ("body" as const);
    return { what, socket: sendSlowly(url, what) };
  });

/** How many were not ended in time. */
const countHeld = (slow: readonly { readonly what: "headers" | "body"; readonly socket: SlowSocket }[]) =>
  slow.filter(({ what, socket }) => (socket.endedAfter() ?? Number.POSITIVE_INFINITY) > bars[what]).length;

/** A server that waits for ever: the planted fault. */
async function openPatientServer() {
  const server = createServer({ headersTimeout: 0, requestTimeout: 0 }, (request) => {
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Asks for files that are not read; how much more memory was held for them at most, and how many are not ended. */
function stallReaders(server: ServerProcess, token: string) {
  const idle = server.memory();
  const readers = Array.from({ length: READERS }, () =>
    askAndNeverRead(server.url, "/api/export/registry.csv", token, FILES_EACH),
  );
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, server.memory());
  }, 250);
  const countHeld = () => readers.filter(({ isHeld }) => isHeld()).length;
  return {
    countHeld,
    finish: () => {
      clearInterval(watch);
      const held = countHeld();
      for (const { close } of readers) close();
      return { growth: most - idle, held };
    },
  };
}

/** Whether slow clients harm nobody but themselves. */
export async function drillSlowClients(): Promise<Judged> {
  const folder = mkdtempSync(join(tmpdir(), "shian-slow-"));
  const server = await startServer({ SHIAN_DATA: folder });
  const patient = await openPatientServer();
  try {
    const { token } = await enterOffice(server.url);
    await measure(server.url, token);
    const without = p95(await measure(server.url, token));
    const planted = openSlow(patient.url);
    const slow = openSlow(server.url);
    const during = p95(await measure(server.url, token));
    const stall = stallReaders(server, token);
    const plantedReader = askAndNeverRead(patient.url, "/", "-", FILES_EACH);
    await pause(bars.body);
    await waitFor(async () => stall.countHeld() === 0, MOST_STALLED_MS);
    const [heldOpen, foundOpen] = [countHeld(slow), countHeld(planted)];
    const { growth, held: unread } = stall.finish();
    const foundReader = plantedReader.isHeld();
    plantedReader.close();
    for (const { socket } of [...slow, ...planted]) socket.close();
    const after = await measure(server.url, token);
    const ratio = during / without;
    const held =
      foundOpen === SLOW &&
      foundReader &&
      heldOpen === 0 &&
      unread === 0 &&
      ratio <= MOST_RATIO &&
      growth <= MOST_GROWTH_MIB &&
      Number.isFinite(Math.max(...after)) &&
      server.isAlive();
    return {
      held,
      line:
        `slow clients: ${SLOW} senders, others' p95 ${during.toFixed(1)} ms, ${ratio.toFixed(2)} × without (bar ${MOST_RATIO}), ` +
        `${heldOpen} not ended in time (bar 0), ${READERS} × ${FILES_EACH} unread files hold ${growth.toFixed(0)} MiB ` +
        `(bar ${MOST_GROWTH_MIB}), ${unread} of them not ended (bar 0), planted ${foundOpen + (foundReader ? 1 : 0)}/${SLOW + 1} found`,
    };
  } finally {
    patient.server.closeAllConnections();
    patient.server.close();
    await server.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}
