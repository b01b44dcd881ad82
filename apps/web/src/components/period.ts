import { useText } from "../text/use-text.js";

/** The name of a calendar window: 2026 年四季度, Q4 2026. */
export function usePeriodName(): (period: string) => string {
  const { t } = useText();
  return (period) => {
    const [, year = "", kind, part = ""] = /^(\d{4})(?:(Q|H|-)(\d+))?$/.exec(period) ?? [];
    if (kind === "Q") return t("period.quarter", { year, part: t(`period.q${quarterOf(part)}`) });
    if (kind === "H") return t(part === "1" ? "period.h1" : "period.h2", { year });
    if (kind === "-") return t("period.month", { year, month: Number(part) });
    return year === "" ? period : t("period.year", { year });
  };
}

const quarterOf = (part: string): 1 | 2 | 3 | 4 =>
  part === "1" ? 1 : part === "2" ? 2 : part === "3" ? 3 : 4;

/** The quarter before. */
export function formerQuarter(period: string): string {
  const [, year = "2000", part = "1"] = /^(\d{4})Q([1-4])$/.exec(period) ?? [];
  return part === "1" ? `${Number(year) - 1}Q4` : `${year}Q${Number(part) - 1}`;
}

/** A day as people read it in a sentence: 2026 年 12 月 18 日, 18 December 2026. */
export function useDayName(): (day: string) => string {
  const { t } = useText();
  return (day) => {
    const [year = "", month = "", date = ""] = day.split("-");
    const months =
      "January,February,March,April,May,June,July,August,September,October,November,December".split(",");
    return t("period.day", {
      year,
      month: Number(month),
      date: Number(date),
      name: months[Number(month) - 1] ?? month,
    });
  };
}
