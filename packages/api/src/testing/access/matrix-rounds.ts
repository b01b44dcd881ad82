// The rounds of the access matrix on one engine: planted leaks first, then the matrix with the application's checks, the
// same again in a world with more outside everyone's reach, and at last under row-level security alone.
import type { Database } from "../../storage/database.js";
import { createClosedProvider } from "../closed-provider.js";
import { createTestApp } from "../create-test-app.js";
import { createGroup, type Position } from "./groups.js";
import { compareAnswers, type Leak, type MatrixOptions, type MatrixResult, runMatrix } from "./run-matrix.js";
import { createTrialDatabase } from "./trial-database.js";
import { addGroups, createWorld, type World } from "./world.js";

/** Which part of the matrix to run; all of it where nothing is said. */
export type Part = Pick<MatrixOptions, "positions" | "roles" | "ids" | "once" | "planted">;

/** One run over an application of its own. */
export async function runRound(
  database: Database,
  world: World,
  trusting: boolean,
  part: Part = {},
): Promise<MatrixResult> {
  const trial = createTrialDatabase(database);
  const test = await createTestApp({
    database: trial,
    // Another round must find as many people as this one.
    empty: true,
    provider: createClosedProvider(),
    ...(trusting ? { trustRowSecurityAlone: true as const } : {}),
  });
  try {
    return await runMatrix({ world, app: test.app, trial, newTxId: test.newTxId, trusting, ...part });
  } finally {
    await test.close();
  }
}

const outside: readonly Position[] = ["sibling", "parent", "city"];

/** Answers that change when there is more outside the askers' reach: of everyone, and of those bound to one by name. */
export async function findCountLeaks(
  database: Database,
  world: World,
  before: MatrixResult,
  part: Part = {},
): Promise<readonly Leak[]> {
  const more = outside.map((position, index) => createGroup(`more${index}`, position, 31 + index));
  await addGroups(database, more, "business");
  const first = compareAnswers(before, await runRound(database, world, false, part));
  await addGroups(database, [createGroup("moreown", "own", 41)], "business");
  const named = { ...part, roles: ["official", "business"] };
  const second = compareAnswers(before, await runRound(database, world, false, named));
  return [...first, ...second];
}

/** Each planted leak, and whether it was found as what it is. */
export async function findPlanted(database: Database): Promise<ReadonlyMap<string, boolean>> {
  const world = await createWorld(database);
  const plants = {
    read: "registry.get",
    write: "registry.correct",
    count: "office.status",
    search: "search.everything",
    export: "download.registry",
  };
  const part: Part = { planted: Object.values(plants), ids: Object.values(plants), roles: ["office"] };
  const before = await runRound(database, world, false, part);
  const leaks = [...before.leaks, ...(await findCountLeaks(database, world, before, part))];
  const isFound = (id: string, kind: Leak["kind"]) =>
    leaks.some((leak) => leak.kind === kind && leak.where.startsWith(`${id}#`));
  return new Map([
    ["read", isFound(plants.read, "read")],
    ["write", isFound(plants.write, "write")],
    ["count", isFound(plants.count, "count")],
    ["search", isFound(plants.search, "read")],
    ["export", isFound(plants.export, "read")],
  ]);
}

/** Whether a policy that shows every establishment to everyone is found under row-level security alone. */
export async function findPlantedPolicy(database: Database): Promise<boolean> {
  const world = await createWorld(database);
  await database.exec("create policy planted on establishment for select using (true)");
  const { leaks } = await runRound(database, world, true, { ids: ["registry.list"], roles: ["liaison"] });
  return leaks.some(({ kind }) => kind === "read");
}
