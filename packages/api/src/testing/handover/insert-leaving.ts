// Four officials of a district: one who is to leave with a commitment and a stand-in, and three who could take over.
import { toPlainDate } from "@shian/domain";
import { insertCommitments, type NewCommitment } from "../../features/commitment/commitment.repo.js";
import { standInTable } from "../../features/people/people.table.js";
import type { TestApp } from "../create-test-app.js";
import { east, insertSmallRegister, west } from "../small-register.js";

export const leavingOfficial = "o-east";

/** A commitment that they signed for 2026. */
export const toSigned = (id: string): NewCommitment => ({
  id,
  official: leavingOfficial,
  year: 2026,
  name: `干部${leavingOfficial}`,
  unit: "区政府",
  post: "副区长",
  level: "county",
  jurisdictions: [east],
  way: "scan",
  from: toPlainDate("2026-01-08"),
  to: toPlainDate("2027-01-01"),
  signedOn: toPlainDate("2026-01-08"),
  endedBecause: null,
  annexHash: "a".repeat(64),
  documentHash: "b".repeat(64),
  signedAt: "2026-01-08T04:00:00.000Z",
  recordedBy: "张工",
  paper: null,
});

/** Fills the empty office of the application. */
export async function insertLeaving(test: TestApp): Promise<void> {
  const one = leavingOfficial;
  await insertSmallRegister(test, {
    seats: [
      { id: one, jurisdictions: [east] },
      { id: "o-east2", jurisdictions: [east] },
      { id: "o-west", jurisdictions: [west] },
      { id: "o-both", jurisdictions: [east, west], capacity: 3 },
    ],
    shops: [
      ...["e1", "e2", "e3"].map((id) => ({ id, township: east, official: one })),
      { id: "e4", township: east, official: one, state: "suspended" as const },
      { id: "e5", township: east, official: "o-east2" },
      { id: "w1", township: west, official: "o-west" },
      { id: "w2", township: west, official: "o-both" },
    ],
  });
  await test.database.transaction(async (db) => {
    await insertCommitments(db, [toSigned("c1")], "2026-01-08T04:00:00.000Z");
    await db.insert(standInTable).values({
      id: "s1",
      officialId: "o-east2",
      standsInFor: one,
      reason: "学习",
      validFrom: "2026-11-01",
      recordedBy: "张工",
      recordedAt: "2026-11-01T04:00:00.000Z",
      version: 1,
    });
  });
}
