// Bar S10: whatever is done to a record is found and named at its place, and a long record is checked in little time.
import { hash } from "node:crypto";
import {
  createRecordCheck,
  emptyRecord,
  type HashSuite,
  type RecordRoot,
} from "../../packages/domain/src/record/index.js";
import {
  bendings,
  bendRecord,
  growRecord,
  makeRecord,
} from "../../packages/domain/src/testing/bend-record.js";

const suite: HashSuite = {
  name: "intl",
  hash: (bytes) => hash("sha256", bytes, "buffer"),
  encode: (text) => Buffer.from(text, "utf8"),
};

const ENTRIES = 2000;
const MOST_SECONDS = 20;

const check = (lines: Iterable<string>, roots: readonly RecordRoot[]) => {
  const one = createRecordCheck({ suite, start: emptyRecord, roots });
  for (const line of lines) one.push(line);
  return one.finish();
};

/** Bends a record at `positions` places in one way; gives how often exactly the right thing was named. */
function countNamed(
  record: ReturnType<typeof makeRecord>,
  bending: (typeof bendings)[number],
  positions: number,
) {
  let named = 0;
  for (let at = 0; at < positions; at += 1) {
    // Spread over the whole record, its first entries and its last among them.
    const seq = 1 + Math.floor((at * (ENTRIES - 2)) / Math.max(positions - 1, 1));
    const { lines, fault } = bendRecord(bending, suite, record, { seq, choice: at * 7919 + 13 });
    const { faults } = check(lines, record.roots);
    const [only] = faults;
    const isRight =
      faults.length === 1 &&
      only?.code === fault.code &&
      Object.entries(fault.params).every(([name, value]) => only.params[name] === value);
    if (isRight) named += 1;
    else if (at - named < 3)
      console.log(`${bending} at ${seq}: ${JSON.stringify({ expected: fault, faults })}`);
  }
  return named;
}

/** Prints one line of figures last; true when everything was named, the control passed, and the long check was quick. */
export function drillAudit({
  positions,
  long,
}: {
  readonly positions: number;
  readonly long: number;
}): boolean {
  const record = makeRecord(suite, ENTRIES);
  const control = check(record.lines, record.roots);
  const isControlGood = control.faults.length === 0 && control.root === record.roots.at(-1)?.root;
  console.log(`untouched: ${isControlGood ? "passed" : JSON.stringify(control)}`);
  let missed = 0;
  for (const bending of bendings) {
    const named = countNamed(record, bending, positions);
    missed += positions - named;
    console.log(`${bending}: ${named}/${positions} named at their place`);
  }

  // Lines come out of a file in the product; so they are made outside the time that is measured.
  const one = createRecordCheck({ suite, start: emptyRecord, roots: [] });
  let wall = 0;
  let busy = 0;
  let mostHeap = 0;
  let batch: string[] = [];
  const work = () => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    for (const line of batch) one.push(line);
    wall += performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    busy += user + system;
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
    batch = [];
  };
  for (const { line } of growRecord(suite, emptyRecord, long, "true")) {
    // A line of a file is one piece of memory; a line put together is not until somebody reads it.
    batch.push(Buffer.from(line).toString());
    if (batch.length === 10_000) work();
  }
  work();
  const { faults, last } = one.finish();
  // On a machine with other work the clock tells of that work; one thread's own time does not.
  const seconds = Math.min(wall / 1e3, busy / 1e6);
  const isQuick = faults.length === 0 && last === long && seconds < MOST_SECONDS;
  const passed = isControlGood && missed === 0 && isQuick;
  console.log(
    `audit: ${bendings.length} kinds × ${positions} positions on ${ENTRIES} entries, ${missed} missed; ` +
      `${long} entries in ${seconds.toFixed(1)} s of ${MOST_SECONDS} (${(wall / 1e3).toFixed(1)} s by the clock), heap ${Math.round(mostHeap / 2 ** 20)} MiB; ` +
      `${passed ? "passed" : "FAILED"}`,
  );
  return passed;
}
