import fc from "fast-check";
import { expect, it } from "vitest";
import type { AuditEntry } from "./audit-entry.schema.js";
import { writeEntry } from "./chain-entry.js";
import { findEntryPlace } from "./find-entry-place.js";

const text = fc.string({
  unit: fc.constantFrom("a", "食", '"', "\\", "\n", "\u0001", "𠮷", "{", "}", ",", ":"),
});
const maybe = fc.option(text);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const change = fc.record({
  objectKind: text,
  objectId: text,
  what: text,
  fields: fc.array(fc.record({ field: text, before: maybe, after: maybe }), { maxLength: 3 }),
});
const entries: fc.Arbitrary<AuditEntry> = fc.record(
  {
    seq: fc.integer({ min: 1, max: 999_999_999_999_999 }),
    at: text,
    personId: maybe,
    name: text,
    role: text,
    address: text,
    operation: text,
    txId: text,
    changes: fc.oneof(
      fc.array(change, { maxLength: 3 }),
      fc.record({ count: fc.integer({ min: 1 }), digest: hash }),
    ),
    note: fc.dictionary(text, text, { maxKeys: 3 }),
    suite: fc.constantFrom("intl", "gm"),
    prev: hash,
  },
  {
    requiredKeys: [
      "seq",
      "at",
      "personId",
      "name",
      "role",
      "address",
      "operation",
      "txId",
      "changes",
      "suite",
      "prev",
    ],
  },
);

it("reads of every entry what parsing it reads", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      expect(findEntryPlace(writeEntry(entry))).toEqual({ seq: entry.seq, prev: entry.prev });
    }),
  );
});

it("takes nothing for an entry that is no JSON, or has another member at its place", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.constantFrom('"', "{", "\n", "\\"), (entry, at, mark) => {
      const content = writeEntry(entry);
      const place = at % (content.length + 1);
      const bent = content.slice(0, place) + mark + content.slice(place);
      let parsed: unknown;
      try {
        parsed = JSON.parse(bent);
      } catch {
        parsed = undefined;
      }
      if (parsed === undefined) expect(findEntryPlace(bent)).toBeUndefined();
      const found = findEntryPlace(bent);
      if (found !== undefined) expect(parsed).toMatchObject(found);
    }),
    { numRuns: 1000 },
  );
});

it("leaves a very long text to the parser", () => {
  const entry: AuditEntry = {
    seq: 1,
    at: "",
    personId: null,
    name: '"'.repeat(250_000),
    role: "",
    address: "",
    operation: "",
    txId: "",
    changes: [],
    suite: "intl",
    prev: "0".repeat(64),
  };
  expect(findEntryPlace(writeEntry(entry))).toBeUndefined();
  expect(findEntryPlace(writeEntry({ ...entry, name: '"'.repeat(240_000) }))).toMatchObject({ seq: 1 });
});
