import { label, pairingGrades, type RulesEffectView, renderProblem } from "@shian/domain";
import { SectionTitle } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { SmallTable } from "../../components/paged-rows.js";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

const toHours = (minutes: number): string => formatCount(Math.round(minutes / 60));
/** Visits of a quarter: a fourth of those of a year, which need not be whole. */
const toQuarter = (inYear: number): string => {
  const [whole = "", part] = String(inYear / 4).split(".");
  return `${formatCount(Number(whole))}${part === undefined ? "" : `.${part}`}`;
};

function Change({
  before,
  after,
  show = formatCount,
}: {
  before: number;
  after: number;
  show?: (n: number) => string;
}) {
  if (before === after) return <span className="t3">{show(before)}</span>;
  const sign = after > before ? "+" : "−";
  return (
    <>
      {show(before)} → <b>{show(after)}</b>{" "}
      <small className="t2">
        {sign}
        {show(Math.abs(after - before))}
      </small>
    </>
  );
}

/** What a change of the rules would do: who moves, who has no grade, gaps, visits, whose work changes. */
export function EffectView({ effect }: { effect: RulesEffectView }) {
  const { t, locale, name } = useText();
  const gapKinds = Object.keys(effect.gaps.before) as (keyof typeof effect.gaps.before)[];
  const changedGaps = gapKinds.filter((kind) => effect.gaps.before[kind] !== effect.gaps.after[kind]);
  return (
    <div data-testid="effect">
      <p className="t2 mb12">
        {t("effect.from", { date: effect.from, n: formatCount(effect.establishments) })}
      </p>
      <div className="two">
        <div>
          <SectionTitle>{t("effect.moves")}</SectionTitle>
          <ul className="mini">
            {effect.moves.map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>
                <span className="row">
                  <GradeSquare grade={from} /> → <GradeSquare grade={to} />
                </span>
                <b>{formatCount(count)}</b>
              </li>
            ))}
            {effect.moves.length === 0 && <li className="t3">{t("effect.no-moves")}</li>}
            <li>
              <span className="t2">{t("effect.unchanged")}</span>
              <span>{formatCount(effect.unchanged)}</span>
            </li>
            {effect.excepted > 0 && (
              <li>
                <span className="t2">{t("effect.excepted")}</span>
                <span>{formatCount(effect.excepted)}</span>
              </li>
            )}
            {effect.refused.kept > 0 && (
              <li>
                <span className="amber">{t("effect.refused-kept")}</span>
                <span>{formatCount(effect.refused.kept)}</span>
              </li>
            )}
            {effect.refused.ungraded > 0 && (
              <li>
                <span className="amber">{t("effect.refused-none")}</span>
                <span>{formatCount(effect.refused.ungraded)}</span>
              </li>
            )}
            {effect.refused.reasons.map(({ code, count }) => (
              <li key={code}>
                <small className="t3">{renderProblem({ code, params: { scheme: "" } }, locale)}</small>
                <small>{formatCount(count)}</small>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <SectionTitle>{t("effect.visits")}</SectionTitle>
          <ul className="mini">
            {pairingGrades.map((grade) => (
              <li key={grade}>
                <span className="row">
                  <GradeSquare grade={grade} />
                  <span className="t3">
                    <Change
                      before={effect.grades.before[grade as "A"]}
                      after={effect.grades.after[grade as "A"]}
                    />{" "}
                    {t("common.unit-firms")}
                  </span>
                </span>
                <span>
                  <Change
                    before={effect.visits.before[grade as "A"]}
                    after={effect.visits.after[grade as "A"]}
                    show={toQuarter}
                  />
                </span>
              </li>
            ))}
            <li>
              <span>{t("common.total")}</span>
              <span>
                <Change
                  before={effect.visits.before.total}
                  after={effect.visits.after.total}
                  show={toQuarter}
                />
              </span>
            </li>
            <li>
              <span>
                {t("effect.hours")}{" "}
                {effect.minutesDemonstration && <Tag tone="plain">{t("common.demo-scheme")}</Tag>}
              </span>
              <span>
                <Change before={effect.minutes.before} after={effect.minutes.after} show={toHours} />
              </span>
            </li>
          </ul>
          <SectionTitle>{t("effect.gaps")}</SectionTitle>
          <ul className="mini">
            {changedGaps.map((kind) => (
              <li key={kind}>
                <span>{name("gap", kind)}</span>
                <span>
                  <Change before={effect.gaps.before[kind]} after={effect.gaps.after[kind]} />
                </span>
              </li>
            ))}
            {changedGaps.length === 0 && <li className="t3">{t("effect.unchanged")}</li>}
          </ul>
        </div>
      </div>
      <SectionTitle>{t("effect.officials")}</SectionTitle>
      {effect.officialsChanged === 0 ? (
        <p className="t3">{t("effect.no-officials")}</p>
      ) : (
        <>
          <p className="t3 sm mb8">
            {t("effect.officials-n", { n: effect.officialsChanged, shown: effect.officials.length })}
          </p>
          <div className="rule-list">
            <SmallTable
              head={
                <>
                  <th>{t("effect.official")}</th>
                  <th className="num">{t("effect.establishments")}</th>
                  <th className="num">{t("effect.broken")}</th>
                  <th className="num">{t("effect.visits-year")}</th>
                  <th className="num">{t("effect.hours-year")}</th>
                </>
              }
            >
              {effect.officials.map(({ id, name: who, unit, level, before, after }) => (
                <tr key={id}>
                  <td>
                    <DoorLink door={{ to: "/chain/official/$id", params: { id } }}>{who}</DoorLink>
                    <small>
                      {[level === null ? "" : label(`level/${level}`, locale), unit]
                        .filter((part) => part !== "")
                        .join(" · ")}
                    </small>
                  </td>
                  <td className="num">{formatCount(after.establishments)}</td>
                  <td className="num">
                    <Change before={before.broken} after={after.broken} />
                  </td>
                  <td className="num">
                    <Change before={before.visitsInYear} after={after.visitsInYear} />
                  </td>
                  <td className="num">
                    <Change before={before.minutesInYear} after={after.minutesInYear} show={toHours} />
                  </td>
                </tr>
              ))}
            </SmallTable>
          </div>
        </>
      )}
    </div>
  );
}
