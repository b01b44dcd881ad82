import { compareRates, formatRate, type Overview } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "react";
import { Card } from "../../components/card.js";
import { Chart, type ChartColours } from "../../components/chart.js";
import { DoorLink, formatCount, NumberLink, RateText } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { usePeriodName } from "../../components/period.js";
import { useText } from "../../text/use-text.js";

type Row = Overview["territories"][number];
const rateOf = (row: Row) => ({ done: row.cell.done, of: row.cell.due });

/** Townships with what is overdue and who leads them; a row opens its list. */
export function TownshipsCard({ overview }: { overview: Overview }) {
  const { t } = useText();
  const rows = [...overview.territories].sort(
    (a, b) => b.cell.overdue - a.cell.overdue || compareRates(rateOf(a), rateOf(b)),
  );
  const most = Math.max(...rows.map((row) => row.cell.overdue), 1);
  const { total } = overview;
  const overdueDoor = (territory?: string) => ({
    to: "/visits",
    search: { view: "overdue", ...(territory === undefined ? {} : { territory }) },
  });
  return (
    <Card
      span={7}
      flush
      title={t("overview.townships")}
      note={t("overview.townships-note", { n: formatCount(total.overdue) })}
      right={
        total.overdue > 0 && (
          <DoorLink door={overdueDoor()} className="sm">
            {t("overview.all-overdue", { n: formatCount(total.overdue) })}
          </DoorLink>
        )
      }
    >
      <div className="scroll-x">
        <table className="tbl s">
          <thead>
            <tr>
              <th>{t("overview.place")}</th>
              <th className="opt" style={{ width: "22%" }} aria-label={t("overview.overdue")} />
              <th className="num">{t("overview.overdue")}</th>
              <th className="num">{t("overview.at-risk")}</th>
              <th className="num">{t("overview.nobody")}</th>
              <th className="num opt">{t("overview.done-due")}</th>
              <th className="num">{t("overview.coverage")}</th>
              <th className="opt">{t("overview.leader")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td className="nw">
                  <DoorLink door={{ to: "/registry", search: { territory: row.code } }}>{row.name}</DoorLink>
                </td>
                <td className="opt">
                  {row.cell.overdue > 0 && (
                    <div
                      className="split"
                      style={{ width: `${(row.cell.overdue / most) * 100}%` }}
                      aria-hidden="true"
                    >
                      <i style={{ flex: 1, background: "var(--shian-status-overdue)" }} />
                    </div>
                  )}
                </td>
                <td className="num strong">
                  <NumberLink n={row.cell.overdue} door={overdueDoor(row.code)} />
                </td>
                <td className="num">
                  <NumberLink
                    n={row.cell.atRisk}
                    door={{ to: "/visits", search: { view: "at-risk", territory: row.code } }}
                  />
                </td>
                <td className="num">
                  <NumberLink
                    n={row.nobody}
                    tone="red"
                    door={{
                      to: "/registry",
                      search: { territory: row.code, answered: false, states: ["active"] },
                    }}
                  />
                </td>
                <td className="num nw opt t3">{`${formatCount(row.cell.done)} / ${formatCount(row.cell.due)}`}</td>
                <td className="num nw">
                  <RateText rate={rateOf(row)} />
                </td>
                <td className="nw opt">{row.leader ?? <span className="t3">–</span>}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{overview.territory.name}</td>
              <td className="opt" />
              <td className="num">{formatCount(total.overdue)}</td>
              <td className="num">{formatCount(total.atRisk)}</td>
              <td className="num">{formatCount(overview.gaps.nobody)}</td>
              <td className="num opt">{`${formatCount(total.done)} / ${formatCount(total.due)}`}</td>
              <td className="num">
                <RateText rate={{ done: total.done, of: total.due }} />
              </td>
              <td className="opt" />
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}

/** Coverage by township as bars with today's line; the table beside it is its twin. */
export function TownshipChart({ overview }: { overview: Overview }) {
  const { t, name, list } = useText();
  const periodName = usePeriodName();
  const navigate = useNavigate();
  const rows = useMemo(
    () =>
      overview.territories
        .filter((row) => row.cell.due > 0)
        .sort((a, b) => compareRates(rateOf(b), rateOf(a))),
    [overview.territories],
  );
  const { line } = overview;
  const lineRate = formatRate({ done: line.passed, of: line.days }) ?? "";
  const lineText = t("overview.line-short", { rate: lineRate });
  const option = useCallback(
    (colours: ChartColours): EChartsCoreOption => ({
      grid: { left: 4, right: 4, top: 28, bottom: 4, containLabel: true },
      xAxis: { type: "value", min: 0, max: 1, show: false },
      yAxis: [
        {
          type: "category",
          inverse: true,
          data: rows.map((row) => row.name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { color: colours.text, fontSize: 13 },
        },
        {
          type: "category",
          inverse: true,
          position: "right",
          data: rows.map((row) => formatRate(rateOf(row)) ?? ""),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { color: colours.text, fontSize: 13, fontWeight: 600 },
        },
      ],
      series: [
        {
          type: "bar",
          barWidth: 14,
          cursor: "pointer",
          itemStyle: { borderRadius: 2 },
          data: rows.map((row) => ({
            value: row.cell.done / row.cell.due,
            itemStyle: {
              color:
                colours.ramp[compareRates(rateOf(row), { done: line.passed, of: line.days }) < 0 ? 2 : 3],
            },
          })),
          showBackground: true,
          backgroundStyle: { color: colours.split, borderRadius: 2 },
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: colours.line, width: 2, type: "solid" },
            label: {
              show: true,
              position: "start",
              formatter: lineText,
              color: colours.text,
              fontSize: 12,
              fontWeight: 600,
            },
            data: [{ xAxis: line.days === 0 ? 0 : line.passed / line.days }],
            animation: false,
          },
        },
      ],
    }),
    [rows, line, lineText],
  );
  const label = t("overview.chart-label", {
    rows: list(rows.map((row) => `${row.name} ${formatRate(rateOf(row)) ?? ""}`)),
    line: lineRate,
  });
  return (
    <Card
      span={5}
      title={t("overview.chart")}
      note={t("overview.chart-note", { period: periodName(overview.period) })}
      right={
        <DoorLink door={{ to: "/visits" }} className="sm">
          {t("common.table")}
        </DoorLink>
      }
    >
      {rows.length === 0 ? (
        <Blank icon="bars" title={name("progress", "nothing-due")} />
      ) : (
        <Chart
          option={option}
          label={label}
          height={Math.max(220, rows.length * 33 + 30)}
          onPick={(index) => {
            const row = rows[index];
            if (row !== undefined)
              void navigate({
                to: "/visits",
                search: ((old: object) => ({ ...old, territory: row.code })) as never,
              });
          }}
        />
      )}
    </Card>
  );
}
