import type { AllocationPreview } from "@shian/domain";
import { formatCount } from "../../components/figures.js";
import { useText } from "../../text/use-text.js";

type LevelLoads = AllocationPreview["levels"][number];

const WIDTH = 600;
const LEFT = 56;
const MOST_DOTS = 9;
const STEP = 11;

/** Everybody's load now and afterwards: a dot for an official, or for several alike where there are many. */
export function LoadDots({ title, level }: { title: string; level: LevelLoads }) {
  const { t } = useText();
  const rows = [
    {
      key: "before",
      caption: t("allocation.before"),
      side: level.before,
      fill: "var(--ant-color-text-tertiary)",
    },
    { key: "after", caption: t("allocation.after"), side: level.after, fill: "var(--ant-color-primary)" },
  ];
  const largest = Math.max(level.before.largest, level.after.largest, 1);
  const tallest = Math.max(...rows.flatMap(({ side }) => side.loads.map(({ officials }) => officials)), 1);
  const each = Math.max(1, Math.ceil(tallest / MOST_DOTS));
  const height = Math.min(MOST_DOTS, Math.ceil(tallest / each)) * STEP + 10;
  const toX = (load: number) => LEFT + 8 + (load / largest) * (WIDTH - LEFT - 24);
  const steps = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * largest));
  return (
    <div className="mt16">
      <div className="t3">
        {t("allocation.dots", { level: title, officials: formatCount(level.officials) })}
        {each > 1 && t("allocation.dots-each", { n: formatCount(each) })}
        {` · ${t("allocation.range")} ${level.before.smallest}–${level.before.largest} → ${level.after.smallest}–${level.after.largest}`}
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${2 * height + 24}`}
        width="100%"
        className="load-dots"
        role="img"
        aria-label={`${title}: ${level.before.smallest}–${level.before.largest} → ${level.after.smallest}–${level.after.largest}`}
      >
        {rows.map(({ key, caption, side, fill }, row) => {
          const base = (row + 1) * height;
          return (
            <g key={key}>
              <text x={0} y={base - 6} fontSize={12} fill="var(--ant-color-text)">
                {caption}
              </text>
              <line x1={LEFT} x2={WIDTH} y1={base} y2={base} stroke="var(--ant-color-border)" />
              {side.loads.flatMap(({ load, officials }) =>
                Array.from({ length: Math.ceil(officials / each) }, (_, dot) => (
                  // A dot is its place: load and height.
                  <circle
                    key={`${load}-${dot.toString()}`}
                    cx={toX(load)}
                    cy={base - 6 - dot * STEP}
                    r={4}
                    fill={fill}
                  />
                )),
              )}
            </g>
          );
        })}
        {[...new Set(steps)].map((load) => (
          <text
            key={load}
            x={toX(load)}
            y={2 * height + 16}
            fontSize={11}
            textAnchor="middle"
            fill="var(--ant-color-text-tertiary)"
          >
            {load}
          </text>
        ))}
      </svg>
    </div>
  );
}
