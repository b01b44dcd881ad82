import { type EstablishmentDetail, renderProblem } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SectionTitle } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare, RiskBars } from "../../components/grade-square.js";
import { usePeriodName } from "../../components/period.js";
import { DutyMark } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { GradeGround } from "./grade-ground.js";

/** Both arms of the chain, the grades with their grounds, and the visits. */
export function EstablishmentBody({
  detail,
  compact = false,
  riskAction,
}: {
  detail: EstablishmentDetail;
  compact?: boolean;
  /** What may be done about the risk grade, beside it. */
  riskAction?: ReactNode;
}) {
  return (
    <>
      <Arms detail={detail} />
      <div className="two mt16">
        <div>
          <Grades detail={detail} riskAction={riskAction} />
        </div>
        <div>
          <Visits detail={detail} limit={compact ? 4 : 8} />
        </div>
      </div>
    </>
  );
}

function useToday(): string {
  const trpc = useTRPC();
  const scope = useScope();
  const status = useQuery(trpc.office.status.queryOptions({}));
  return scope.asOf ?? status.data?.today ?? "";
}

function Arms({ detail }: { detail: EstablishmentDetail }) {
  const { t, locale, name, clauses, list } = useText();
  const { establishment: facts, official, gaps } = detail;
  const level = detail.expectedLevel ?? official?.level ?? null;
  return (
    <>
      <SectionTitle
        right={
          <DoorLink
            door={{
              to: "/chain",
              search: facts.place === null ? {} : { territory: facts.place.slice(0, 9) },
            }}
          >
            {t("establishment.in-tree")}
          </DoorLink>
        }
      >
        {t("establishment.chain", { date: useToday() })}
      </SectionTitle>
      <div className="arms">
        <div className="arm">
          <div className="arm-h">{t("establishment.territorial")}</div>
          <ul>
            {facts.state === "closed" ? (
              <li>
                <span>{t("registry.official")}</span>
                <b className="t3">{t("establishment.pairing-over")}</b>
              </li>
            ) : official === null ? (
              <li className="gap">
                <span>{t("registry.official")}</span>
                <b>{t("establishment.nobody")}</b>
                <small className="amber">
                  {level === null
                    ? t("establishment.nobody-ungraded")
                    : t("establishment.nobody-hint", { level: name("level", level) })}
                </small>
              </li>
            ) : (
              <li className="key">
                <span>
                  {t("establishment.pairing", {
                    level: official.level === null ? t("common.unknown") : name("level", official.level),
                  })}
                </span>
                <b>
                  {official.id === null ? (
                    official.name
                  ) : (
                    <DoorLink door={{ to: "/chain/official/$id", params: { id: official.id } }}>
                      {official.name}
                    </DoorLink>
                  )}
                </b>
                <small>
                  {clauses(
                    official.unit,
                    official.post,
                    official.load === null ? "" : t("establishment.load", { n: official.load }),
                  )}
                </small>
              </li>
            )}
            <li>
              <span>{t("establishment.place-of")}</span>
              <b>{detail.placeName === "" ? t("registry.place-unknown") : detail.placeName}</b>
              <small className="code">{facts.place ?? facts.placeText ?? ""}</small>
            </li>
            {gaps.map((gap) => (
              <li key={gap.code} className="gap">
                <small className="amber">{renderProblem(gap, locale)}</small>
              </li>
            ))}
          </ul>
        </div>
        <div className="arm">
          <div className="arm-h">{t("establishment.business")}</div>
          <ul>
            <Person caption={t("establishment.person")} name={facts.personInCharge} first />
            <Person caption={t("establishment.director")} name={facts.foodSafetyDirector} />
            <Person
              caption={t("establishment.officers")}
              name={facts.foodSafetyOfficers.length === 0 ? null : list(facts.foodSafetyOfficers)}
            />
          </ul>
        </div>
      </div>
    </>
  );
}

function Person({ caption, name, first = false }: { caption: string; name: string | null; first?: boolean }) {
  const { t } = useText();
  return (
    <li className={first && name !== null ? "key" : ""}>
      <span>{caption}</span>
      {name === null ? <small>{t("establishment.not-known")}</small> : <b>{name}</b>}
    </li>
  );
}

function Grades({ detail, riskAction }: { detail: EstablishmentDetail; riskAction: ReactNode }) {
  const { t, locale, colon } = useText();
  const { grade, riskGrade } = detail;
  return (
    <>
      <SectionTitle>{t("establishment.grades")}</SectionTitle>
      {grade === null ? (
        <div className="why miss">
          <div className="row">
            <GradeSquare grade={null} />
            <b>{t("establishment.ungraded")}</b>
          </div>
          <ul>
            {detail.gradeRefusal.map((problem) => (
              <li key={problem.code}>{renderProblem(problem, locale)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="why" data-testid="grade-why">
          <div className="row">
            <GradeSquare grade={grade.grade} />
            <b>{t("establishment.pairing-grade")}</b>
            <ReviewMark of={detail.establishment.id} />
            <span className="r t3 sm">{t("common.since", { date: grade.from })}</span>
          </div>
          {detail.gradeGround?.basis === null && (
            <p>
              {t("establishment.rule", { rule: grade.ruleId, title: detail.gradeRuleTitle?.[locale] ?? "" })}
            </p>
          )}
          <GradeGround detail={detail} />
        </div>
      )}
      <div className="why mt8">
        <div className="row">
          <RiskBars grade={riskGrade?.grade ?? null} />
          <b>{t("establishment.risk-grade")}</b>
          <ReviewMark of={detail.establishment.id} scale="risk" />
          {riskGrade !== null && (
            <span className="r t3 sm">{t("common.since", { date: riskGrade.from })}</span>
          )}
        </div>
        <p>
          {riskGrade === null ? (
            <span className="t3">{t("establishment.risk-none")}</span>
          ) : (
            riskGrade.source + colon + riskGrade.basis
          )}
        </p>
        {riskAction !== undefined && <div className="row mt8">{riskAction}</div>}
      </div>
    </>
  );
}

function Visits({ detail, limit }: { detail: EstablishmentDetail; limit: number }) {
  const { t, name, clauses } = useText();
  const periodName = usePeriodName();
  const { visits, duty } = detail;
  return (
    <>
      <SectionTitle>{t("establishment.visits")}</SectionTitle>
      <ul className="mini">
        <li>
          <span>
            {t("establishment.duty", { window: periodName(duty.window) })}{" "}
            <DutyMark state={duty.state} daysLeft={duty.daysLeft} inline />
          </span>
          <span className="t3">
            {t("establishment.made-of", { made: duty.made, required: duty.required })}
          </span>
        </li>
        {visits.slice(0, limit).map((visit) => (
          <li key={visit.id}>
            <span className="ell">
              <DoorLink door={{ to: "/visits/$id", params: { id: visit.id } }} className="link">
                {visit.madeOn}
              </DoorLink>{" "}
              {clauses(isMode(visit.mode) ? name("mode", visit.mode) : visit.mode, visit.official)}
            </span>
            <span className="t3">
              {visit.valid ? (
                t("establishment.answers-no", { n: visit.no })
              ) : (
                <span className="amber">{t("establishment.invalid")}</span>
              )}
            </span>
          </li>
        ))}
        {visits.length === 0 && <li className="t3">{t("establishment.no-visits")}</li>}
      </ul>
    </>
  );
}

const isMode = (mode: string): mode is "on-site" | "joint" | "briefing" | "video" =>
  ["on-site", "joint", "briefing", "video"].includes(mode);
