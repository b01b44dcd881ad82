import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { type ChangingEstablishment, listPairingChanges } from "./list-pairing-changes.js";

const day = toPlainDate;
const [, , gradeC, gradeD] = pairingGrades;
const change = day("2026-03-01");
const shop = (over: Partial<ChangingEstablishment>): ChangingEstablishment => ({
  id: "e-1",
  officials: [
    { value: "o-1", from: day("2026-01-05"), to: change },
    { value: "o-2", from: change },
  ],
  states: [{ value: "active", from: day("2025-01-01") }],
  grades: [{ value: gradeD, from: day("2026-01-05") }],
  ...over,
});
const list = (
  one: ChangingEstablishment,
  over: { left?: string; knownOn?: string; from?: string; to?: string } = {},
) =>
  listPairingChanges({
    establishments: [one],
    posts: [
      { id: "o-1", from: day("2025-01-01"), to: over.left === undefined ? null : day(over.left) },
      { id: "o-2", from: day("2025-01-01") },
    ],
    from: day(over.from ?? "2026-02-01"),
    to: day(over.to ?? "2026-03-31"),
    knownOn: day(over.knownOn ?? "2026-11-24"),
  }).map(({ on, before, after, reason }) => [on, before, after, reason]);

describe("changes of pairing", () => {
  it.each([
    ["given to another", shop({}), {}, [["2026-03-01", "o-1", "o-2", "reallocated"]]],
    ["the former left", shop({}), { left: "2026-03-01" }, [["2026-03-01", "o-1", "o-2", "official-left"]]],
    [
      "left before somebody took over",
      shop({}),
      { left: "2026-02-10" },
      [
        ["2026-02-10", "o-1", null, "official-left"],
        ["2026-03-01", null, "o-2", "first"],
      ],
    ],
    [
      "regraded that day",
      shop({
        grades: [
          { value: gradeD, from: day("2026-01-05"), to: change },
          { value: gradeC, from: change },
        ],
      }),
      {},
      [["2026-03-01", "o-1", "o-2", "regraded"]],
    ],
    [
      "moved that day",
      shop({
        places: [
          { value: "990106001", from: day("2026-01-05"), to: change },
          { value: "990106002", from: change },
        ],
      }),
      {},
      [["2026-03-01", "o-1", "o-2", "moved"]],
    ],
    [
      "closed while the assignment runs on",
      shop({
        officials: [{ value: "o-1", from: day("2026-01-05") }],
        states: [
          { value: "active", from: day("2025-01-01"), to: change },
          { value: "closed", from: change },
        ],
      }),
      {},
      [["2026-03-01", "o-1", null, "closed"]],
    ],
    [
      "opened with an official",
      shop({ officials: [{ value: "o-2", from: change }], states: [{ value: "active", from: change }] }),
      {},
      [["2026-03-01", null, "o-2", "opened"]],
    ],
    ["outside the period", shop({}), { from: "2026-03-02" }, []],
    ["on its last day", shop({}), { to: "2026-03-01" }, [["2026-03-01", "o-1", "o-2", "reallocated"]]],
    [
      "not yet known",
      shop({
        officials: [
          { value: "o-1", from: day("2026-01-05") },
          { value: "o-2", from: change, recordedFrom: day("2026-05-01") },
        ],
      }),
      { knownOn: "2026-04-30" },
      [],
    ],
  ])("%s", (_name, one, over, expected) => {
    expect(list(one, over)).toEqual(expected);
  });
});
