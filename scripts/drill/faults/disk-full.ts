// The disk of the embedded database is full: changes fail with a sentence that says so, reads go on, and when there is
// room again everything works without a restart. After a kill -9 every acknowledged change is there.
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listTransactions } from "../../../packages/api/src/testing/list-transactions.js";
import type { Judged } from "./judged.js";
import {
  type Answered,
  enterOffice,
  newTxId,
  type ServerProcess,
  send,
  startServer,
  waitFor,
  writeUnit,
} from "./server-process.js";
import { openSmallDisk } from "./small-disk.js";

const DISK_MEBIBYTES = 256;
const LEFT_BYTES = 1024 * 1024;
const MOST_WRITES = 5000;
const TRIES_WHILE_FULL = 50;
const MOST_RECOVERY_MS = 5000;

/** What is wrong with the answer to a change that the disk has no room for. */
const findFullFault = ({ status, text }: Pick<Answered, "status" | "text">): string | undefined => {
  if (/\bat .{1,200}\.(?:ts|js|mjs):\d+|ENOSPC|No space|insert /i.test(text)) return `inner text: ${text}`;
  return status === 503 && text.includes('"request/storage-full"')
    ? undefined
    : `${status}: ${text.slice(0, 200)}`;
};

const findReadFault = ({ status, text }: Pick<Answered, "status" | "text">): string | undefined =>
  status === 200 ? undefined : findFullFault({ status, text });

/** Answers that the judges must refuse: a bug's, a leak's, a change that claims to be done, a read that breaks. */
const plants: readonly (string | undefined)[] = [
  findFullFault({ status: 500, text: '{"code":"request/internal"}' }),
  findFullFault({
    status: 503,
    text: '"request/storage-full" could not extend file: No space left on device',
  }),
  findFullFault({ status: 200, text: '{"result":{"data":{}}}' }),
  findReadFault({ status: 0, text: "socket hang up" }),
];

const countLost = (
  acknowledged: readonly string[],
  { written, recorded }: Awaited<ReturnType<typeof listTransactions>>,
) => acknowledged.filter((txId) => !written.has(txId) || !recorded.has(txId)).length;

/** Writes until the disk takes no more, and some times more; reads in between. */
async function fill(server: ServerProcess, token: string) {
  const acknowledged: string[] = [];
  const faults: string[] = [];
  let refused = 0;
  for (let n = 0; n < MOST_WRITES && refused < TRIES_WHILE_FULL; n += 1) {
    const txId = newTxId();
    const answer = await writeUnit(server.url, token, txId);
    if (answer.status === 200) {
      acknowledged.push(txId);
      continue;
    }
    refused += 1;
    const read = await send(`${server.url}/api/trpc/registry.list?input=%7B%7D`, {
      headers: { authorization: `Bearer ${token}` },
    });
    faults.push(...[findFullFault(answer), findReadFault(read)].filter((fault) => fault !== undefined));
  }
  return { acknowledged, faults, refused };
}

/** Whether a full disk is told and survived. */
export async function drillDiskFull(): Promise<Judged> {
  const disk = await openSmallDisk(DISK_MEBIBYTES);
  try {
    const data = join(disk.inside, "data");
    const server = await startServer({ SHIAN_DATA: data }, disk.enter);
    const { token } = await enterOffice(server.url);
    await send(`${server.url}/api/trpc/registry.list?input=%7B%7D`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { bavail, bsize } = statfsSync(disk.outside);
    const ballast = join(disk.outside, "ballast");
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT_BYTES));
    const { acknowledged, faults, refused } = await fill(server, token);
    for (const fault of [...new Set(faults)].slice(0, 5)) console.log(`  ${fault}`);
    rmSync(ballast);
    const recoveryMs = await waitFor(async () => {
      const txId = newTxId();
      const { status } = await writeUnit(server.url, token, txId);
      if (status === 200) acknowledged.push(txId);
      return status === 200;
    }, 2 * MOST_RECOVERY_MS);
    await server.stop("SIGKILL");
    const kept = await listTransactions(join(disk.outside, "data"));
    const lost = countLost(acknowledged, kept);
    const found =
      plants.filter((fault) => fault !== undefined).length + countLost(["planted-transaction"], kept);
    const held =
      found === plants.length + 1 &&
      refused === TRIES_WHILE_FULL &&
      faults.length === 0 &&
      lost === 0 &&
      recoveryMs <= MOST_RECOVERY_MS;
    return {
      held,
      line:
        `disk full: ${refused} changes refused, ${faults.length} without a clear sentence or with reads broken (bar 0), ` +
        `back after ${recoveryMs.toFixed(0)} ms (bar ${MOST_RECOVERY_MS}), after kill -9 ${lost} of ${acknowledged.length} ` +
        `acknowledged lost, planted ${found}/${plants.length + 1} found`,
    };
  } finally {
    disk.close();
  }
}
