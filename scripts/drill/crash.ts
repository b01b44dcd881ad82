// Bar R1: an acknowledged write survives the process's death. The product's server is killed again and again while
// people correct, visit and bring in files, and while it brings up its schema and loads its city; what it acknowledged
// is kept outside and compared with what its database holds afterwards.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Judged, judge, withTorn } from "../../packages/api/src/testing/crash/judge.js";
import {
  type Acknowledged,
  liveAndDie,
  type Office,
} from "../../packages/api/src/testing/crash/live-and-die.js";
import { makeServerDatabase, testServerUrl } from "../../packages/api/src/testing/test-engines.js";

/** A comparison costs as much as a cycle, and what is lost stays lost: so they are compared after each so many. */
const COMPARE_EVERY = 10;
/** The cycles of these last digits die before the server is ready. */
const EARLY = new Set([0, 5]);

const faultsOf = ({ lost, torn, half }: Judged): number => lost + torn + half;
/** A file that no cycle brings in. */
const NEVER = 1000;

const readWitness = (file: string): readonly Acknowledged[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Acknowledged);

/** One acknowledged change that never was, a file that never came in, a change missing in the record: all are found. */
async function findPlanted(office: Office, files: readonly number[], witness: string): Promise<boolean> {
  const acknowledged = readWitness(witness);
  const lost = await judge(office, files, [...acknowledged, { tx: "crash-never-written" }]);
  const half = await judge(office, [NEVER], [...acknowledged, { imported: NEVER }]);
  const torn = await withTorn(office, () => judge(office, [], acknowledged));
  return lost.lost === 1 && half.half === 1 && torn.torn === 1;
}

type Run = { readonly office: Office; readonly witness: string; readonly from: number; readonly to: number };

async function killAgainAndAgain(name: string, { office, witness, from, to }: Run) {
  const tell = (done: Acknowledged) => appendFileSync(witness, `${JSON.stringify(done)}\n`);
  const files: number[] = Array.from({ length: from }, (_, cycle) => cycle);
  for (let cycle = from; cycle < to; cycle += 1) {
    files.push(cycle);
    await liveAndDie(office, { number: cycle, beforeReady: EARLY.has(cycle % 10) }, tell);
    if ((cycle + 1) % COMPARE_EVERY !== 0 && cycle + 1 !== to) continue;
    const found = await judge(office, files, readWitness(witness));
    console.log(`${name}: ${cycle + 1} cycles, ${readWitness(witness).length} acknowledged`);
    if (faultsOf(found) > 0) return { found, isPlantFound: true };
  }
  const isPlantFound = await findPlanted(office, files, witness);
  return { found: await judge(office, files, readWitness(witness)), isPlantFound };
}

/** Runs the cycles on the embedded engine and, where a server is named, on it; `resume` goes on where a run ended. */
export async function drillCrash(options: {
  readonly cycles: number;
  readonly resume: boolean;
}): Promise<boolean> {
  const place = join(tmpdir(), "shian-drill-crash");
  if (!options.resume) rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const server = testServerUrl === undefined ? undefined : await makeServerDatabase(testServerUrl);
  const engines = [
    { name: "embedded", folder: join(place, "embedded"), databaseUrl: undefined },
    ...(server === undefined
      ? []
      : [{ name: "PostgreSQL", folder: join(place, "server"), databaseUrl: server.url }]),
  ];
  let held = true;
  const parts: string[] = [];
  try {
    for (const { name, folder, databaseUrl } of engines) {
      // A server's database is made for this run; the embedded one goes on.
      const [witness, done] = [`${folder}.witness`, `${folder}.cycles`];
      const isOld = databaseUrl === undefined && existsSync(done);
      const from = isOld ? Number(readFileSync(done, "utf8")) : 0;
      if (!isOld) writeFileSync(witness, "");
      const office: Office = { folder, databaseUrl, token: undefined };
      const to = from + options.cycles;
      const { found, isPlantFound } = await killAgainAndAgain(name, { office, witness, from, to });
      writeFileSync(done, String(to));
      held &&= faultsOf(found) === 0 && isPlantFound;
      const acknowledged = readWitness(witness);
      const files = acknowledged.filter((one) => "imported" in one).length;
      parts.push(
        `${name} ${to} cycles, ${acknowledged.length} acknowledged (${files} files), ${found.lost} lost, ` +
          `${found.torn} torn, ${found.half} files by half, planted ${isPlantFound ? "3/3 found" : "NOT FOUND"}`,
      );
    }
  } finally {
    await server?.drop();
  }
  if (server === undefined) parts.push("PostgreSQL not checked: TEST_DATABASE_URL is not set");
  console.log(`crash: ${held ? "held" : "MISSED"}; ${parts.join("; ")}`);
  return held;
}
