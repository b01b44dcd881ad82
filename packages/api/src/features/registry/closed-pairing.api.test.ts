// Closing ends the pairing, wherever it is shown, also where its record runs on or was made later.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister } from "../../testing/small-register.js";

describe("an establishment that was closed", () => {
  let test: TestApp;
  let office: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await insertSmallRegister(test, {
      seats: ["o1", "o2"].map((id) => ({ id, jurisdictions: [east] })),
      shops: ["e1", "e2"].map((id) => ({ id, township: east, official: "o1" })),
    });
    office = await test.clientAs({ role: "office", territory: district });
  }, 120_000);
  afterAll(() => test.close());

  it("has no official from that day on, in its page, its history and its chain in full", async () => {
    const { client } = office;
    await client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "e1", official: "o2" });
    for (const id of ["e1", "e2"]) {
      const { establishment } = await client.registry.get.query({ id });
      await client.registry.changeState.mutate({
        ...{ txId: test.newTxId(), id, version: establishment.version },
        change: {
          ...{ kind: "enter", state: "closed", from: toPlainDate("2026-11-20"), reason: "注销" },
          source: "office",
        },
      });
      const closed = await client.registry.get.query({ id });
      // What was assigned after that day never held.
      expect(closed.assignments).toMatchObject([
        { official: { id: "o1" }, from: "2026-01-05", to: "2026-11-20" },
      ]);
      expect(closed.official).toBe(null);
      const { links } = await client.directory.chain.query({ establishment: id });
      expect(links[0]).toMatchObject({ link: "pairing", absent: true, holders: [] });
      const then = { establishment: id, asOf: toPlainDate("2026-11-19") };
      expect((await client.directory.chain.query(then)).links[0]).toMatchObject({
        holders: [{ official: "o1" }],
      });
    }
  });
});
