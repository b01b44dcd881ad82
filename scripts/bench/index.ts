// Speed against a hard-wired limit and named peers: `npm run bench -- NAME`. Each bench checks all answers equal first,
// ends with one line of figures, and exits non-zero when a bar is missed.

/** A bench resolves to whether its bars hold. */
type Bench = () => boolean | Promise<boolean>;

// Loaded when named, so that a peer one bench needs does not have to be there for another.
const benches = new Map<string, () => Promise<Bench>>([
  ["score", async () => (await import("./score.js")).benchScore],
  ["import", async () => (await import("./import.js")).benchImport],
  ["load", async () => (await import("./load.js")).benchLoad],
  ["allocate", async () => (await import("./allocate.js")).benchAllocate],
  ["compare", async () => (await import("./compare.js")).benchCompare],
  ["allocation-job", async () => (await import("./allocation-job.js")).benchAllocationJob],
  ["grade", async () => (await import("./grade.js")).benchGrade],
]);

const [name = ""] = process.argv.slice(2);
const load = benches.get(name);
if (load === undefined) {
  process.stderr.write(`npm run bench -- NAME; known: ${[...benches.keys()].join(", ")}\n`);
  process.exit(2);
}
const bench = await load();
const held = await Promise.resolve(bench());
process.exitCode = held ? 0 : 1;
