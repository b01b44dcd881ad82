import { formatPoints } from "@shian/domain";
import { useText } from "../text/use-text.js";
import { formatFullPoints } from "./figures.js";

export type ScoreBarProps = {
  /** Whole hundredths, all of them. */
  secured: number;
  open: number;
  lost: number;
  line: number;
  lower: number;
  upper: number;
  segments?: readonly { id: string; title: string; points: number }[];
  tall?: boolean;
};

/** Points secured, open and lost on one bar with the pass line; an unfinished score is a pair, never one number. */
export function ScoreBar({ secured, open, lost, line, lower, upper, segments, tall = false }: ScoreBarProps) {
  const { t } = useText();
  const full = secured + open + lost;
  const reach = Math.max(full, line, 1);
  const at = (points: number) => `${Math.min(100, Math.max(0, (points / reach) * 100))}%`;
  const label = t("score.bar-label", {
    secured: formatPoints(secured),
    open: formatPoints(open),
    lost: formatPoints(lost),
    line: formatFullPoints(line),
  });
  const short = line - lower;
  return (
    <div className={tall ? "scorebar tall" : "scorebar"} role="img" aria-label={label}>
      <div className="sb-line" style={{ left: at(line) }}>
        <b>{t("score.line", { line: formatFullPoints(line) })}</b>
      </div>
      {tall && short > 0 && lower < line && (
        <div className="sb-gap" style={{ left: at(lower), width: `calc(${at(line)} - ${at(lower)})` }}>
          <b>{t("score.short", { n: formatPoints(short) })}</b>
        </div>
      )}
      <div className="sb-track">
        {(segments ?? [{ id: "all", title: t("score.secured"), points: secured }]).map((segment) => (
          <i
            key={segment.id}
            className="sb-sec"
            style={{ width: at(segment.points) }}
            title={`${segment.title} ${formatPoints(segment.points)}`}
          >
            {segment.points / reach > 0.09 && (
              <span>
                {segment.title} {formatPoints(segment.points)}
              </span>
            )}
          </i>
        ))}
        {open > 0 && (
          <i
            className="sw-open"
            style={{ width: at(open) }}
            title={`${t("score.open")} ${formatPoints(open)}`}
          />
        )}
        {lost > 0 && (
          <i
            className="sw-lost"
            style={{ width: at(lost) }}
            title={`${t("score.lost")} ${formatPoints(lost)}`}
          />
        )}
      </div>
      <div className="sb-axis">
        <span className="t3">0</span>
        <span className={lower / reach > 0.5 ? "sb-end" : ""} style={{ left: at(lower) }}>
          {t("score.lower", { n: formatPoints(lower) })}
        </span>
        {upper > lower && (
          <span
            className={upper / reach > 0.9 ? "sb-last" : ""}
            style={upper / reach > 0.9 ? {} : { left: at(upper) }}
          >
            {t("score.upper", { n: formatPoints(upper) })}
          </span>
        )}
      </div>
    </div>
  );
}

/** One section's points as a thin bar in proportion to the largest section. */
export function SplitBar({
  secured,
  open,
  lost,
  largest,
}: {
  secured: number;
  open: number;
  lost: number;
  largest: number;
}) {
  const sum = secured + open + lost;
  return (
    <div
      className="split"
      style={{ width: `${largest === 0 ? 0 : (sum / largest) * 100}%` }}
      aria-hidden="true"
    >
      {secured > 0 && <i className="sw-sec" style={{ flex: secured }} />}
      {open > 0 && <i className="sw-open" style={{ flex: open }} />}
      {lost > 0 && <i className="sw-lost" style={{ flex: lost }} />}
    </div>
  );
}

/** What the fills of a score mean, in drawing order. */
export function ScoreLegend({
  secured,
  open,
  lost,
  notes,
}: {
  secured: number;
  open: number;
  lost: number;
  notes?: { open?: string; lost?: string };
}) {
  const { t } = useText();
  return (
    <span className="legend">
      <span>
        <i className="sw-sec" />
        {t("score.secured")} {formatPoints(secured)}
      </span>
      <span>
        <i className="sw-open" />
        {t("score.open")} {formatPoints(open)}
        {notes?.open}
      </span>
      <span>
        <i className="sw-lost" />
        {t("score.lost")} {formatPoints(lost)}
        {notes?.lost}
      </span>
    </span>
  );
}
