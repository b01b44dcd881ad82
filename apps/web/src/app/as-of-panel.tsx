import { isPlainDate, type PlainDate } from "@shian/domain";
import { Button, Calendar, Segmented } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { DayField } from "../components/day-field.js";
import { useText } from "../text/use-text.js";

/** A calendar of days up to today, with the ends of the last quarter and year at hand. */
export default function AsOfPanel({
  asOf,
  knownOn,
  today,
  ends,
  onChoose,
  onKnow,
}: {
  asOf: PlainDate;
  knownOn: PlainDate | undefined;
  today: PlainDate;
  ends: { quarter: PlainDate; year: PlainDate };
  onChoose: (day: PlainDate | undefined) => void;
  onKnow: (day: PlainDate | undefined) => void;
}) {
  const { t } = useText();
  return (
    <div className="asof-panel">
      <div className="row mb8">
        <Button size="small" onClick={() => onChoose(undefined)}>
          {t("asof.today")}
        </Button>
        <Button size="small" onClick={() => onChoose(ends.quarter)}>
          {t("asof.quarter-end")}
        </Button>
        <Button size="small" onClick={() => onChoose(ends.year)}>
          {t("asof.year-end")}
        </Button>
      </div>
      <Calendar
        fullscreen={false}
        value={dayjs(asOf)}
        validRange={[dayjs(`${Number(today.slice(0, 4)) - 3}-01-01`), dayjs(today)]}
        onSelect={(day, { source }) => {
          const text = day.format("YYYY-MM-DD");
          if (source === "date" && isPlainDate(text)) onChoose(text);
        }}
      />
      <div className="known-on">
        <span className="t2">{t("asof.known")}</span>
        <Segmented
          size="small"
          value={knownOn === undefined ? "now" : knownOn === asOf ? "then" : "other"}
          options={[
            { value: "now", label: t("asof.known-now") },
            { value: "then", label: t("asof.known-then") },
            ...(knownOn === undefined || knownOn === asOf ? [] : [{ value: "other", label: knownOn }]),
          ]}
          onChange={(value) => onKnow(value === "now" ? undefined : value === "then" ? asOf : knownOn)}
        />
        <DayField
          label={t("asof.known-day")}
          value={knownOn}
          max={today}
          onChange={(day) => onKnow(day !== undefined && isPlainDate(day) ? day : undefined)}
        />
      </div>
    </div>
  );
}
