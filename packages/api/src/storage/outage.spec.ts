// R8 in small: a server of the database that goes away and comes back. The whole, over HTTP: `npm run drill -- faults`.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeFolder } from "../testing/empty-engines.js";
import { openGate } from "../testing/faults/open-gate.js";
import { makeServerDatabase, testServerUrl } from "../testing/test-engines.js";
import { connect } from "./connect.js";
import type { Db } from "./database.js";
import { findOutage } from "./find-outage.js";
import { probe } from "./probe.js";

const CONNECTIONS = 10;

it("an embedded database that was closed is away, and says so at once", async () => {
  const home = makeFolder();
  try {
    const database = await connect({ folder: home.folder, requireDurable: false, now: new Date() });
    await database.close();
    const asked = [database.transaction(probeIn), database.as({}).execute(sql`select 1`)];
    for (const one of asked) expect(findOutage(await one.catch((error: unknown) => error))).toBe("away");
  } finally {
    home.remove();
  }
});

if (testServerUrl !== undefined)
  it("a server that goes away breaks what runs, refuses what comes, and takes no connection of the pool with it", async () => {
    const made = await makeServerDatabase(String(testServerUrl));
    const gate = await openGate(made.url);
    const database = await connect({
      folder: "",
      databaseUrl: gate.url,
      requireDurable: false,
      now: new Date(),
    });
    try {
      const asked: Promise<unknown>[] = [];
      let begun = 0;
      let go: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => {
        go = resolve;
      });
      // Half wait for an answer when the door shuts, half hold a connection and ask nothing of it just then.
      for (let n = 0; n < CONNECTIONS; n += 1)
        asked.push(
          database
            .transaction(async (db) => {
              begun += 1;
              await (n % 2 === 0 ? db.execute(sql`select pg_sleep(20)`) : gone);
              await db.execute(sql`select 1`);
            })
            .catch((error: unknown) => error),
        );
      await expect.poll(() => begun).toBe(CONNECTIONS);
      await gate.shut();
      go();
      expect((await Promise.all(asked)).map(findOutage)).toEqual(asked.map(() => "away"));
      // More tries than the pool has connections: one that were kept by each would leave none.
      for (let n = 0; n < 2 * CONNECTIONS; n += 1) {
        const error = await database.transaction(probeIn).catch((caught: unknown) => caught);
        expect(findOutage(error)).toBe("away");
      }
      expect(
        findOutage(
          await database
            .as({})
            .execute(sql`select 1`)
            .catch((caught) => caught),
        ),
      ).toBe("away");
      await gate.open();
      await probe(database);
      await Promise.all(Array.from({ length: CONNECTIONS }, () => database.transaction(probeIn)));
      expect(database.countPool?.().waiting).toBe(0);
    } finally {
      await database.close();
      await gate.close();
      await made.drop();
    }
  });

const probeIn = async (db: Db) => {
  await db.execute(sql`select 1`);
};
