import { type PlainDate, toPlainDate } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../components/icon.js";
import { LoadingRows } from "../components/loading.js";
import { usePeriodName } from "../components/period.js";
import { useScope } from "../navigation/use-scope.js";
import { useText } from "../text/use-text.js";

const AsOfPanel = lazy(() => import("./as-of-panel.js"));

/** The last day of the quarter and of the year before the day. */
export function findFormerEnds(today: PlainDate): { quarter: PlainDate; year: PlainDate } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const quarterStart = Math.floor((month - 1) / 3) * 3 + 1;
  const quarter =
    quarterStart === 1
      ? `${year - 1}-12-31`
      : `${year}-${{ 4: "03-31", 7: "06-30", 10: "09-30" }[quarterStart]}`;
  return { quarter: toPlainDate(quarter), year: toPlainDate(`${year - 1}-12-31`) };
}

/** Chooses the day that all figures are of; it stands in the address. */
export function AsOfPicker({ today }: { today: PlainDate }) {
  const { t } = useText();
  const scope = useScope();
  const navigate = useNavigate();
  const periodName = usePeriodName();
  const [open, setOpen] = useState(false);
  const asOf = scope.asOf ?? today;
  const quarter = `${asOf.slice(0, 4)}Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`;
  const go = (days: { asOf?: PlainDate | undefined; knownOn?: PlainDate | undefined }) =>
    void navigate({ to: ".", search: ((old: object) => ({ ...old, ...days })) as never });
  const choose = (day: PlainDate | undefined) => {
    setOpen(false);
    // Today is known today; another day keeps whose knowledge was asked for.
    go(day === undefined || day === today ? { asOf: undefined, knownOn: undefined } : { asOf: day });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<LoadingRows rows={3} />}>
          <AsOfPanel
            asOf={asOf}
            knownOn={scope.knownOn}
            today={today}
            ends={findFormerEnds(today)}
            onChoose={choose}
            onKnow={(day) => go({ knownOn: day === today ? undefined : day })}
          />
        </Suspense>
      }
    >
      <button type="button" className="tb box" aria-label={t("asof.title")}>
        <Icon name="calendar" />
        {periodName(quarter)}
        <span className="t3">{t("asof.short", { date: asOf.slice(5) })}</span>
        <Icon name="down" small />
      </button>
    </Popover>
  );
}
