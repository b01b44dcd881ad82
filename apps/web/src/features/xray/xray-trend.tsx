import type { Xray } from "@shian/domain";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { useText } from "../../text/use-text.js";

const WIDTH = 300;
const HEIGHT = 80;

/** How the findings went, day by day, as they were counted. */
export function XrayTrend({ trend }: { trend: Xray["trend"] }) {
  const { t } = useText();
  const sums = trend.map(({ error, warning, notice }) => error + warning + notice);
  const most = Math.max(1, ...sums);
  const step = WIDTH / Math.max(1, sums.length - 1);
  const points = sums.map(
    (sum, at) => `${(at * step).toFixed(1)},${(HEIGHT - (sum / most) * (HEIGHT - 4) - 2).toFixed(1)}`,
  );
  const [first, last] = [trend[0], trend.at(-1)];
  return (
    <Card title={t("xray.trend")} note={t("xray.trend-note")}>
      {first === undefined || last === undefined ? (
        <p className="t3">{t("xray.trend-none")}</p>
      ) : (
        <>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            width="100%"
            height={HEIGHT}
            preserveAspectRatio="none"
            role="img"
            aria-label={`${first.day} ${formatCount(sums[0] ?? 0)}, ${last.day} ${formatCount(sums.at(-1) ?? 0)}`}
          >
            <polyline
              points={points.length === 1 ? `0,2 ${WIDTH},2` : points.join(" ")}
              fill="none"
              stroke="var(--ant-color-primary)"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <div className="row t3 sm">
            <span>
              {first.day}　{formatCount(sums[0] ?? 0)}
            </span>
            <span className="r">
              {last.day}　{formatCount(sums.at(-1) ?? 0)}
            </span>
          </div>
        </>
      )}
    </Card>
  );
}
