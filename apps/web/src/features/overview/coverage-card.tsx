import { formatRate, type Overview } from "@shian/domain";
import { Card } from "../../components/card.js";
import {
  CoverageBar,
  type Door,
  DoorLink,
  formatCount,
  gradeFill,
  NumberLink,
  RateText,
  Stat,
} from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { usePeriodName } from "../../components/period.js";
import { ProgressMark } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

const open = ["on-track", "at-risk"];
const gradeDoor = (grade: string, search: Record<string, unknown>): Door => ({
  to: "/registry",
  search:
    grade === "none"
      ? { graded: false, states: ["active"], ...search }
      : { grades: [grade], states: ["active"], ...search },
});

const isGrade = (grade: string): grade is "A" | "B" | "C" | "D" => ["A", "B", "C", "D"].includes(grade);

/** Is every business in someone's care: coverage by grade against today's line. */
export function CoverageCard({ overview }: { overview: Overview }) {
  const { t, name } = useText();
  const periodName = usePeriodName();
  const { total, line } = overview;
  const lineShare = { done: line.passed, of: line.days };
  const rate = formatRate({ done: total.done, of: total.due });
  const rows = overview.grades.filter(({ grade, cell }) => grade !== "none" || cell.registered > 0);
  return (
    <Card
      span={6}
      title={t("overview.cared")}
      note={t("overview.cared-note", { period: periodName(overview.period) })}
      right={
        <DoorLink door={{ to: "/chain" }} className="sm">
          {t("overview.to-chain")}
        </DoorLink>
      }
      footer={
        <>
          <span className="legend">
            <span>
              <i className="sw-line" />
              {t("overview.line", {
                rate: formatRate(lineShare) ?? "",
                days: line.days,
                passed: line.passed,
              })}
            </span>
          </span>
          <span className="r">
            {t("overview.first-round", {
              done: formatCount(overview.firstRound.done),
              of: formatCount(overview.firstRound.of),
            })}
            {" · "}
            <RateText rate={overview.firstRound} />
          </span>
        </>
      }
    >
      <div className="stats">
        <Stat
          caption={t("overview.done")}
          size="big"
          unit={t("overview.done-of", {
            due: formatCount(total.due),
            rate: rate ?? name("progress", "nothing-due"),
          })}
        >
          <span data-testid="coverage-done">
            <NumberLink n={total.done} door={{ to: "/registry", search: { duties: ["done"] } }}>
              {formatCount(total.done)}
            </NumberLink>
          </span>
        </Stat>
        <Stat caption={t("overview.not-done")} unit={t("overview.firms-left", { n: overview.daysLeft })}>
          <NumberLink n={total.notDone} door={{ to: "/registry", search: { duties: open } }} />
        </Stat>
        <Stat
          caption={t("overview.nobody")}
          unit={t("common.unit-firms")}
          tone={overview.gaps.nobody > 0 ? "red" : undefined}
        >
          <NumberLink
            n={overview.gaps.nobody}
            tone={overview.gaps.nobody > 0 ? "red" : undefined}
            door={{ to: "/chain", search: { view: "gaps", gap: "nobody" } }}
          />
        </Stat>
        <Stat caption={t("overview.officials")} unit={t("common.unit-people")}>
          <NumberLink n={overview.officials} door={{ to: "/chain", search: { view: "officials" } }} />
        </Stat>
      </div>
      <div className="scroll-x">
        <table className="tbl edge">
          <thead>
            <tr>
              <th>{t("overview.grade")}</th>
              <th className="num opt">{t("overview.registered")}</th>
              <th className="barcell">{t("overview.rate")}</th>
              <th aria-label={t("overview.coverage")} />
              <th className="num">{t("overview.done-due")}</th>
              <th className="num opt">{t("overview.not-done")}</th>
              <th className="opt">{t("overview.progress")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ grade, cell }) => (
              <tr key={grade}>
                <td>
                  <span className="row">
                    <GradeSquare grade={grade} />
                    <span className="nw opt">{t(isGrade(grade) ? `grade.${grade}` : "grade.none")}</span>
                  </span>
                </td>
                <td className="num opt">
                  <NumberLink n={cell.registered} door={gradeDoor(grade, {})} />
                </td>
                <td className="barcell">
                  <CoverageBar
                    rate={{ done: cell.done, of: cell.due }}
                    line={lineShare}
                    fill={gradeFill(grade)}
                  />
                </td>
                <td className="num strong">{formatRate({ done: cell.done, of: cell.due })}</td>
                <td className="num">
                  <NumberLink n={cell.done} door={gradeDoor(grade, { duties: ["done"] })} />{" "}
                  <span className="t3">/ {formatCount(cell.due)}</span>
                </td>
                <td className="num opt">
                  <NumberLink n={cell.notDone} door={gradeDoor(grade, { duties: open })} />
                </td>
                <td className="opt">
                  <ProgressMark progress={cell.progress} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t("common.total")}</td>
              <td className="num opt">{formatCount(total.registered)}</td>
              <td className="barcell">
                <CoverageBar
                  rate={{ done: total.done, of: total.due }}
                  line={lineShare}
                  fill="var(--ant-color-text-tertiary)"
                />
              </td>
              <td className="num">
                <RateText rate={{ done: total.done, of: total.due }} />
              </td>
              <td className="num">
                {formatCount(total.done)} <span className="t3">/ {formatCount(total.due)}</span>
              </td>
              <td className="num opt">{formatCount(total.notDone)}</td>
              <td className="opt">
                <ProgressMark progress={total.progress} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}
