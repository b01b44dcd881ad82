import { formatPoints, type Overview } from "@shian/domain";
import { Card } from "../../components/card.js";
import { DoorLink, formatFullPoints, NumberLink, Stat } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { ScoreBar, ScoreLegend, SplitBar } from "../../components/score-bar.js";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

const verdictTone = { pass: "green", fail: "red", undetermined: "amber" } as const;

type Score = NonNullable<Overview["score"]>;

/** Sections that carry points; those after the ones that make up the base stand apart, being bonus. */
function listSections(score: Score): { section: Score["sections"][number]; isApart: boolean }[] {
  let sum = 0;
  return score.sections
    .map((section) => {
      const isApart = sum === score.points;
      sum += section.points;
      return { section, isApart };
    })
    .filter(({ section }) => section.points > 0);
}

/** Would we pass today: score against the pass line with what is open and what is lost. */
export function ScoreCard({ score }: { score: Overview["score"] }) {
  const { t, comma } = useText();
  if (score === null)
    return (
      <Card span={6} title={t("overview.pass")}>
        <Blank
          icon="target"
          title={t("overview.no-rubric")}
          hint={t("overview.no-rubric-hint")}
          actions={
            <DoorLink door={{ to: "/evaluation" }} className="btn pri">
              {t("overview.import-rubric")}
            </DoorLink>
          }
        />
      </Card>
    );
  const short = score.line - score.lower;
  const largest = Math.max(...score.sections.map((section) => section.points), 1);
  const full = formatFullPoints(score.points);
  const costliest = score.costliest.slice(0, 2);
  return (
    <Card
      span={6}
      title={t("overview.pass")}
      note={score.official ? score.title : <Tag tone="plain">{t("common.demo-rubric")}</Tag>}
      right={
        <DoorLink door={{ to: "/evaluation" }} className="sm">
          {t("overview.to-evaluation")}
        </DoorLink>
      }
      footer={
        <>
          <ScoreLegend secured={score.base} open={score.open} lost={score.lost} />
          {costliest.length > 0 && (
            <span className="r ell">
              {t("overview.costliest")}
              {costliest.map((item, index) => (
                <span key={item.item}>
                  {index > 0 && comma}
                  <DoorLink door={{ to: "/evaluation", search: { item: item.item } }}>
                    {item.item} −{formatPoints(item.lost)}
                  </DoorLink>
                </span>
              ))}
            </span>
          )}
        </>
      }
    >
      <div className="stats" style={{ marginBottom: 0 }}>
        <Stat
          caption={t("overview.score")}
          size="big"
          unit={
            short > 0
              ? t("overview.score-short", { full, short: formatPoints(short) })
              : t("overview.score-over", { full, over: formatPoints(-short) })
          }
        >
          <span data-testid="score-lower">
            <NumberLink n={1} door={{ to: "/evaluation" }}>
              {formatPoints(score.lower)}
            </NumberLink>
          </span>
        </Stat>
        <Stat caption={t("overview.verdict")} tone={verdictTone[score.verdict]}>
          {t(`verdict.${score.verdict}`)}
        </Stat>
        <Stat
          caption={t("overview.vetoes")}
          unit={t("overview.vetoes-unit", { n: score.vetoes.unmeasured })}
          tone={score.vetoes.triggered > 0 ? "red" : undefined}
        >
          <NumberLink n={score.vetoes.triggered} door={{ to: "/evaluation", search: { show: "veto" } }}>
            {score.vetoes.triggered}
          </NumberLink>
        </Stat>
        <Stat caption={t("overview.bonus")}>
          <NumberLink n={1} door={{ to: "/evaluation", search: { show: "bonus" } }}>
            {formatPoints(score.bonus)}
          </NumberLink>
        </Stat>
      </div>
      <ScoreBar
        secured={score.base}
        open={score.open}
        lost={score.lost}
        line={score.line}
        lower={score.lower}
        upper={score.upper}
      />
      <div className="scroll-x">
        <table className="tbl s edge">
          <thead>
            <tr>
              <th>{t("overview.section")}</th>
              <th className="opt">{t("overview.made-of")}</th>
              <th className="num">{t("overview.obtained")}</th>
              <th className="num">{t("score.open")}</th>
              <th className="num">{t("score.lost")}</th>
            </tr>
          </thead>
          <tbody>
            {listSections(score).map(({ section, isApart }) => (
              <tr key={section.id}>
                <td>
                  {section.title} {isApart && <span className="t3 sm">{t("overview.bonus")}</span>}
                </td>
                <td className="opt" style={{ width: "34%" }}>
                  <SplitBar
                    secured={section.obtained}
                    open={section.open}
                    lost={section.lost}
                    largest={largest}
                  />
                </td>
                <td className="num nw">
                  <span className="strong">{formatPoints(section.obtained)}</span>{" "}
                  <span className="t3">/ {formatFullPoints(section.points)}</span>
                </td>
                <td className="num">
                  <NumberLink n={section.open} door={{ to: "/evaluation", search: { show: "open" } }}>
                    {section.open === 0 ? undefined : formatPoints(section.open)}
                  </NumberLink>
                </td>
                <td className="num">
                  <NumberLink n={section.lost} door={{ to: "/evaluation", search: { show: "lost" } }}>
                    {section.lost === 0 ? undefined : formatPoints(section.lost)}
                  </NumberLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
