import type { EstablishmentDetail } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare, RiskBars } from "../../components/grade-square.js";
import { LoadingCard, LoadingPage } from "../../components/loading.js";
import { usePeriodName } from "../../components/period.js";
import { ErrorBlank } from "../../components/query-view.js";
import { DutyMark } from "../../components/status-mark.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { RecordForm } from "./record-form.js";

/** Records a visit at one establishment; laid out for one hand on a phone. */
export function RecordVisitPage() {
  const { t } = useText();
  const { establishmentId: id } = useParams({ strict: false }) as { establishmentId: string };
  const trpc = useTRPC();
  const detail = useQuery(trpc.registry.get.queryOptions({ id }));
  const checklist = useQuery(trpc.visit.checklist.queryOptions({ establishment: id }));
  // Who might answer is the office's to see; an official records as themselves.
  const mayChoose = useSession().may("official.candidates");
  const candidates = useQuery({
    ...trpc.official.candidates.queryOptions({ establishment: id }),
    enabled: mayChoose,
  });
  const status = useQuery(trpc.office.status.queryOptions({}));
  const failed = [detail, checklist, candidates, status].find((query) => query.isError);
  if (failed !== undefined) return <ErrorBlank error={failed.error} retry={() => void failed.refetch()} />;
  if (
    detail.data === undefined ||
    checklist.data === undefined ||
    (mayChoose && candidates.data === undefined) ||
    status.data === undefined
  )
    return (
      <LoadingPage>
        <LoadingCard rows={10} />
      </LoadingPage>
    );
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/visits" }}>{t("nav.visits")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/registry/$id", params: { id } }}>
              {detail.data.establishment.name}
            </DoorLink>
          </>
        }
        title={t("record.title")}
        sub={detail.data.establishment.name}
      />
      <RecordForm
        key={id}
        detail={detail.data}
        checklist={checklist.data}
        candidates={candidates.data?.rows ?? []}
        today={status.data.today}
        aside={<EstablishmentCard detail={detail.data} />}
      />
    </>
  );
}

function EstablishmentCard({ detail }: { detail: EstablishmentDetail }) {
  const { t } = useText();
  const periodName = usePeriodName();
  return (
    <Card>
      <div className="row top gap12">
        <GradeSquare grade={detail.grade?.grade ?? null} large />
        <div className="grow">
          <b>{detail.establishment.name}</b>
          <p className="t3 sm">{detail.placeName}</p>
          {detail.establishment.address !== null && <p className="t3 sm">{detail.establishment.address}</p>}
        </div>
      </div>
      <ul className="mini mt8">
        <li>
          <span className="t2">{t("record.duty", { period: periodName(detail.duty.window) })}</span>
          <span>
            <DutyMark state={detail.duty.state} daysLeft={detail.duty.daysLeft} inline />
          </span>
        </li>
        <li>
          <span className="t2">{t("visits.official")}</span>
          <span>
            {detail.official === null ? (
              <span className="red">{t("visits.nobody")}</span>
            ) : (
              detail.official.name
            )}
          </span>
        </li>
        <li>
          <span className="t2">{t("registry.risk")}</span>
          <span>
            <RiskBars grade={detail.riskGrade?.grade ?? null} />
          </span>
        </li>
        <li>
          <span className="t2">{t("visits.last")}</span>
          <span>{detail.visits[0]?.madeOn ?? <span className="t3">{t("visits.never")}</span>}</span>
        </li>
      </ul>
    </Card>
  );
}
