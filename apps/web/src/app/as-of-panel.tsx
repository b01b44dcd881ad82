import { isPlainDate, type PlainDate } from "@shian/domain";
import { Button, Calendar } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useText } from "../text/use-text.js";

/** A calendar of days up to today, with the ends of the last quarter and year at hand. */
export default function AsOfPanel({
  asOf,
  today,
  ends,
  onChoose,
}: {
  asOf: PlainDate;
  today: PlainDate;
  ends: { quarter: PlainDate; year: PlainDate };
  onChoose: (day: PlainDate | undefined) => void;
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
    </div>
  );
}
