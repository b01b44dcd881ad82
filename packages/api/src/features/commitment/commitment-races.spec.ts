// Two who write at one moment: an official signs once, and the second of two editors is told.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../storage/database.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";
import { listCommitments } from "./commitment.repo.js";

const official = "o-one";

describe.each(bothEngines)("commitments at one moment on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let office: SignedIn;
  let own: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    await insertSmallRegister(test, {
      seats: [{ id: official, jurisdictions: [east] }],
      shops: [{ id: "e1", township: east, official }],
    });
    office = await test.clientAs({ role: "office", territory: district });
    own = await test.clientAs({ role: "official", official });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  it("signed on two devices at once is signed once", async () => {
    const { documentHash } = await own.client.commitment.letter.query({ official });
    const sign = () =>
      codesOf(
        own.client.commitment.sign.mutate({
          txId: test.newTxId(),
          official,
          year: 2026,
          documentHash,
          strokes: [
            [
              [50, 200],
              [400, 60],
              [700, 320],
            ],
          ],
        }),
      );
    const answers = await Promise.all([sign(), sign(), sign()]);
    expect(answers.flat()).toEqual(["commitment/already-signed", "commitment/already-signed"]);
    expect(await listCommitments(database.db, [official])).toHaveLength(1);
  });

  it("of two who save the settings from one version the second is told", async () => {
    const settings = await office.client.commitment.settings.query({});
    const save = (strict: boolean) =>
      codesOf(
        office.client.commitment.saveSettings.mutate({
          txId: test.newTxId(),
          version: settings.version,
          options: { ...settings.options, strict },
          texts: settings.texts,
        }),
      );
    expect((await Promise.all([save(true), save(false), save(true)])).flat()).toEqual([
      "request/stale",
      "request/stale",
    ]);
    expect((await office.client.commitment.settings.query({})).version).toBe(settings.version + 1);
  });
});
