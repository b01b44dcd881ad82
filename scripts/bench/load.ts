// An ordinary office at its busiest: 50 people for a minute over real HTTP on a register of 50,000 establishments, each
// asking or writing about once a second. No errors; half the bars of a click for lists, searches and writes.
import { spawn } from "node:child_process";
import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Database } from "../../packages/api/src/storage/database.js";
import { createTestApp, type TestApp } from "../../packages/api/src/testing/create-test-app.js";
import { fillOffice, loadTerritory, loadToday } from "../../packages/api/src/testing/load/fill-office.js";
import type { LoadPerson, Met } from "../../packages/api/src/testing/load/load-people.js";
import { serveApp } from "../../packages/api/src/testing/load/serve-app.js";
import { measureOnEachEngine } from "./on-each-engine.js";

const PEOPLE = 50;
const MOST_P95_MS = 150;
const numberFrom = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const ESTABLISHMENTS = numberFrom("LOAD_ESTABLISHMENTS", 50_000);
const VISITS = numberFrom("LOAD_VISITS", 200_000);
const SECONDS = numberFrom("LOAD_SECONDS", 60);
/** Before the seconds that count: everybody's view is made and the server's code is compiled. Told beside them. */
const WARM_UP = numberFrom("LOAD_WARM_UP", 10);
const script = fileURLToPath(new URL("../../packages/api/src/testing/load/load-people.ts", import.meta.url));

/** Twenty of the office, ten leaders and liaisons, twenty officials with their own establishments. */
async function enterPeople(test: TestApp): Promise<readonly LoadPerson[]> {
  const people: LoadPerson[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const role = n < 20 ? "office" : n < 25 ? "leader" : n < 30 ? "liaison" : "official";
    const own = Array.from({ length: 13 }, (_, at) => n * 13 + at);
    const { token } = await test.clientAs({
      role,
      name: `${role}${n}`,
      ...(role === "official" ? { official: `o${n}` } : {}),
      ...(role === "office" || role === "leader" ? { territory: loadTerritory } : {}),
      ...(role === "liaison" ? { territory: `99010600${1 + (n % 3)}` } : {}),
    });
    people.push({ token, role, own });
  }
  return people;
}

async function sendPeople(url: string, people: readonly LoadPerson[]): Promise<Met> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=@shian/source", script, url, String(SECONDS), String(WARM_UP)],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  child.stdin.end(JSON.stringify(people));
  return JSON.parse(await text(child.stdout)) as Met;
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

async function measureOn(name: string, database: Database): Promise<boolean> {
  const filled = performance.now();
  await fillOffice(database, { establishments: ESTABLISHMENTS, visits: VISITS });
  console.log(`${name}: filled in ${((performance.now() - filled) / 1000).toFixed(0)} s`);
  const test = await createTestApp({ database, today: loadToday });
  const server = await serveApp(test.app);
  try {
    const people = await enterPeople(test);
    const composed = performance.now();
    await test.client.registry.list.query({ filter: {}, limit: 50 });
    console.log(`${name}: first picture in ${(performance.now() - composed).toFixed(0)} ms`);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const before = loadavg()[0] ?? 0;
    const { times, failures, warmUp } = await sendPeople(server.url, people);
    delay.disable();
    for (const [reason, count] of Object.entries(failures).slice(0, 5)) console.log(`  ${count} × ${reason}`);
    for (const line of [...new Set(test.logged)].slice(0, 3)) console.log(`  ${line.slice(0, 400)}`);
    const cold = Object.values(warmUp).flat();
    if (cold.length > 0)
      console.log(
        `  warm-up of ${WARM_UP} s: ${cold.length} answers, p50 ${at(cold, 0.5).toFixed(0)} ms, p95 ${at(cold, 0.95).toFixed(0)} ms`,
      );
    for (const [kind, all] of Object.entries(times))
      console.log(
        `  ${kind}: ${all.length}, p50 ${at(all, 0.5).toFixed(0)} ms, p95 ${at(all, 0.95).toFixed(0)} ms, most ${at(all, 0.9999).toFixed(0)} ms`,
      );
    const errors = Object.values(failures).reduce((sum, count) => sum + count, 0);
    const p95 = ["list", "search", "write"].map((kind) => at(times[kind] ?? [], 0.95));
    const held = errors === 0 && p95.every((time) => time < MOST_P95_MS);
    console.log(
      `load on ${name}: ${held ? "held" : "MISSED"}; ${PEOPLE} people, ${SECONDS} s after ${WARM_UP} s, ${ESTABLISHMENTS} establishments, ` +
        `${VISITS} visits; ${errors} errors; p95 list ${p95[0]?.toFixed(0)}, search ${p95[1]?.toFixed(0)}, write ` +
        `${p95[2]?.toFixed(0)} ms (bar ${MOST_P95_MS}); event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms; ` +
        `load average before ${before.toFixed(1)}`,
    );
    return held;
  } finally {
    server.close();
    await test.close();
  }
}

/** Whether the bars hold on the server and on the embedded database. */
export const benchLoad = (): Promise<boolean> => measureOnEachEngine(measureOn);
