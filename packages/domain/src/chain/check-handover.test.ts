import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { problem } from "../kernel/result.js";
import { type CheckedDeparture, checkHandover, findUndoFault, toUndoUntil } from "./check-handover.js";

const day = toPlainDate("2026-11-24");
const post = { unit: "东街道", post: "主任", level: "village" as const, jurisdictions: ["990106001001"] };
const one = (over: Partial<CheckedDeparture> = {}): CheckedDeparture => ({
  official: "o1",
  name: "张工",
  next: null,
  held: { ...post, from: toPlainDate("2026-01-01") },
  laterPost: undefined,
  holds: 3,
  ...over,
});
const codes = (...departures: CheckedDeparture[]) =>
  checkHandover({ departures, day }).map(({ code }) => code);

describe("checkHandover", () => {
  it.each<[string, CheckedDeparture[], string[]]>([
    ["leaves", [one()], []],
    ["leaves without an establishment", [one({ holds: 0 })], []],
    ["moves", [one({ next: { ...post, unit: "西街道" } })], []],
    [
      "moves to other places in the same post",
      [one({ next: { ...post, jurisdictions: ["990106001002"] } })],
      [],
    ],
    ["left already, establishments still stand", [one({ held: undefined })], []],
    ["left already, nothing stands", [one({ held: undefined, holds: 0 })], ["handover/not-in-post"]],
    ["moves without a post", [one({ held: undefined, next: post })], ["handover/not-in-post"]],
    ["the post begins on the day", [one({ held: { ...post, from: day } })], ["handover/post-begins-then"]],
    ["the post began the day before", [one({ held: { ...post, from: toPlainDate("2026-11-23") } })], []],
    ["another post is entered", [one({ laterPost: toPlainDate("2026-12-01") })], ["handover/later-post"]],
    [
      "the same post, its places in another order",
      [
        one({
          held: { ...post, jurisdictions: ["a", "b"], from: toPlainDate("2026-01-01") },
          next: { ...post, jurisdictions: ["b", "a"] },
        }),
      ],
      ["handover/same-post"],
    ],
    ["twice", [one(), one()], ["handover/named-twice"]],
    ["successor of oneself", [one({ successor: "o1" })], ["handover/own-successor"]],
    [
      "the successor leaves too",
      [one({ successor: "o2" }), one({ official: "o2" })],
      ["handover/successor-leaves"],
    ],
    [
      "the successor only moves",
      [one({ successor: "o2" }), one({ official: "o2", next: { ...post, unit: "西街道" } })],
      [],
    ],
  ])("%s", (_, departures, expected) => {
    expect(codes(...departures)).toEqual(expected);
  });
});

describe("findUndoFault", () => {
  const at = "2026-11-24T02:00:00.000Z";
  const changed = [problem("handover/undo-post", { official: "张工" } as const)];
  it.each([
    ["at once", { now: at, undoneAt: null, changed: [] }, undefined],
    ["in the last instant", { now: toUndoUntil(at), undoneAt: null, changed: [] }, undefined],
    ["just after it", { now: "2026-11-25T02:00:00.001Z", undoneAt: null, changed: [] }, "handover/undo-late"],
    ["changed since", { now: at, undoneAt: null, changed }, "handover/undo-post"],
    ["twice", { now: at, undoneAt: at, changed }, "handover/undone"],
  ] as const)("%s", (_, over, code) => {
    expect(findUndoFault({ at, ...over })?.code).toBe(code);
  });
});
