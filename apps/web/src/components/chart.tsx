import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef, useState } from "react";
import { useText } from "../text/use-text.js";
import { useMode } from "../theme/appearance.js";
import { darkTokens, lightTokens, meaningColours } from "../theme/tokens.js";

export type ChartColours = {
  text: string;
  secondary: string;
  split: string;
  line: string;
  ramp: readonly string[];
};

const coloursOf = (mode: "light" | "dark"): ChartColours => {
  const tokens = mode === "dark" ? darkTokens.token : lightTokens.token;
  const own = meaningColours[mode];
  return {
    text: tokens.colorText,
    secondary: tokens.colorTextSecondary,
    split: tokens.colorBorderSecondary,
    line: own.scoreLine,
    ramp: [own.map1, own.map2, own.map3, own.map4, own.map5],
  };
};

/** A chart with its figures as a label; ECharts is loaded when the first chart is shown. */
export function Chart({
  option,
  label,
  height,
  onPick,
}: {
  option: (colours: ChartColours) => EChartsCoreOption;
  label: string;
  height: number;
  onPick?: (index: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { t } = useText();
  const mode = useMode();
  const [ready, setReady] = useState(false);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [colours, setColours] = useState(() => coloursOf(mode));
  useEffect(() => setColours(coloursOf(mode)), [mode]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let dispose = () => {};
    let gone = false;
    import("./echarts-core.js").then(
      ({ startChart }) => {
        if (gone) return;
        const chart = startChart(element);
        chart.setOption({ animationDuration: 160, ...option(colours) });
        chart.on("click", ({ dataIndex }) => pick.current?.(dataIndex));
        const observer = new ResizeObserver(() => chart.resize());
        observer.observe(element);
        setReady(true);
        dispose = () => {
          observer.disconnect();
          chart.dispose();
        };
      },
      () => setReady(true),
    );
    return () => {
      gone = true;
      dispose();
    };
  }, [option, colours]);
  return (
    <div role="img" aria-label={label} className="chart-box" style={{ height }}>
      <div ref={box} style={{ height, width: "100%" }} />
      {!ready && <span className="sr">{t("state.loading")}</span>}
    </div>
  );
}
