// Comparisons through the real client, from the file's first byte sent to the page's counts; and a fact changed behind
// the product's back, which the counts must tell.
import type { ComparisonRun } from "@shian/domain";
import { sql } from "drizzle-orm";
import { uploadFile } from "../../client/index.js";
import { preparePicture } from "../../features/picture/picture.service.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../create-test-app.js";
import { type Planted, plantRegisters } from "./plant-registers.js";

const PAUSE_MS = 20;

export type ComparisonRound = {
  /** From the file sent to the counts and the first page of rows shown. */
  readonly whole: number;
  /** The longest that another question waited meanwhile. */
  readonly longestWait: number;
  readonly counts: ComparisonRun["counts"];
  readonly rows: number | null;
  readonly ours: number | null;
  /** How often a share of the work that is done was told before the end. */
  readonly steps: number;
};

/** Another window at work: asks again and again, and tells the longest that an answer took. */
function askMeanwhile(ask: () => Promise<unknown>): () => Promise<number> {
  let isOver = false;
  let longest = 0;
  const asking = (async () => {
    while (!isOver) {
      const started = performance.now();
      await ask();
      longest = Math.max(longest, performance.now() - started);
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS);
      });
    }
  })();
  return async () => {
    isOver = true;
    await asking;
    return longest;
  };
}

async function runRound(app: TestApp, text: string): Promise<ComparisonRound> {
  const { client, clientOptions } = app;
  const seen = new Set<number>();
  let runId: string | undefined;
  const stop = askMeanwhile(async () => {
    if (runId === undefined) return client.session.current.query({});
    const { status, progress } = await client.comparison.run.query({ runId });
    if (status === "reading") seen.add(progress.done);
    return undefined;
  });
  const started = performance.now();
  const { fileId } = await uploadFile(clientOptions, {
    name: "省平台.csv",
    content: new TextEncoder().encode(text),
  });
  const begun = await client.comparison.begin.mutate({
    txId: app.newTxId(),
    fileId,
    source: "省监管系统",
    takenOn: "2026-11-20",
  });
  runId = begun.runId;
  await app.deps.jobs.idle();
  const run = await client.comparison.run.query({ runId });
  await client.comparison.rows.query({ runId, outcome: "differing" });
  const whole = performance.now() - started;
  const { counts, rows, ours } = run;
  return { whole, longestWait: await stop(), counts, rows, ours, steps: seen.size };
}

/** Changes one fact of one establishment that both registers have alike. */
const changeOne = (database: Database) =>
  database.db.execute(sql`update establishment set person_in_charge = '别人' where id = 'e000000'`);

export async function runComparisons({
  database,
  pairs,
  rounds,
}: {
  readonly database: Database;
  readonly pairs: number;
  readonly rounds: number;
}): Promise<{
  readonly planted: Planted;
  readonly rounds: readonly ComparisonRound[];
  readonly isChangeSeen: boolean;
}> {
  const planted = await plantRegisters(database, pairs);
  const app = await createTestApp({ database });
  try {
    // As a server does at its start, before anybody asks.
    await preparePicture(app.deps);
    const done: ComparisonRound[] = [];
    for (let round = 0; round < rounds; round += 1) done.push(await runRound(app, planted.text));
    await changeOne(database);
    // Pictures are kept until something changes by the product; another day has one of its own.
    app.setToday("2026-11-25");
    const changed = await runRound(app, planted.text);
    return {
      planted,
      rounds: done,
      isChangeSeen: changed.counts?.differing === planted.expected.differing + 1,
    };
  } finally {
    await app.close();
  }
}
