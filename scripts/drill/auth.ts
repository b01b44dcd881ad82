// Bars S3 and S4: guessing is stopped, unknown users look like known ones, sessions end at once, tokens are not kept.
// On every engine there is: the embedded one, and PostgreSQL where TEST_DATABASE_URL names a server.
import { toProblems } from "../../packages/api/src/client/index.js";
import type { Database } from "../../packages/api/src/storage/database.js";
import {
  countPlacesOf,
  disablePerson,
  keepInClear,
  setHash,
} from "../../packages/api/src/testing/sign-in-plants.js";
import { createSignInStage, type SignInStage } from "../../packages/api/src/testing/sign-in-stage.js";
import { bothEngines } from "../../packages/api/src/testing/test-engines.js";

const right = "Lanwan-889-ok";
const wrong = "Lanwan-889-no";
const bars = { reached: 5, timing: 0.1, endsMs: 1000 } as const;
const PARALLEL = 100;
const ROUNDS = 60;
const MOST_BATCHES = 5;

type Judge = { readonly name: string; readonly held: boolean; readonly figure: string };

const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const judgeReached = (reached: number): Judge => ({
  name: `${PARALLEL} at once`,
  held: reached > 0 && reached <= bars.reached,
  figure: `${reached} reached the hash (at most ${bars.reached})`,
});
/** Times of wrong passwords, of such once more as a control, and of unknown users. */
type Times = { readonly known: number[]; readonly control: number[]; readonly unknown: number[] };
const ratioOf = (times: readonly number[], known: readonly number[]) => medianOf(times) / medianOf(known);
/** Whether equal work took equal time, so that anything can be told from times at all. */
const isQuiet = ({ known, control }: Times) => Math.abs(ratioOf(control, known) - 1) <= bars.timing / 2;
const judgeTiming = (times: Times): Judge => {
  const [ratio, control] = [ratioOf(times.unknown, times.known), ratioOf(times.control, times.known)];
  return {
    name: "unknown user",
    held: isQuiet(times) && Math.abs(ratio - 1) <= bars.timing,
    figure:
      `${ratio.toFixed(3)} × the time of a wrong password (1 ± ${bars.timing}), control ${control.toFixed(3)}` +
      (isQuiet(times) ? "" : ", the machine was too busy to tell"),
  };
};
const judgeKept = (places: number): Judge => ({
  name: "token in clear",
  held: places === 0,
  figure: `in ${places} rows`,
});
const judgeEnd = (ms: number): Judge => ({
  name: "disabled",
  held: ms < bars.endsMs,
  figure: `sessions ended after ${ms.toFixed(0)} ms (under ${bars.endsMs})`,
});

/** Signs in over the real client; the code of the refusal, or `ok` with the token. */
async function tryOnce(stage: SignInStage, username: string, password: string, address: string) {
  const started = performance.now();
  const begin = stage.visit({ address }).client.session.begin;
  const answer = await begin.mutate({ txId: stage.test.newTxId(), username, password, carry: "token" }).then(
    (told) => ({ code: "ok", token: told.state === "second-factor" ? null : told.token }),
    (error: unknown) => ({ code: toProblems(error)[0]?.code ?? String(error), token: null }),
  );
  return { ...answer, ms: performance.now() - started };
}

async function tryMany(
  stage: SignInStage,
  times: number,
  username: (n: number) => string,
  address: (n: number) => string,
) {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) codes.push((await tryOnce(stage, username(n), wrong, address(n))).code);
  return codes;
}

/** The three locks of S3 by trying, to the figure. */
async function drillLocks(stage: SignInStage): Promise<Judge> {
  await stage.addPerson("locked-one", right);
  const here = "198.51.100.1";
  const misses: string[] = [];
  const expectCode = async (what: string, username: string, address: string, code: string) => {
    const told = await tryOnce(stage, username, right, address);
    if (told.code !== code) misses.push(`${what}: ${told.code}`);
  };
  await tryMany(
    stage,
    5,
    () => "locked-one",
    () => here,
  );
  await expectCode("after 5 here", "locked-one", here, "session/locked-here");
  await expectCode("after 5 here, elsewhere", "locked-one", "198.51.100.2", "ok");
  stage.pass(20);
  await expectCode("20 minutes later", "locked-one", here, "ok");
  await tryMany(
    stage,
    15,
    () => "locked-one",
    (n) => `198.51.100.${3 + (n % 5)}`,
  );
  await expectCode("after 20 in a day", "locked-one", "198.51.100.2", "session/locked");
  await stage.addPerson("slowed-one", right);
  await tryMany(
    stage,
    30,
    (n) => `nobody-${n}`,
    () => "198.51.100.20",
  );
  await expectCode("after 30 from one address", "slowed-one", "198.51.100.20", "session/slow");
  stage.pass(5 / 60);
  await expectCode("5 seconds later", "slowed-one", "198.51.100.20", "ok");
  return {
    name: "locks",
    held: misses.length === 0,
    figure: misses.length === 0 ? "5, 20 and 30 as written" : misses.join("; "),
  };
}

async function drillParallel(stage: SignInStage): Promise<Judge> {
  await stage.addPerson("crowded", right);
  const tries = Array.from({ length: PARALLEL }, () => tryOnce(stage, "crowded", wrong, "203.0.113.77"));
  const answers = await Promise.all(tries);
  return judgeReached(answers.filter(({ code }) => code === "session/wrong").length);
}

/** Tries of every kind in turn; each is an account's and an address's first, so that no lock comes between. */
async function timeTries(stage: SignInStage, batch: number, times: Times): Promise<void> {
  const kinds = ["known", "control", "unknown"] as const;
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const kind of ["known", "control"]) {
      const username = `${kind}-${batch}-${n}`;
      const { personId } = await stage.test.clientAs({ role: "liaison", username });
      await setHash(stage.deps.database, personId, "timed-first", stage.now());
    }
  }
  for (let n = 0; n < ROUNDS; n += 1)
    for (let turn = 0; turn < kinds.length; turn += 1) {
      const at = (n + turn) % kinds.length;
      const kind = kinds[at] ?? "known";
      const address = `10.${batch}.${at}.${n}`;
      times[kind].push((await tryOnce(stage, `${kind}-${batch}-${n}`, wrong, address)).ms);
    }
}

/** Goes on until the control tells that the machine was quiet enough; what it goes by is never the answer itself. */
async function drillTiming(stage: SignInStage): Promise<Judge> {
  const times: Times = { known: [], control: [], unknown: [] };
  await stage.addPerson("timed-first", right);
  await tryOnce(stage, "warm-up", wrong, "192.0.2.250");
  for (let batch = 0; batch === 0 || (batch < MOST_BATCHES && !isQuiet(times)); batch += 1)
    await timeTries(stage, batch, times);
  return judgeTiming(times);
}

async function drillSessions(stage: SignInStage, database: Database): Promise<readonly Judge[]> {
  const personId = await stage.addPerson("leaver", right);
  const { token } = await tryOnce(stage, "leaver", right, "203.0.113.5");
  if (token === null) return [{ name: "disabled", held: false, figure: "could not sign in" }];
  const kept = judgeKept(await countPlacesOf(database, token));
  // The planted leak must be found by the same search.
  await keepInClear(database, personId, token);
  const planted = judgeKept(await countPlacesOf(database, token));
  const visitor = stage.visit({ token });
  await visitor.client.session.list.query({});
  const started = performance.now();
  await disablePerson(database, personId);
  let isOpen = true;
  while (isOpen && performance.now() - started < 5 * bars.endsMs)
    isOpen = await visitor.client.session.list.query({}).then(
      () => true,
      () => false,
    );
  const ended = judgeEnd(isOpen ? Number.POSITIVE_INFINITY : performance.now() - started);
  return [
    kept,
    ended,
    { name: "planted token", held: !planted.held, figure: planted.held ? "NOT FOUND" : "found" },
  ];
}

/** What each judge must refuse: a guard that lets all through, a quick answer for unknown users, a session that stays. */
const plants: readonly Judge[] = [
  judgeReached(PARALLEL),
  judgeTiming({ known: [100, 100, 100], control: [100, 100, 100], unknown: [3, 3, 3] }),
  judgeEnd(Number.POSITIVE_INFINITY),
];

/** Whether every figure of S3 and S4 holds on every engine, after the judges were seen to refuse planted faults. */
export async function drillAuth(): Promise<boolean> {
  const started = performance.now();
  const missedPlants = plants.filter(({ held }) => held);
  for (const { name } of missedPlants) console.log(`planted against ${name}: NOT FOUND`);
  const lines: string[] = [];
  let held = missedPlants.length === 0;
  for (const engine of bothEngines) {
    const database = await engine.open();
    const stage = await createSignInStage({ database });
    const judged = [
      await drillLocks(stage),
      await drillParallel(stage),
      await drillTiming(stage),
      ...(await drillSessions(stage, database)),
    ];
    await stage.close();
    await database.close();
    for (const one of judged)
      console.log(`${engine.name}: ${one.name}: ${one.figure}${one.held ? "" : "  MISSED"}`);
    held &&= judged.every((one) => one.held);
    lines.push(`${engine.name}: ${judged.map(({ name, figure }) => `${name} ${figure}`).join(", ")}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const found = plants.length - missedPlants.length;
  console.log(
    `auth: ${held ? "held" : "MISSED"}; ${lines.join(" | ")}; planted found ${found + bothEngines.length}/${plants.length + bothEngines.length}; ${seconds} s`,
  );
  return held;
}
