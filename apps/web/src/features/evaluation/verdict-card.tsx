import { type EvaluationView, formatPoints, renderProblem, toHundredths } from "@shian/domain";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatFullPoints, NumberLink, Stat } from "../../components/figures.js";
import { ScoreBar, ScoreLegend } from "../../components/score-bar.js";
import { useText } from "../../text/use-text.js";
import { baseKinds, type ItemState, isKeyShort, sumItems } from "./compose-items.js";

const verdictTone = { pass: "green", fail: "red", undetermined: "amber" } as const;
const shownReasons = 3;

/** Would we pass: verdict, bounds, what stands in the way, and the bar. */
export function VerdictCard({
  view,
  items,
  onOpen,
}: {
  view: EvaluationView;
  items: readonly ItemState[];
  onOpen: (item: string) => void;
}) {
  const { t } = useText();
  const { sheet, rubric } = view;
  const { passRule } = rubric;
  const base = sumItems(items, baseKinds);
  const line = toHundredths(passRule.minTotal);
  const keys = items.filter(({ item }) => item.kind === "key");
  const short = keys.filter((state) => isKeyShort(state, passRule.minKeyItemRate));
  const triggered = sheet.vetoes.filter((veto) => veto.status === "triggered").length;
  const openVetoes = sheet.vetoes.filter((veto) => veto.status === "unmeasured").length;
  const openItems = items.filter(
    ({ item, status }) => baseKinds.includes(item.kind) && status === "unmeasured",
  ).length;
  const lostItems = items.filter(({ item, lost }) => baseKinds.includes(item.kind) && lost > 0).length;
  const full = items.filter(
    ({ item, status, lost }) => baseKinds.includes(item.kind) && status === "measured" && lost === 0,
  ).length;
  const rate = `${Math.round(passRule.minKeyItemRate * 1000) / 10}%`;
  const segments = rubric.sections
    .map((section) => ({
      id: section.id,
      title: section.title,
      points: sumItems(
        items.filter((state) => state.sectionId === section.id),
        baseKinds,
      ).obtained,
    }))
    .filter((segment) => segment.points > 0);
  return (
    <Card
      className="mb16"
      label={t("evaluation.verdict")}
      footer={
        <>
          <ScoreLegend
            secured={base.obtained}
            open={base.open}
            lost={base.lost}
            notes={{
              open: t("evaluation.notes-open", { n: openItems }),
              lost: t("evaluation.notes-open", { n: lostItems }),
            }}
          />
          <span className="r">{t("evaluation.full-items", { n: full })}</span>
        </>
      }
    >
      <div className="verdict-row">
        <div className="stats">
          <Stat caption={t("evaluation.verdict")} tone={verdictTone[sheet.verdict]}>
            {t(`verdict.${sheet.verdict}`)}
          </Stat>
          <Stat caption={t("evaluation.lower")} unit={`/ ${formatFullPoints(base.points)}`}>
            <span data-testid="sheet-lower">{formatPoints(sheet.lower)}</span>
          </Stat>
          <Stat caption={t("evaluation.upper")}>{formatPoints(sheet.upper)}</Stat>
          <Stat
            caption={t("evaluation.key-short", { rate })}
            unit={t("evaluation.of-keys", { n: keys.length })}
            tone={short.length > 0 ? "red" : undefined}
          >
            <NumberLink n={short.length} door={{ to: "/evaluation", search: { show: "key" } }}>
              {short.length}
            </NumberLink>
          </Stat>
          <Stat
            caption={t("evaluation.vetoes")}
            unit={t("evaluation.vetoes-unit", { n: openVetoes })}
            tone={triggered > 0 ? "red" : undefined}
          >
            <NumberLink n={triggered} door={{ to: "/evaluation", search: { show: "veto" } }}>
              {triggered}
            </NumberLink>
          </Stat>
          <Stat
            caption={t(passRule.bonusCounts ? "evaluation.bonus-in" : "evaluation.bonus-apart")}
            unit={
              passRule.bonusCap === null
                ? undefined
                : t("evaluation.bonus-cap", { n: formatFullPoints(toHundredths(passRule.bonusCap)) })
            }
          >
            <DoorLink door={{ to: "/evaluation", search: { show: "bonus" } }} className="n">
              {formatPoints(sheet.bonus)}
            </DoorLink>
          </Stat>
        </div>
        <Reasons view={view} onOpen={onOpen} />
      </div>
      <ScoreBar
        tall
        secured={base.obtained}
        open={base.open}
        lost={base.lost}
        line={line}
        lower={sheet.lower}
        upper={sheet.upper}
        segments={segments}
      />
    </Card>
  );
}

function Reasons({ view, onOpen }: { view: EvaluationView; onOpen: (item: string) => void }) {
  const { t, locale } = useText();
  const [all, setAll] = useState(false);
  const { reasons } = view.sheet;
  if (reasons.length === 0) return null;
  const rest = reasons.length - shownReasons;
  return (
    <div className="why-list">
      <span className="t3 sm">{t("evaluation.why")}</span>
      <ul>
        {(all ? reasons : reasons.slice(0, shownReasons)).map((reason) => {
          const item = reason.params.item;
          const sentence = renderProblem(reason, locale);
          return (
            <li key={`${reason.code}${item ?? ""}`}>
              {typeof item === "string" ? (
                <button type="button" className="btn link" onClick={() => onOpen(item)}>
                  {sentence}
                </button>
              ) : (
                sentence
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" className="btn link sm" onClick={() => setAll(!all)}>
          {all ? t("evaluation.why-less") : t("evaluation.why-more", { n: rest })}
        </button>
      )}
    </div>
  );
}
