// An allocation of 100,000 establishments to 5,150 officials as people meet it: asked for over HTTP, planned, applied and
// undone in the background, while somebody else goes on asking. `ALLOCATION_ESTABLISHMENTS` for another size.
import { createClient } from "../../packages/api/src/client/index.js";
import type { Database } from "../../packages/api/src/storage/database.js";
import { createTestApp } from "../../packages/api/src/testing/create-test-app.js";
import { fillOffice, loadTerritory, loadToday } from "../../packages/api/src/testing/load/fill-office.js";
import { serveApp } from "../../packages/api/src/testing/load/serve-app.js";
import { measureOnEachEngine } from "./on-each-engine.js";

const ESTABLISHMENTS = Number(process.env.ALLOCATION_ESTABLISHMENTS ?? 100_000);
const OFFICIALS = Math.round((ESTABLISHMENTS * 5150) / 100_000);
/** Longest that somebody else may wait for an answer while the plan is made. */
const MOST_WAIT_MS = 1000;
const PAUSE_MS = 50;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const toSeconds = (ms: number) => (ms / 1000).toFixed(1);

/** Runs the steps and prints one line of figures last; true when nobody waited too long. */
async function measureOn(engine: string, database: Database): Promise<boolean> {
  await fillOffice(database, { establishments: ESTABLISHMENTS, visits: 0 });
  // The last officials leave nobody behind who answers, and posts are as an import records them.
  await database.exec(
    `insert into official_post (county_code, id, official_id, unit, post, level, jurisdictions, valid_from, recorded_at)
      select county_code, 'p' || id, id, unit, post, level, jurisdictions, valid_from, recorded_at from official
      where substr(id, 2)::int < ${OFFICIALS}`,
  );
  // One level answers for all of them, so that there is one great plan to make.
  await database.exec("update pairing_grade set grade = 'D'");
  const test = await createTestApp({ database, today: loadToday });
  const started = performance.now();
  const noon = test.deps.clock().getTime();
  // Progress and deadlines are of a clock that goes.
  Object.assign(test.deps, { clock: () => new Date(noon + performance.now() - started) });
  const { token } = await test.clientAs({ role: "office", territory: loadTerritory });
  const served = await serveApp(test.app);
  const client = createClient({ url: served.url, headers: { authorization: `Bearer ${token}` } });
  await client.chain.gaps.query({ limit: 1 });

  const follow = async (id: string) => {
    const begun = performance.now();
    const seen = new Set<number>();
    let [longest, state, done] = [0, "", { added: 0, moved: 0, proven: false }];
    do {
      const timed = async <T>(question: Promise<T>): Promise<T> => {
        const asked = performance.now();
        const answer = await question;
        longest = Math.max(longest, performance.now() - asked);
        return answer;
      };
      await timed(client.job.list.query({ limit: 1 }));
      const run = await timed(client.allocation.get.query({ id }));
      state = run.state;
      if (run.progress.of !== null) seen.add(run.progress.done);
      if (run.preview !== null) {
        const { added, moved, certificate } = run.preview;
        done = { added, moved, proven: certificate.proven };
      }
      if (run.failure !== null) throw new Error(JSON.stringify(run.failure));
      await wait(PAUSE_MS);
    } while (state === "planning" || state === "applying" || state === "undoing");
    return { state, ms: performance.now() - begun, steps: seen.size, longest, done };
  };
  const { id } = await client.allocation.plan.mutate({ txId: test.newTxId() });
  const planned = await follow(id);
  console.log(`planned: ${JSON.stringify(planned.done)}, ${planned.steps} steps of progress seen`);
  const { preview } = await client.allocation.get.query({ id });
  await client.allocation.make.mutate({ txId: test.newTxId(), id, fingerprint: preview?.fingerprint ?? "" });
  const applied = await follow(id);
  await client.allocation.undo.mutate({ txId: test.newTxId(), id });
  const undone = await follow(id);
  served.close();
  await test.close();
  const held =
    planned.done.proven &&
    planned.longest <= MOST_WAIT_MS &&
    applied.state === "applied" &&
    undone.state === "undone";
  console.log(
    `allocation-job on ${engine}, ${ESTABLISHMENTS} × ${OFFICIALS}: planned in ${toSeconds(planned.ms)} s, others waited at most ` +
      `${toSeconds(planned.longest)} s (bar ≤ ${toSeconds(MOST_WAIT_MS)}); ${planned.done.added + planned.done.moved} changes ` +
      `applied in ${toSeconds(applied.ms)} s (others waited ${toSeconds(applied.longest)} s), undone in ` +
      `${toSeconds(undone.ms)} s (${toSeconds(undone.longest)} s); ${held ? "held" : "MISSED"}`,
  );
  return held;
}

/** Whether the bar holds on the server and on the embedded database. */
export const benchAllocationJob = (): Promise<boolean> =>
  measureOnEachEngine(measureOn, new Date(`${loadToday}T04:00:00Z`));
