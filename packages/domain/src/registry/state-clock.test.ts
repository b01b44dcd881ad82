import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { findStateClock } from "./state-clock.js";
import type { StateSource } from "./state-event.schema.js";

const at = (text: string | null) => (text === null ? null : toPlainDate(text));
type Row = [
  source: StateSource | null,
  reportedOn: string | null,
  repairedOn: string | null,
  asOf: string,
  report: string,
  pairing: string,
];

// F1-22: report within 15 working days of 2026-11-02 (Monday) is 2026-11-23; re-pairing within 7 of the report.
it.each<Row>([
  [null, null, null, "2026-11-24", "none null", "none null"],
  ["regulator", null, null, "2026-11-01", "none null", "none null"],
  ["regulator", null, null, "2026-11-23", "running 2026-11-23", "waiting null"],
  ["regulator", null, null, "2026-11-24", "late 2026-11-23", "waiting null"],
  ["business", null, null, "2026-11-24", "late 2026-11-23", "waiting null"],
  ["visit", null, "2026-11-05", "2026-11-24", "late 2026-11-23", "done null"],
  ["regulator", "2026-11-23", null, "2026-11-24", "done 2026-11-23", "running 2026-12-02"],
  ["regulator", "2026-11-24", null, "2026-11-24", "done-late 2026-11-23", "running 2026-12-03"],
  ["regulator", "2026-11-10", null, "2026-11-19", "done 2026-11-23", "running 2026-11-19"],
  ["regulator", "2026-11-10", null, "2026-11-20", "done 2026-11-23", "late 2026-11-19"],
  ["regulator", "2026-11-10", "2026-11-19", "2026-11-20", "done 2026-11-23", "done 2026-11-19"],
  ["regulator", "2026-11-10", "2026-11-20", "2026-11-20", "done 2026-11-23", "done-late 2026-11-19"],
  ["office", null, null, "2026-11-11", "none null", "running 2026-11-11"],
  ["office", null, null, "2026-11-12", "none null", "late 2026-11-11"],
  ["office", null, "2026-11-02", "2026-11-12", "none null", "done 2026-11-11"],
  ["regulator", "2026-11-10", null, "2026-11-05", "running 2026-11-23", "waiting null"],
])("told by %s, reported %s, re-paired %s, on %s: report %s, pairing %s", (...row) => {
  const [source, reportedOn, repairedOn, asOf, report, pairing] = row;
  const clock = findStateClock({
    spell: { from: toPlainDate("2026-11-02"), source, reportedOn: at(reportedOn), adjustedOn: null },
    repairedOn: at(repairedOn),
    asOf: toPlainDate(asOf),
  });
  const show = ({ standing, due }: typeof clock.report) => `${standing} ${due}`;
  expect([show(clock.report), show(clock.pairing)]).toEqual([report, pairing]);
});

it("a deadline in a year without a notice is provisional; the office's own word settles the pairing", () => {
  const spell = {
    from: toPlainDate("2026-12-28"),
    source: "office" as const,
    reportedOn: null,
    adjustedOn: toPlainDate("2026-12-29"),
  };
  const { pairing } = findStateClock({ spell, repairedOn: null, asOf: toPlainDate("2026-12-30") });
  expect(pairing).toMatchObject({ standing: "done", doneOn: "2026-12-29", provisional: true });
});
