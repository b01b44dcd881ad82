// What stands in the way of taking a handover back, and that nothing is half undone.
import { toPlainDate } from "@shian/domain";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { leavingOfficial as one, toSigned } from "../../testing/handover/insert-leaving.js";
import { createHandoverActs, handoverDay, openLeaving } from "../../testing/handover/open-leaving.js";
import { district, west } from "../../testing/small-register.js";
import { listDirectoryRows, recordAssignments, updateOfficials } from "../chain/chain.repo.js";
import { insertCommitments } from "../commitment/commitment.repo.js";
import { standInTable } from "../people/people.table.js";

/** An instant of the day after. */
const afterwards = "2026-11-25T03:00:00.000Z";

describe("a handover", () => {
  let test: TestApp;
  let office: SignedIn;
  const opened: TestApp[] = [];
  beforeEach(async () => {
    ({ test, office } = await openLeaving());
    opened.push(test);
  }, 120_000);
  afterAll(async () => {
    for (const app of opened) await app.close();
  });

  const { make, undo, digest } = createHandoverActs(() => ({ test, office }));

  it.each<[string, () => Promise<unknown>, string]>([
    [
      "a pairing changed",
      () =>
        office.client.chain.reassign.mutate({
          txId: test.newTxId(),
          establishment: "e1",
          official: "o-both",
        }),
      "handover/undo-pairing",
    ],
    [
      "a pairing changed by a server whose clock is behind",
      () =>
        test.database.transaction((db) => {
          const recording = { from: handoverDay, at: "2026-11-24T03:59:59.900Z", newId: test.newTxId };
          return recordAssignments(db, [{ establishment: "e1", official: "o-both" }], recording);
        }),
      "handover/undo-pairing",
    ],
    [
      "somebody signed",
      () => test.database.transaction((db) => insertCommitments(db, [toSigned("c2")], afterwards)),
      "handover/undo-commitment",
    ],
    [
      "a post changed",
      () =>
        test.database.transaction(async (db) => {
          const [row] = await listDirectoryRows(db, [one]);
          if (row === undefined) throw new Error(`no official ${one}`);
          const written = { ...row, to: toPlainDate("2026-11-20") };
          await updateOfficials(db, [written], { at: afterwards, newId: test.newTxId });
        }),
      "handover/undo-post",
    ],
    [
      "a stand-in changed",
      () => test.database.db.update(standInTable).set({ version: 9 }).where(eq(standInTable.id, "s1")),
      "handover/undo-stand-in",
    ],
    ["more than a day went by", async () => test.setToday("2026-11-26"), "handover/undo-late"],
  ])("is not taken back after %s, and nothing is half undone", async (_, change, code) => {
    const made = await make({ departures: [{ official: one, successor: "o-east2" }] });
    test.setToday("2026-11-25");
    office = await test.clientAs({ role: "office", territory: district });
    await change();
    office = await test.clientAs({ role: "office", territory: district });
    const before = await digest();
    expect(await codesOf(undo(made.id))).toEqual([code]);
    expect(await digest()).toEqual(before);
  });

  it("is not taken back after an official who moved was given another, and nothing is half undone", async () => {
    const next = { unit: "西街道", post: "主任", level: "county" as const, jurisdictions: [west] };
    const made = await make({ departures: [{ official: one, successor: "o-east2", next }] });
    test.setToday("2026-11-25");
    office = await test.clientAs({ role: "office", territory: district });
    const give = (official: string) =>
      office.client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "w1", official });
    await give(one);
    const before = await digest();
    expect(await codesOf(undo(made.id))).toEqual(["handover/undo-given"]);
    expect(await digest()).toEqual(before);
    // Taken back from them, the handover may be.
    await give("o-west");
    expect(await undo(made.id)).toEqual({ restored: 4 });
  });
});
