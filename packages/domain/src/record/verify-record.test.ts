import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bending, bendings, bendRecord, growRecord, makeRecord } from "../testing/bend-record.js";
import { makeHashSuite } from "../testing/hash-suites.js";
import type { RecordRoot } from "./audit-entry.schema.js";
import { emptyRecord } from "./chain-entry.js";
import { toHex } from "./hash-suite.js";
import { createFrontier } from "./merkle-tree.js";
import { createRecordCheck } from "./verify-record.js";

const suite = makeHashSuite("intl");
const record = makeRecord(suite, 60, 10);

const check = (
  lines: readonly string[],
  roots: readonly RecordRoot[] = record.roots,
  start = emptyRecord,
  by = suite,
) => {
  const one = createRecordCheck({ suite: by, start, roots });
  for (const line of lines) one.push(line);
  return one.finish();
};

describe("a record as it was written", () => {
  it("passes, and has the root that was written outside", () => {
    const verdict = check(record.lines);
    expect(verdict).toMatchObject({ entries: 60, last: 60, roots: 6, faults: [] });
    expect(verdict.root).toBe(record.roots.at(-1)?.root);
  });

  it("passes by the other suite, and not as one of another suite", () => {
    const sm3 = makeHashSuite("gm");
    const other = makeRecord(sm3, 20, 10);
    expect(check(other.lines, other.roots, emptyRecord, sm3).faults).toEqual([]);
    expect(check(other.lines, other.roots).faults.length).toBeGreaterThan(0);
  });

  it("passes without roots, and when it has grown beyond them", () => {
    expect(check(record.lines, []).faults).toEqual([]);
    expect(check(record.lines, record.roots.slice(0, 3)).faults).toEqual([]);
  });

  it("passes when another program has written its JSON", () => {
    const spaced = record.lines.map((line) =>
      JSON.stringify(JSON.parse(line), null, 1).replaceAll("\n", " "),
    );
    expect(check(spaced).faults).toEqual([]);
  });

  it("passes from where older entries were removed, with the same root", () => {
    const tree = createFrontier(suite);
    for (const { hash } of growRecord(suite, emptyRecord, 20, "true")) tree.append(Buffer.from(hash, "hex"));
    const start = {
      seq: 20,
      hash: record.roots[1]?.lastHash ?? "",
      parts: tree.parts().map(({ size, root }) => ({ size, root: toHex(root) })),
    };
    const verdict = check(record.lines.slice(20), record.roots, start);
    expect([verdict.faults, verdict.root, verdict.entries]).toEqual([[], record.roots.at(-1)?.root, 40]);
    const otherParts = { ...start, parts: start.parts.map((part) => ({ ...part, root: "0".repeat(64) })) };
    expect(check(record.lines.slice(20), record.roots, otherParts).faults[0]?.code).toBe(
      "record/root-altered",
    );
    expect(
      check(record.lines.slice(20), record.roots, { ...start, hash: "1".repeat(64) }).faults.length,
    ).toBeGreaterThan(0);
  });

  it("is empty at first", () => {
    expect(check([], [])).toMatchObject({ entries: 0, last: 0, faults: [] });
    expect(check([]).faults).toEqual([{ code: "record/cut-tail", params: { from: 1, to: 60 } }]);
  });
});

describe.each(bendings.map((bending) => ({ bending })))("$bending", ({ bending }) => {
  it("is named with its place, wherever and however it is done", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 58 }), fc.nat(), (seq, choice) => {
        const bent = bendRecord(bending, suite, record, { seq, choice });
        const { faults } = check(bent.lines);
        expect(faults).toHaveLength(1);
        expect(faults[0]).toMatchObject(bent.fault);
      }),
      { numRuns: 100 },
    );
  });

  it("is named also where the record begins", () => {
    for (let choice = 0; choice < 12; choice += 1) {
      const bent = bendRecord(bending, suite, record, { seq: 1, choice });
      expect(check(bent.lines).faults).toMatchObject([bent.fault]);
    }
  });
});

it("two entries that changed places around a kept root are one swap, whichever of them the root holds", () => {
  for (let first = 1; first <= 54; first += 1)
    for (let far = 1; far <= 6; far += 1) {
      const [a, b] = [record.lines[first - 1] ?? "", record.lines[first + far - 1] ?? ""];
      const lines = record.lines.with(first - 1, b).with(first + far - 1, a);
      expect(check(lines).faults).toEqual([
        { code: "record/swapped", params: { first, second: first + far } },
      ]);
    }
});

const twice: readonly [Bending, number, Bending, number][] = [
  ["edit", 40, "delete", 12],
  ["delete", 44, "insert", 9],
  ["swap", 41, "edit", 5],
  ["cut", 50, "edit", 30],
  ["rollback", 45, "edit", 10],
];
it.each(twice)("%s at %i and %s at %i are both named", (first, at, second, before) => {
  const one = bendRecord(first, suite, record, { seq: at, choice: 0 });
  const both = bendRecord(second, suite, { ...record, lines: one.lines }, { seq: before, choice: 0 });
  const codes = check(both.lines).faults.map(({ code }) => code);
  expect(codes.sort()).toEqual([one.fault.code, both.fault.code].sort());
});

it("a root that was altered outside is told from a record that was", () => {
  const roots = record.roots.map((root) => (root.size === 30 ? { ...root, root: "0".repeat(64) } : root));
  expect(check(record.lines, roots).faults).toEqual([
    { code: "record/root-altered", params: { day: "day 3", size: 30 } },
  ]);
});

it("a record in which nothing is true is told in a bounded list", () => {
  const { lines } = makeRecord(suite, 3000, 100);
  const bent = lines.map((line) => line.replace("新名", "假名"));
  const { faults } = check(bent, []);
  expect(faults.length).toBe(1001);
  expect(faults.at(-1)?.code).toBe("record/more-faults");
});
