// Two who merge the same two establishments at one moment, each into the other: one of them is done.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { east, insertSmallRegister } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";

describe.each(bothEngines)("merges at one moment on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    const shop = (id: string) => ({ id, township: east, official: null });
    await insertSmallRegister(test, { seats: [], shops: [shop("e1"), shop("e2")] });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  it("leave one of the two in the register", async () => {
    const merge = (survivor: string, absorbed: string) =>
      test.client.merge.apply
        .mutate({
          txId: test.newTxId(),
          survivor,
          absorbed,
          take: [],
          survivorVersion: 1,
          absorbedVersion: 1,
          reason: "同一家",
        })
        .then(
          () => [],
          (error: unknown) => toProblems(error).map(({ code }) => code),
        );
    const answers = await Promise.all([merge("e1", "e2"), merge("e2", "e1")]);
    expect(answers.flat()).toHaveLength(1);
    const { rows } = await test.client.registry.list.query({ filter: { states: ["active"] } });
    expect(rows).toHaveLength(1);
  });
});
