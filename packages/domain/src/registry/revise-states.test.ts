import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochDay, type PlainDate, toEpochDay, toPlainDate } from "../kernel/plain-date.js";
import { type EstablishmentState, establishmentStates } from "./establishment.schema.js";
import { reviseStates } from "./revise-states.js";
import type { StateChange, StateSpell } from "./state-event.schema.js";

const today = toPlainDate("2026-11-24");
const day = (text: string) => toPlainDate(text);
const spell = (state: EstablishmentState, from: string, to: string | null = null): StateSpell => ({
  state,
  from: day(from),
  to: to === null ? null : day(to),
  reason: null,
  source: null,
  reportedOn: null,
  adjustedOn: null,
});
const enter = (state: EstablishmentState, from: string): StateChange => ({
  kind: "enter",
  state,
  from: day(from),
  reason: "登记",
  source: "office",
  reportedOn: null,
});
const standing = [
  spell("active", "2020-01-01", "2026-03-01"),
  spell("suspended", "2026-03-01", "2026-05-01"),
  spell("active", "2026-05-01"),
];
const show = (spells: readonly StateSpell[]) => spells.map(({ state, from, to }) => [state, from, to]);

describe("a change of state", () => {
  it.each<[string, StateChange, unknown]>([
    [
      "closes from a day on",
      enter("closed", "2026-10-01"),
      [...show(standing.slice(0, 2)), ["active", "2026-05-01", "2026-10-01"], ["closed", "2026-10-01", null]],
    ],
    [
      "entered in the past lasts until the next that is known",
      enter("dormant", "2025-06-01"),
      [
        ["active", "2020-01-01", "2025-06-01"],
        ["dormant", "2025-06-01", "2026-03-01"],
        ["suspended", "2026-03-01", "2026-05-01"],
        ["active", "2026-05-01", null],
      ],
    ],
    [
      "that only came earlier takes in the one that was known",
      enter("suspended", "2026-02-01"),
      [
        ["active", "2020-01-01", "2026-02-01"],
        ["suspended", "2026-02-01", "2026-05-01"],
        ["active", "2026-05-01", null],
      ],
    ],
    [
      "may lie before the first",
      enter("dormant", "2019-01-01"),
      [["dormant", "2019-01-01", "2020-01-01"], ...show(standing)],
    ],
    [
      "is moved to another day",
      { kind: "correct", event: day("2026-05-01"), from: day("2026-06-01") },
      [
        ["active", "2020-01-01", "2026-03-01"],
        ["suspended", "2026-03-01", "2026-06-01"],
        ["active", "2026-06-01", null],
      ],
    ],
    [
      "is withdrawn, and equal neighbours become one",
      { kind: "withdraw", event: day("2026-03-01") },
      [["active", "2020-01-01", null]],
    ],
    [
      "corrected into the state before it is none any more",
      { kind: "correct", event: day("2026-03-01"), state: "active" },
      [["active", "2020-01-01", null]],
    ],
  ])("%s", (_what, change, expected) => {
    const revised = reviseStates({ standing, change, today });
    expect(revised.ok && show(revised.value)).toEqual(expected);
  });

  it.each<[string, StateChange]>([
    ["registry/state-from-later", enter("closed", "2026-11-25")],
    ["registry/state-day-taken", enter("closed", "2026-05-01")],
    ["registry/state-already", enter("active", "2026-10-01")],
    ["registry/state-event-unknown", { kind: "withdraw", event: day("2026-05-02") }],
    ["registry/state-first", { kind: "withdraw", event: day("2020-01-01") }],
    ["registry/state-order", { kind: "correct", event: day("2026-03-01"), from: day("2026-05-01") }],
    ["registry/state-order", { kind: "correct", event: day("2026-05-01"), from: day("2026-03-01") }],
    [
      "registry/state-from-later",
      { kind: "correct", event: day("2026-05-01"), adjustedOn: day("2026-11-25") },
    ],
  ])("is refused: %s", (code, change) => {
    const revised = reviseStates({ standing, change, today });
    expect(revised.ok ? [] : revised.problems.map((reason) => reason.code)).toEqual([code]);
  });

  it("keeps what was told of the spell besides what is corrected", () => {
    const change = { kind: "correct", event: day("2026-03-01"), reportedOn: day("2026-03-10") } as const;
    const told = standing.map((one) => ({ ...one, reason: "装修", source: "regulator" as const }));
    const revised = reviseStates({ standing: told, change, today });
    expect(revised.ok && revised.value[1]).toMatchObject({ reason: "装修", reportedOn: "2026-03-10" });
  });
});

const anyDay = fc.integer({ min: toEpochDay(day("2019-01-01")), max: toEpochDay(today) }).map(fromEpochDay);
const anyChange: fc.Arbitrary<StateChange> = fc.oneof(
  fc.tuple(fc.constantFrom(...establishmentStates), anyDay).map(([state, from]) => enter(state, from)),
  anyDay.map((event): StateChange => ({ kind: "withdraw", event })),
);
const stateOn = (spells: readonly StateSpell[], on: PlainDate) =>
  spells.find(({ from, to }) => from <= on && (to === null || on < to))?.state;

it("after any changes the time line has no gap, no overlap, no two equal neighbours and an open end", () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      let spells: readonly StateSpell[] = [spell("active", "2020-01-01")];
      for (const change of changes) {
        const before = spells;
        const revised = reviseStates({ standing: spells, change, today });
        if (!revised.ok) continue;
        spells = revised.value;
        if (change.kind !== "enter") continue;
        expect(stateOn(spells, change.from)).toBe(change.state);
        // Nothing before the day is touched.
        const eve = fromEpochDay(toEpochDay(change.from) - 1);
        expect(stateOn(spells, eve)).toBe(stateOn(before, eve));
      }
      for (const [at, one] of spells.entries()) {
        const next = spells[at + 1];
        expect(one.to).toBe(next?.from ?? null);
        expect(one.state).not.toBe(next?.state);
        if (next !== undefined) expect(one.from < next.from).toBe(true);
      }
    }),
  );
});
