// Handovers there and back, each on a day of its own, measured and compared; and a loss that must be seen.
import { toPlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../create-test-app.js";
import { digestStanding } from "../standing-digest.js";
import {
  fillHandoverOffice,
  type HandoverOffice,
  handoverTerritory,
  listDepartures,
} from "./fill-handover-office.js";

const days = ["2026-01-05", "2026-11-20", "2026-11-24", "2026-11-30", "2027-01-05"].map(toPlainDate);

/** Milliseconds of each step, what moved, and whether the state was another in between and the same afterwards. */
export type HandoverRound = {
  readonly preview: number;
  readonly apply: number;
  readonly undo: number;
  readonly moved: number;
  readonly unassigned: number;
  readonly isChanged: boolean;
  /** Lines of the digest that differ afterwards. */
  readonly differing: readonly string[];
};

async function measure<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const answer = await work();
  return [answer, performance.now() - start];
}

/** One handover by an office person who signs in that day. */
async function runRound(test: TestApp, people: number, round: number): Promise<HandoverRound> {
  test.setToday(`2026-11-2${4 + round}`);
  const { client } = await test.clientAs({ role: "office", territory: handoverTerritory });
  const before = await digestStanding(test.deps, days);
  const asked = { departures: [...listDepartures(people)] };
  const [plan, preview] = await measure(() => client.handover.preview.query(asked));
  const [{ id }, apply] = await measure(() =>
    client.handover.make.mutate({ txId: test.newTxId(), ...asked, mark: plan.mark }),
  );
  const between = await digestStanding(test.deps, days);
  const [, undo] = await measure(() => client.handover.undo.mutate({ txId: test.newTxId(), id }));
  const after = await digestStanding(test.deps, days);
  return {
    preview,
    apply,
    undo,
    moved: plan.moved,
    unassigned: plan.unassigned,
    isChanged: between.join("\n") !== before.join("\n"),
    differing: after.filter((line, at) => line !== before[at]),
  };
}

/** Loses a pairing behind the product's back; true when the digest tells. */
async function isLossSeen(test: TestApp): Promise<boolean> {
  const before = await digestStanding(test.deps, []);
  await test.database.db.execute(
    sql`update assignment set superseded_at = recorded_at
      where id = (select min(id) from assignment where superseded_at is null)`,
  );
  const after = await digestStanding(test.deps, []);
  return after.join("\n") !== before.join("\n");
}

/** Fills the empty database, runs the rounds, plants the loss. */
export async function runHandovers({
  database,
  office,
  people,
  rounds,
}: {
  readonly database: Database;
  readonly office: HandoverOffice;
  readonly people: number;
  readonly rounds: number;
}): Promise<{ readonly rounds: readonly HandoverRound[]; readonly isLossSeen: boolean }> {
  await fillHandoverOffice(database, office);
  const test = await createTestApp({ database });
  const run: HandoverRound[] = [];
  for (let round = 0; round < rounds; round += 1) run.push(await runRound(test, people, round));
  const seen = await isLossSeen(test);
  await test.close();
  return { rounds: run, isLossSeen: seen };
}
