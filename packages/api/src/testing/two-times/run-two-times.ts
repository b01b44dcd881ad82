// The law of two times: what was answered about a day, as known at the end of a day that is over, is answered for ever,
// whatever is entered later. One office lives on day by day; each run enters changes at random, writes down answers about
// random pairs of days, and asks earlier pairs again.
import { addDays, dutyStates, toPlainDate } from "@shian/domain";
import type { ShianClient } from "../../client/index.js";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp } from "../create-test-app.js";
import { district, east, insertSmallRegister, west } from "../small-register.js";
import { drawDays, officeChanges, type Stage } from "./office-changes.js";
import { createDraw } from "./seeded.js";

const FIRST = toPlainDate("2026-01-05");
const START = "2026-11-24";
const CHANGES = 3;
const AGAIN = 3;

type Days = ReturnType<typeof drawDays>;
type Answer = { readonly days: Days; readonly shop: string; readonly text: string };

export type TwoTimesOutcome = {
  readonly runs: number;
  readonly entered: Readonly<Record<string, number>>;
  readonly refused: number;
  readonly asked: number;
  readonly askedAgain: number;
  /** The first question whose answer changed, with both. */
  readonly fault: { readonly days: Days; readonly before: string; readonly after: string } | undefined;
};

/** Everything about the days that depends on records, as one text. */
async function ask(client: ShianClient, days: Days, shop: string): Promise<string> {
  const one = await client.registry.get.query({ id: shop, ...days }).then(
    ({ establishment: { version, ...establishment }, changes, contactMobile, ...detail }) => ({
      establishment,
      ...detail,
    }),
    (error: unknown) => toProblems(error),
  );
  return JSON.stringify([
    await client.chain.tree.query(days),
    (await client.chain.gaps.query({ ...days, limit: 500 })).rows,
    (await client.registry.list.query({ filter: {}, sort: { by: "name" }, ...days, limit: 200 })).rows,
    await client.registry.summary.query(days),
    (await client.official.list.query({ ...days, limit: 200 })).rows,
    await client.coverage.measure.query(days),
    (await client.visit.duties.query({ states: [...dutyStates], ...days, limit: 500 })).rows,
    (await client.visit.list.query({ ...days, limit: 500 })).rows,
    (await client.territory.list.query(days)).rows,
    one,
  ]);
}

const shops = Array.from({ length: 10 }, (_, index) => `e${index}`);
const seats = ["o1", "o2", "o3", "o4"];

/** Where the texts part, with a little of what stands around. */
function findDifference(before: string, after: string): { before: string; after: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 150), at + 150);
  return { before: around(before), after: around(after) };
}

export async function runTwoTimes({
  database,
  runs,
  seed,
  bend,
}: {
  readonly database: Database;
  readonly runs: number;
  readonly seed: number;
  /** Overwrites the past after the first half of the runs, to prove that it is seen. */
  readonly bend?: ((database: Database) => Promise<void>) | undefined;
}): Promise<TwoTimesOutcome> {
  const test = await createTestApp({ database, today: START });
  const draw = createDraw(seed);
  await insertSmallRegister(test, {
    seats: seats.map((id, index) => ({ id, jurisdictions: [index % 2 === 0 ? district : east] })),
    shops: shops.map((id, index) => ({
      id,
      township: index % 2 === 0 ? east : west,
      official: index % 3 === 0 ? "o1" : index % 3 === 1 ? "o3" : null,
    })),
  });
  const entered: Record<string, number> = {};
  const answers: Answer[] = [];
  let [refused, askedAgain] = [0, 0];
  let today = toPlainDate(START);
  const outcome = (fault: TwoTimesOutcome["fault"], done: number): TwoTimesOutcome => ({
    runs: done,
    entered,
    refused,
    asked: answers.length,
    askedAgain,
    fault,
  });
  try {
    for (let run = 1; run <= runs; run += 1) {
      // A session does not outlive its day, so the day's work begins with signing in.
      test.setToday(today);
      const { client } = await test.clientAs({ role: "office", territory: district, name: "张工" });
      const stage: Stage = { test, client, draw, today, shops, seats };
      for (let n = 0; n < CHANGES; n += 1) {
        const name = draw.pick(Object.keys(officeChanges));
        try {
          await officeChanges[name]?.(stage);
          entered[name] = (entered[name] ?? 0) + 1;
        } catch (error) {
          const problems = toProblems(error);
          if (problems.some(({ code }) => code === "request/internal") || problems.length === 0) throw error;
          refused += 1;
        }
      }
      if (bend !== undefined && run === Math.ceil(runs / 2)) {
        await bend(database);
        // A picture that was kept would go on answering as before.
        await officeChanges.settings?.(stage);
      }
      const [days, shop] = [drawDays(stage, FIRST), draw.pick(shops)];
      answers.push({ days, shop, text: await ask(client, days, shop) });
      for (let n = 0; n < AGAIN; n += 1) {
        const former = draw.pick(answers);
        const asked = await ask(client, former.days, former.shop);
        askedAgain += 1;
        if (asked !== former.text)
          return outcome({ days: former.days, ...findDifference(former.text, asked) }, run);
      }
      today = addDays(today, 1 + draw.below(3));
    }
    return outcome(undefined, runs);
  } finally {
    await test.close();
  }
}
