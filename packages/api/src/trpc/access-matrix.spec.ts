// S1 in small: every operation and file × every role at two positions, with the application's checks and under row-level
// security alone. The whole matrix is `npm run drill -- access`.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../storage/database.js";
import { runRound } from "../testing/access/matrix-rounds.js";
import { createWorld, type World } from "../testing/access/world.js";
import { bothEngines } from "../testing/test-engines.js";

describe.each(bothEngines)("access matrix on $name", ({ open }) => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await open();
    world = await createWorld(database);
  }, 120_000);
  afterAll(() => database?.close());

  it.each([
    ["the application's checks", false],
    ["row-level security alone", true],
  ])("leaks nothing under %s", { timeout: 300_000 }, async (_name, trusting) => {
    const { leaks, calls } = await runRound(database, world, trusting, {
      positions: ["own", "sibling"],
      once: true,
    });
    expect(leaks).toEqual([]);
    expect(calls).toBeGreaterThan(2_000);
  });
});
