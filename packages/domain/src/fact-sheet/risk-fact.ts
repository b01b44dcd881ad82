// A risk grade as a row of a sheet gives it, and how it stands to what is known of the establishment.
// Source: F3-02 (A to D; the regulator's); issue "Third" (risk grades entered, imported or computed). The grade of a year is
// found out by the end of the year before (食药监食监一〔2016〕115 号, N). Ours: a year alone begins on its first day; a sheet
// never takes a later grade away, as entering by hand does.
import { type DatedFact, isKnownOn } from "../chain/dated-fact.js";
import { type RiskGrade, riskGrades } from "../grading/grade.schema.js";
import { foldCode } from "../kernel/fold-code.js";
import { type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { ok, problem, type Result, refuseAll } from "../kernel/result.js";
import { createFactReasons } from "./fact-cells.js";
import type { FactCells } from "./fact-columns.js";
import type { FactProblem } from "./find-meant.js";
import type { SettledFact } from "./plan-fact-sheet.js";

/** A risk grade from a day on; who gave it and why, where the row says so. */
export type RiskFact = {
  readonly grade: RiskGrade;
  readonly from: PlainDate;
  readonly source: string | null;
  readonly note: string | null;
};

const GRADE = /^(?:风险|RISK)?([ABCD])(?:级|类)?$/;
const YEAR = /^((?:19|20|21)\d\d)(?:年度?)?$/;

/**
 * The risk grade that the cells give, or every reason against them. A grade is a letter, with or without 级. A day has
 * come; without one the year begins it. A year beside a day is that day's or the next one.
 *
 * @example
 * readRiskFact({ cells: { grade: "Ｂ级", from: "2026/3/1" }, today: "2026-11-24" }).value; // => { grade: "B", from: "2026-03-01", source: null, note: null }
 * readRiskFact({ cells: { grade: "E", year: "2026" }, today: "2026-11-24" }).problems[0].code; // => "fact-sheet/grade-shape"
 */
export function readRiskFact({
  cells,
  today,
}: {
  readonly cells: FactCells<"risk">;
  readonly today: PlainDate;
}): Result<RiskFact, FactProblem> {
  const { problems, against, text, day } = createFactReasons();
  const letter = GRADE.exec(foldCode(cells.grade ?? "").value)?.[1];
  const grade = riskGrades.find((one) => one === letter);
  if (cells.grade === undefined) against("grade", "fact-sheet/grade-missing");
  else if (grade === undefined) against("grade", "fact-sheet/grade-shape", { text: cells.grade });
  const year = cells.year === undefined ? undefined : YEAR.exec(foldCode(cells.year).value)?.[1];
  if (cells.year !== undefined && year === undefined)
    against("year", "fact-sheet/year-shape", { text: cells.year });
  const written = cells.from ?? (year === undefined ? undefined : `${year}-01-01`);
  const from = day(cells.from === undefined && cells.year !== undefined ? "year" : "from", written, today);
  if (from !== undefined && year !== undefined) {
    const ahead = Number(year) - Number(from.slice(0, 4));
    if (ahead < 0 || ahead > 1) against("year", "fact-sheet/year-conflict", { year, on: from });
  }
  const source = text("source", cells.source, 120);
  const note = text("note", cells.note, 300);
  if (problems.length > 0 || grade === undefined || from === undefined) return refuseAll(problems);
  return ok({ grade, from: toPlainDate(from), source, note });
}

/**
 * The grade beside those of the establishment: about its first day, in the place of one that began that very day. Refused
 * where a later one stands, which it would take away, unless it says what stands already.
 *
 * @example
 * const records = [{ value: "C", from: "2026-05-01" }];
 * const read = { grade: "B", from: "2026-03-01", source: null, note: null };
 * settleRiskFact({ records, read, today: "2026-11-24" }).problems[0].code; // => "fact-sheet/later-grade"
 */
export function settleRiskFact({
  records,
  read,
  today,
}: {
  readonly records: readonly DatedFact<RiskGrade>[];
  readonly read: RiskFact;
  readonly today: PlainDate;
}): Result<SettledFact<RiskFact>, FactProblem> {
  const known = records.filter((record) => isKnownOn(record, today));
  const own = known.find(({ from }) => from === read.from);
  const standing = own === undefined ? null : { grade: own.value, from: own.from, source: null, note: null };
  const later = known.find(({ from }) => from > read.from);
  // What stands already takes nothing away, however much came after it.
  if (later !== undefined && standing?.grade !== read.grade) {
    const params = { from: later.from, grade: later.value };
    return refuseAll([{ ...problem("fact-sheet/later-grade", params), field: "from" }]);
  }
  return ok({ subject: read.from, fact: read, standing });
}

/** Two grades from the same day are the same when their letter is. */
export const isSameRisk = (a: RiskFact, b: RiskFact): boolean => a.grade === b.grade;
