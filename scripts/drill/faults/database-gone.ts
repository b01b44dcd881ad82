// The database is gone for some seconds: every connection breaks and new ones are refused, while ten people read and
// write over HTTP. Nothing that needs a check may be answered, each refusal is a sentence, what was acknowledged stays,
// what was not may be sent again, and all is well soon after.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGate } from "../../../packages/api/src/testing/faults/open-gate.js";
import { listTransactions } from "../../../packages/api/src/testing/list-transactions.js";
import { makeServerDatabase } from "../../../packages/api/src/testing/test-engines.js";
import type { Judged } from "./judged.js";
import {
  type Answered,
  enterOffice,
  newTxId,
  pause,
  type ServerProcess,
  send,
  startServer,
  waitFor,
  writeUnit,
} from "./server-process.js";

const PEOPLE = 10;
const MOST_RECOVERY_MS = 5000;

type Write = { readonly txId: string; readonly answer: Answered };
type Round = {
  /** Answers to questions asked and answered while the database was gone. */
  readonly during: readonly Answered[];
  readonly writes: readonly Write[];
  readonly ready: number;
  readonly health: number;
  readonly recoveryMs: number;
};

const sentence = /"code":"request\/unavailable"/;

/** What is wrong with an answer that was given without a database. */
function findGoneFault({ status, text }: Pick<Answered, "status" | "text">): string | undefined {
  if (status === 0) return `no answer: ${text}`;
  if (status < 400) return `answered ${status}`;
  if (/\bat .{1,200}\.(?:ts|js|mjs):\d+|ECONN|terminated|select |insert /i.test(text))
    return `inner text: ${text}`;
  return status === 503 && sentence.test(text) ? undefined : `${status}: ${text.slice(0, 200)}`;
}

const toInput = (input: object) => `input=${encodeURIComponent(JSON.stringify(input))}`;

/** What the people ask in turn: lists, a file, and a change each third time. */
async function work(
  url: string,
  token: string,
  until: () => boolean,
  keep: (asked: Answered, txId?: string) => void,
) {
  const headers = { authorization: `Bearer ${token}` };
  for (let turn = 0; !until(); turn += 1) {
    const txId = newTxId();
    if (turn % 3 === 0) keep(await writeUnit(url, token, txId), txId);
    else if (turn % 3 === 1)
      keep(await send(`${url}/api/trpc/registry.list?${toInput({ filter: {}, limit: 5 })}`, { headers }));
    else keep(await send(`${url}/api/export/registry.csv?filter=%7B%22search%22%3A%22x%22%7D`, { headers }));
    await pause(100);
  }
}

/** Shuts the door for so long under use; `url` is asked, `server` is behind it. */
async function runRound(
  { url, token, goneMs }: { readonly url: string; readonly token: string; readonly goneMs: number },
  gate: { shut(): Promise<void>; open(): Promise<void> },
): Promise<Round> {
  const answers: Answered[] = [];
  const writes: Write[] = [];
  let isOver = false;
  const people = Array.from({ length: PEOPLE }, () =>
    work(
      url,
      token,
      () => isOver,
      (answer, txId) => {
        answers.push(answer);
        if (txId !== undefined) writes.push({ txId, answer });
      },
    ),
  );
  await pause(3000);
  await gate.shut();
  const goneAt = performance.now();
  await pause(Math.min(goneMs / 2, 2500));
  const { status: ready } = await send(`${url}/api/ready`);
  const { status: health } = await send(`${url}/api/health`);
  await pause(Math.max(0, goneMs - (performance.now() - goneAt)));
  const backAt = performance.now();
  await gate.open();
  const headers = { authorization: `Bearer ${token}` };
  const recoveryMs = await waitFor(async () => {
    const asked = await Promise.all([
      send(`${url}/api/trpc/office.status?${toInput({})}`, { headers }),
      writeUnit(url, token, newTxId()),
      send(`${url}/api/ready`),
    ]);
    return asked.every(({ status }) => status === 200);
  }, 4 * MOST_RECOVERY_MS);
  await pause(1000);
  isOver = true;
  await Promise.all(people);
  return {
    during: answers.filter(({ from, to }) => from > goneAt && to < backAt),
    writes,
    ready,
    health,
    recoveryMs,
  };
}

/** A helpful cache in front that answers from memory what the server would not: the planted fault. */
async function openCache(url: string): Promise<{ readonly url: string; readonly server: Server }> {
  const known = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = "" } = request.headers;
    const isChange = request.method === "POST";
    const asked = await send(`${url}${request.url}`, {
      method: request.method ?? "GET",
      headers: { authorization, "content-type": "application/json", "x-shian": "1" },
      ...(isChange ? { body: Buffer.concat(chunks) } : {}),
    });
    if (asked.status === 200 && !isChange) known.set(String(request.url), asked.text);
    const cached = known.get(String(request.url));
    response.statusCode = asked.status === 503 && cached !== undefined ? 200 : asked.status;
    response.end(asked.status === 503 ? (cached ?? asked.text) : asked.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const listFaults = ({ during }: Round) => during.map(findGoneFault).filter((fault) => fault !== undefined);

/** Sends again, under its id, every change that was not acknowledged; how many units of its name there are then. */
async function countTwice(server: ServerProcess, token: string, writes: readonly Write[]): Promise<number> {
  const open = writes.filter(({ answer }) => answer.status !== 200).slice(0, 50);
  for (const { txId } of open) {
    const again = await writeUnit(server.url, token, txId);
    if (again.status !== 200) return Number.POSITIVE_INFINITY;
  }
  const listed = await send(`${server.url}/api/trpc/unit.list?${toInput({})}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return open.filter(({ txId }) => listed.text.split(`"name":"${txId}"`).length - 1 > 1).length;
}

/** Whether doors stay shut while the database is gone, and its figures. */
export async function drillDatabaseGone(adminUrl: string): Promise<Judged> {
  const made = await makeServerDatabase(adminUrl);
  const gate = await openGate(made.url);
  const folder = mkdtempSync(join(tmpdir(), "shian-gone-"));
  const server = await startServer({ DATABASE_URL: gate.url, SHIAN_DATA: folder });
  try {
    const { token } = await enterOffice(server.url);
    const cache = await openCache(server.url);
    // The first list composes the picture of the day.
    await send(`${cache.url}/api/trpc/registry.list?${toInput({ filter: {}, limit: 5 })}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const planted = listFaults(await runRound({ url: cache.url, token, goneMs: 1500 }, gate)).length;
    cache.server.closeAllConnections();
    cache.server.close();
    const round = await runRound({ url: server.url, token, goneMs: 5000 }, gate);
    const faults = listFaults(round);
    for (const fault of [...new Set(faults)].slice(0, 5)) console.log(`  ${fault}`);
    const twice = await countTwice(server, token, round.writes);
    const { written, recorded } = await listTransactions(made.url);
    const acknowledged = round.writes.filter(({ answer }) => answer.status === 200).map(({ txId }) => txId);
    const lost = acknowledged.filter((txId) => !written.has(txId) || !recorded.has(txId)).length;
    const held =
      planted > 0 &&
      faults.length === 0 &&
      round.during.length > PEOPLE &&
      lost === 0 &&
      twice === 0 &&
      round.ready === 503 &&
      round.health === 503 &&
      round.recoveryMs <= MOST_RECOVERY_MS &&
      server.isAlive();
    return {
      held,
      line:
        `database gone 5 s: ${round.during.length} answers meanwhile, ${faults.length} not a clear 503 (bar 0), ready ` +
        `${round.ready}, ${lost} of ${acknowledged.length} acknowledged lost, ${twice} done twice, back after ` +
        `${round.recoveryMs.toFixed(0)} ms (bar ${MOST_RECOVERY_MS}), planted cache ${planted} answers found`,
    };
  } finally {
    await server.stop("SIGKILL");
    await gate.close();
    await made.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
