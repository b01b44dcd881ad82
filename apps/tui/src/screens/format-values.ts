// Values as the screens show them: counts with thousands, days, duties, risk bars, levels.
import { formatRate, type OperationOutput } from "@shian/domain";
import { type Span, span } from "../components/line.js";
import { textWidth } from "../output/text-width.js";
import type { Translate } from "../text/create-translator.js";
import type { Glyphs } from "../theme/glyphs.js";
import type { Style } from "../theme/style.js";

export type RegistryRow = OperationOutput<"registry.list">["rows"][number];
type Duty = { readonly state: RegistryRow["duty"]["state"]; readonly daysLeft: number | null };
export type CoverageCell = OperationOutput<"coverage.measure">["total"]["total"];

/** A count with its thousands grouped. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** Month and day of a date. */
export const formatDay = (date: string): string => date.slice(5);

/** Done of due with the rate; nothing due has no rate. */
export const formatCoverage = (cell: { readonly done: number; readonly due: number }, t: Translate): string =>
  formatRate({ done: cell.done, of: cell.due }) ?? t("word.nothingDue");

const TOWNSHIP = /^(.+?(?:街道|镇|乡))./;

/** The name of a place in a column: whole where it fits, else its township where the name says which that is. */
export const formatPlaceCell = (placeName: string, width: number): string =>
  textWidth(placeName) <= width ? placeName : (TOWNSHIP.exec(placeName)?.[1] ?? placeName);

/** Mark and words of a duty: how many days are left, or how many it is late. */
export function dutySpan(duty: Duty, t: Translate, glyphs: Glyphs): Span {
  const days = duty.daysLeft ?? 0;
  switch (duty.state) {
    case "overdue":
      return span(`${glyphs.overdue} ${t("duty.overdue", { days: Math.abs(days) })}`, "overdue");
    case "at-risk":
      return span(`${glyphs.atRisk} ${t("duty.left", { days })}`, "risk");
    case "on-track":
      return span(
        `${glyphs.onTrack} ${duty.daysLeft === null ? t("duty.on-track") : t("duty.left", { days })}`,
        "ok",
      );
    case "done":
      return span(`${glyphs.closed} ${t("duty.done")}`, "closed");
    case "waived":
      return span(`  ${t("duty.waived")}`, "quiet");
    case "not-due":
      return span(`  ${t("duty.not-due")}`, "quiet");
  }
}

/** How a rate stands against today's line, with its mark. */
export function progressSpan(cell: Pick<CoverageCell, "progress">, t: Translate, glyphs: Glyphs): Span {
  switch (cell.progress) {
    case "done":
      return span(`  ${t("progress.done")}`, "ok");
    case "on-time":
      return span(`${glyphs.onTrack} ${t("progress.on-time")}`, "ok");
    case "behind":
      return span(`${glyphs.atRisk} ${t("progress.behind")}`, "risk");
    case "nothing-due":
      return span(`  ${t("word.nothingDue")}`, "quiet");
  }
}

const gradeStyles: Readonly<Record<string, Style>> = { A: "gradeA", B: "gradeB", C: "gradeC", D: "gradeD" };

/** The letter of a pairing grade, or a dash where there is none. */
export const gradeSpan = (grade: string | null): Span =>
  span(grade ?? "-", grade === null ? "quiet" : (gradeStyles[grade] ?? "plain"));

const riskBars: Readonly<Record<string, string>> = { A: "|...", B: "||..", C: "|||.", D: "||||" };

/** The letter of a risk grade with its bars: another scale than the pairing grade, so never a block. */
export const riskSpan = (grade: string | null): Span =>
  grade === null ? span("-", "quiet") : span(`${grade} ${riskBars[grade] ?? ""}`);

/** The working period of a day: its quarter. */
export function formatQuarter(date: string, t: Translate): string {
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return t("word.quarter", { year: date.slice(0, 4), quarter: t(`quarter.${quarter as 1 | 2 | 3 | 4}`) });
}

/** A period in words: a quarter by its name, any other as it is written. */
export function formatPeriod(period: string, t: Translate): string {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(period) ?? [];
  if (year === undefined || quarter === undefined) return period;
  return t("word.quarter", { year, quarter: t(`quarter.${quarter as "1"}`) });
}
