import { type OfficialDetail, renderProblem } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Card, PageHead } from "../../components/card.js";
import { CoverageBar, DoorLink, formatCount, NumberLink, RateText, Stat } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { LoadingPage } from "../../components/loading.js";
import { MaskedNumber } from "../../components/masked-number.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { DutyMark } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { CommitmentCard } from "./commitment-card.js";
import { HandoverCard } from "./handover-card.js";

/** One official: the directory card, the load and the list of establishments in care. */
export function OfficialPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.official.get.queryOptions({ id, ...toDays(scope) }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

function Page({ detail }: { detail: OfficialDetail }) {
  const { t, locale, clauses } = useText();
  const { official } = detail;
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/chain" }}>{t("nav.chain")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/chain", search: { view: "officials" } }}>{t("nav.officials")}</DoorLink>
          </>
        }
        title={official.name}
        sub={clauses(official.unit, official.post)}
      />
      {detail.gaps.map((gap) => (
        <div className="mb12" key={gap.code}>
          <Notice tone="warn">{renderProblem(gap, locale)}</Notice>
        </div>
      ))}
      <div className="grid">
        <div className="c4 stack">
          <DirectoryCard detail={detail} />
          <CommitmentCard official={official.id} />
          <IfMay operation="handover.list">
            <HandoverCard official={official.id} />
          </IfMay>
        </div>
        <Card
          span={8}
          flush
          title={t("official.list")}
          note={t("official.list-note", { n: formatCount(detail.establishments.length) })}
          right={
            <DoorLink door={{ to: "/registry", search: { official: official.id } }} className="sm">
              {t("official.in-registry")}
            </DoorLink>
          }
        >
          {detail.establishments.length === 0 ? (
            <Blank
              icon="shop"
              title={t("official.empty")}
              hint={t("official.empty-hint")}
              actions={
                <DoorLink door={{ to: "/chain", search: { view: "allocation" } }} className="btn">
                  {t("chain.allocate")}
                </DoorLink>
              }
            />
          ) : (
            <EstablishmentList detail={detail} />
          )}
        </Card>
      </div>
    </>
  );
}

function DirectoryCard({ detail }: { detail: OfficialDetail }) {
  const { t, name, clauses, list } = useText();
  const { official } = detail;
  const rate = { done: official.done, of: official.due };
  return (
    <Card title={t("official.card")}>
      <div className="dirc mb16">
        <span className="avatar" aria-hidden="true">
          {official.name.slice(0, 1)}
        </span>
        <b>{official.name}</b>
        <span className="t3">{name("level", official.level)}</span>
      </div>
      <div className="stats">
        <Stat caption={t("officials.load")} unit={t("common.unit-firms")}>
          <NumberLink n={official.load} door={{ to: "/registry", search: { official: official.id } }} />
        </Stat>
        <Stat caption={t("overview.done")} unit={`/ ${official.due}`}>
          <NumberLink
            n={official.done}
            door={{ to: "/registry", search: { official: official.id, duties: ["done"] } }}
          />
        </Stat>
        <Stat caption={t("officials.overdue")} tone={official.overdue > 0 ? "red" : undefined}>
          <NumberLink
            n={official.overdue}
            tone="red"
            door={{ to: "/visits", search: { view: "overdue", official: official.id } }}
          />
        </Stat>
      </div>
      {official.due > 0 && (
        <div className="mb12">
          <CoverageBar rate={rate} line={undefined} fill="var(--ant-color-text-tertiary)" />
          <p className="t3 sm mt4">
            <RateText rate={rate} />
          </p>
        </div>
      )}
      <dl className="dl">
        <dt>{t("officials.unit")}</dt>
        <dd>{clauses(official.unit, official.post)}</dd>
        {detail.officePhone !== null && (
          <>
            <dt>{t("people.office-phone")}</dt>
            <dd className="code">{detail.officePhone}</dd>
          </>
        )}
        {detail.mobile !== null && (
          <>
            <dt>{t("people.mobile")}</dt>
            <dd>
              <MaskedNumber
                key={official.id}
                of="official"
                id={official.id}
                name={official.name}
                masked={detail.mobile}
              />
            </dd>
          </>
        )}
        <dt>{t("officials.jurisdiction")}</dt>
        <dd>{list(official.jurisdictionNames)}</dd>
        <dt>{t("official.capacity")}</dt>
        <dd>
          {official.capacity === null ? (
            <span className="t3">{t("official.no-capacity")}</span>
          ) : (
            official.capacity
          )}
        </dd>
        {official.homeGrid !== null && (
          <>
            <dt>{t("official.home")}</dt>
            <dd className="code">{official.homeGrid}</dd>
          </>
        )}
        <dt>{t("official.term")}</dt>
        <dd>{`${official.from} – ${official.to ?? t("common.now")}`}</dd>
        <dt>{t("official.former")}</dt>
        <dd>
          {formatCount(detail.former)} {t("common.unit-firms")}
        </dd>
      </dl>
    </Card>
  );
}

function EstablishmentList({ detail }: { detail: OfficialDetail }) {
  const { t } = useText();
  return (
    <div className="scroll-x">
      <table className="tbl reg">
        <thead>
          <tr>
            <th>{t("registry.name")}</th>
            <th>{t("registry.short-grade")}</th>
            <th className="opt">{t("registry.place")}</th>
            <th className="opt">{t("official.last-visit")}</th>
            <th>{t("registry.duty")}</th>
            <th className="num" aria-label={t("registry.record-visit")} />
          </tr>
        </thead>
        <tbody>
          {detail.establishments.map((row) => (
            <tr key={row.id}>
              <td>
                <DoorLink door={{ to: "/registry/$id", params: { id: row.id } }}>{row.name}</DoorLink>
                <small>{t("common.since", { date: row.from })}</small>
              </td>
              <td>
                <GradeSquare grade={row.grade} />
                <ReviewMark of={row.id} />
              </td>
              <td className="opt">{row.placeName}</td>
              <td className="opt nw">{row.lastVisit ?? <span className="t3">{t("official.never")}</span>}</td>
              <td className="nw">
                <DutyMark state={row.duty} daysLeft={row.daysLeft} />
              </td>
              <td className="num">
                <DoorLink
                  door={{ to: "/visits/record/$establishmentId", params: { establishmentId: row.id } }}
                  className="link nw"
                >
                  {t("registry.record-visit")}
                </DoorLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
