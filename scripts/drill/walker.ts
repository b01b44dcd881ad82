// Bars S11 and S12: whatever is sent to whichever operation by whomever, the answer is data or reasons; unknown keys are
// refused, prototypes stay as they are, and nothing of it makes the server open a socket but to its database. On every
// engine there is. Planted: five operations with a fault each, and one that fetches what it is asked about.

import { bothEngines, type TestEngine, testServerUrl } from "../../packages/api/src/testing/test-engines.js";
import { countSockets } from "../../packages/api/src/testing/walker/count-sockets.js";
import { openWalker, type Walker } from "../../packages/api/src/testing/walker/open-walker.js";
import { askPlanted, plantedFaults, plantedFetch } from "../../packages/api/src/testing/walker/planted.js";
import { type WalkKind, walkOperation } from "../../packages/api/src/testing/walker/walk-operation.js";
import { type OperationId, operations } from "../../packages/domain/src/contracts.js";

export type WalkerOptions = { readonly tries: number; readonly seed: number };
type Round = { readonly sent: number; readonly faults: number; readonly sockets: number };

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);
const kinds: readonly WalkKind[] = ["valid", "broken", "unknown-key"];
const ids = Object.keys(operations) as OperationId[];

/** Sockets that go anywhere but to the database. */
function listForeign(opened: readonly string[]): readonly string[] {
  if (testServerUrl === undefined) return opened;
  const { hostname, port } = new URL(testServerUrl);
  const own = [`${hostname}:${port || "5432"}`, `name ${hostname}`];
  return opened.filter((target) => !own.includes(target));
}

/** Walks the operations, with the sockets counted that were opened meanwhile. */
async function walkAll(
  walker: Walker,
  asked: readonly { readonly id: OperationId; readonly kind: WalkKind }[],
  options: WalkerOptions,
) {
  const sockets = countSockets();
  const faults: string[] = [];
  let sent = 0;
  try {
    for (const { id, kind } of asked) {
      const walk = await walkOperation(walker, id, kind, options);
      sent += walk.sent;
      faults.push(...walk.faults);
    }
  } finally {
    sockets.stop();
  }
  return { sent, faults, foreign: listForeign(sockets.opened) };
}

/** How many of the planted faults were found; the sockets of the planted fetch are one more. */
async function findPlanted(walker: Walker): Promise<number> {
  const planted = walker.answeredBy(askPlanted(walker.test.deps));
  const options = { tries: 10, seed: 1 };
  let found = 0;
  for (const { id, kind, says } of plantedFaults) {
    const { faults } = await walkAll(planted, [{ id, kind }], options);
    if (faults.some((fault) => says.test(fault))) found += 1;
    else console.log(`planted in ${id}: NOT found, only ${faults.join("; ") || "nothing"}`);
  }
  const { foreign } = await walkAll(planted, [{ id: plantedFetch.id, kind: "valid" }], options);
  if (foreign.includes(plantedFetch.target)) return found + 1;
  console.log(`planted fetch NOT found, only ${foreign.join(", ") || "nothing"}`);
  return found;
}

async function walkOn(engine: TestEngine, options: WalkerOptions): Promise<Round & { planted: number }> {
  const started = performance.now();
  const database = await engine.open();
  const walker = await openWalker(database);
  try {
    const planted = await findPlanted(walker);
    const asked = ids.flatMap((id) => kinds.map((kind) => ({ id, kind })));
    // Half of the inputs valid, half of them broken.
    const half = { ...options, tries: Math.ceil(options.tries / 2) };
    const { sent, faults, foreign } = await walkAll(walker, asked, half);
    for (const fault of faults) console.log(`FAULT ${fault}`);
    for (const target of new Set(foreign)) console.log(`SOCKET to ${target}`);
    console.log(
      `${engine.name}: planted ${planted}/${plantedFaults.length + 1} found; ${sent} requests, ${faults.length} faults, ` +
        `${foreign.length} foreign sockets; ${seconds(started)} s`,
    );
    return { sent, faults: faults.length, sockets: foreign.length, planted };
  } finally {
    await walker.close();
    await database.close();
  }
}

/** True when everything planted was found on every engine, and nothing else. */
export async function drillWalker(options: WalkerOptions): Promise<boolean> {
  const started = performance.now();
  const rounds: (Round & { planted: number })[] = [];
  for (const engine of bothEngines) rounds.push(await walkOn(engine, options));
  const sum = (pick: (round: (typeof rounds)[number]) => number) =>
    rounds.reduce((total, round) => total + pick(round), 0);
  const [sent, faults, sockets, planted] = [
    sum((round) => round.sent),
    sum((round) => round.faults),
    sum((round) => round.sockets),
    sum((round) => round.planted),
  ];
  const most = rounds.length * (plantedFaults.length + 1);
  const held = faults === 0 && sockets === 0 && planted === most;
  console.log(
    `walker: ${held ? "held" : "MISSED"}; ${options.tries} × ${ids.length} operations × 3 roles on ${rounds.length} engines, ` +
      `${sent} requests, seed ${options.seed}: ${faults} × 5xx, stack text, unknown key or changed prototype (bar 0), ` +
      `${sockets} sockets besides the database (bar 0); planted ${planted}/${most} found; ${seconds(started)} s`,
  );
  return held;
}
