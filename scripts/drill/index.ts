// The long proofs of the quality bars: `npm run drill -- NAME [KEY=NUMBER…]`. Each drill first proves that it can fail,
// ends with one line of figures, and exits non-zero when a bar is missed.
import { drillAccess } from "./access.js";
import { drillAudit } from "./audit.js";
import { drillAuth } from "./auth.js";
import { drillCompare } from "./compare.js";
import { drillCrash } from "./crash.js";
import { drillDirtyImport } from "./dirty-import.js";
import { drillEditors } from "./editors.js";
import { drillFaults } from "./faults.js";
import { drillForged } from "./forged.js";
import { drillHandover } from "./handover.js";
import { drillHostileImports } from "./hostile-imports.js";
import { drillLaws } from "./laws.js";
import { drillMigrate } from "./migrate.js";
import { drillOwner } from "./owner.js";
import { drillPersonal } from "./personal.js";
import { drillPower } from "./power.js";
import { drillRestore } from "./restore.js";
import { drillStop } from "./stop.js";
import { drillTwoTimes } from "./two-times.js";
import { drillWalker } from "./walker.js";

/** A drill resolves to whether its bar holds; the numbers come from the command line. */
type Drill = (options: ReadonlyMap<string, number>) => boolean | Promise<boolean>;

const drills = new Map<string, Drill>([
  ["access", () => drillAccess()],
  ["faults", (options) => drillFaults({ only: options.get("only") })],
  ["forged", () => drillForged()],
  ["personal", () => drillPersonal()],
  [
    "audit",
    (options) =>
      drillAudit({ positions: options.get("positions") ?? 500, long: options.get("long") ?? 1_000_000 }),
  ],
  ["auth", () => drillAuth()],
  ["compare", (options) => drillCompare({ pairs: options.get("pairs") ?? 50_000 })],
  ["migrate", (options) => drillMigrate({ kills: options.get("kills") ?? 12 })],
  [
    "restore",
    (options) =>
      drillRestore({ flips: options.get("flips") ?? 100, seed: options.get("seed") ?? Date.now() % 2 ** 31 }),
  ],
  [
    "crash",
    (options) => drillCrash({ cycles: options.get("cycles") ?? 60, resume: options.get("resume") === 1 }),
  ],
  ["editors", (options) => drillEditors({ rounds: options.get("rounds") ?? 1000 })],
  ["owner", () => drillOwner()],
  [
    "two-times",
    (options) =>
      drillTwoTimes({ runs: options.get("runs") ?? 1000, seed: options.get("seed") ?? Date.now() % 2 ** 31 }),
  ],
  ["stop", () => drillStop()],
  [
    "walker",
    (options) =>
      drillWalker({ tries: options.get("tries") ?? 200, seed: options.get("seed") ?? Date.now() % 2 ** 31 }),
  ],
  [
    "power",
    (options) =>
      drillPower({ cuts: options.get("cuts") ?? 200, seed: String(options.get("seed") ?? Date.now()) }),
  ],
  [
    "dirty-import",
    (options) => drillDirtyImport({ rows: options.get("rows") ?? 5000, each: options.get("each") ?? 60 }),
  ],
  [
    "handover",
    (options) =>
      drillHandover({
        people: options.get("people") ?? 20,
        officials: options.get("officials") ?? 400,
        establishments: options.get("establishments") ?? 3000,
      }),
  ],
  ["hostile-imports", () => drillHostileImports()],
  [
    "laws",
    (options) =>
      drillLaws({ runs: options.get("runs") ?? 10_000, seed: options.get("seed") ?? Date.now() % 2 ** 31 }),
  ],
]);

const [name = "", ...rest] = process.argv.slice(2);
const options = new Map(
  rest.map((text) => {
    const [key = "", value = ""] = text.split("=");
    return [key.replace(/^--/, ""), Number(value)] as const;
  }),
);
const drill = drills.get(name);
if (drill === undefined || [...options.values()].some(Number.isNaN)) {
  process.stderr.write(`npm run drill -- NAME [KEY=NUMBER…]; known: ${[...drills.keys()].join(", ")}\n`);
  process.exit(2);
}
const held = await Promise.resolve(drill(options));
process.exitCode = held ? 0 : 1;
