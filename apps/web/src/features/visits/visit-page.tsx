import { type Checklist, renderProblem, type VisitRow } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** One visit as recorded, and whether it counts. */
export function VisitPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const query = useQuery(trpc.visit.get.queryOptions({ id }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {({ visit, checklist }) => <Page visit={visit} checklist={checklist} />}
    </QueryView>
  );
}

function Page({ visit, checklist }: { visit: VisitRow; checklist: Checklist }) {
  const { t, locale, name, clauses, comma } = useText();
  const answerOf = new Map(visit.answers.map((answer) => [answer.item, answer]));
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/visits" }}>{t("nav.visits")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/visits", search: { view: "records" } }}>
              {t("visits.tab-records")}
            </DoorLink>
          </>
        }
        title={visit.establishmentName}
        sub={clauses(t("visit.title"), visit.madeOn, name("mode", visit.mode))}
        actions={
          <>
            <DoorLink door={{ to: "/registry/$id", params: { id: visit.establishment } }} className="btn">
              {t("registry.open-page")}
            </DoorLink>
            <DoorLink door={{ to: "/visits", search: {} }} className="btn pri">
              {t("visits.tab-coverage")}
            </DoorLink>
          </>
        }
      />
      <div className="grid">
        <Card
          span={8}
          title={checklist.title[locale]}
          note={t("visits.answers", {
            yes: visit.answers.filter((one) => one.answer === "yes").length,
            no: visit.answers.filter((one) => one.answer === "no").length,
          })}
        >
          <ol className="qa">
            {checklist.items.map((item, index) => {
              const answer = answerOf.get(item.id);
              return (
                <li key={item.id} className={answer?.answer === "no" ? "bad" : ""}>
                  <i>{index + 1}</i>
                  <span>{item.text[locale]}</span>
                  <span className={answer?.answer === "no" ? "red strong nw" : "nw t2"}>
                    {answer === undefined ? t("visit.not-answered") : name("answer", answer.answer)}
                  </span>
                  {answer?.note !== undefined && <small>{answer.note}</small>}
                </li>
              );
            })}
          </ol>
        </Card>
        <div className="c4 stack tops">
          <Card title={t("visit.counts-title")}>
            <ul className="mini">
              <li>
                <span className="t2">{t("visits.counts")}</span>
                <span data-testid="visit-valid">
                  {visit.valid ? (
                    <StatusMark tone="ok">{t("visits.counts")}</StatusMark>
                  ) : (
                    <StatusMark tone="at-risk">{t("visits.counts-not")}</StatusMark>
                  )}
                </span>
              </li>
              {visit.complete && (
                <li>
                  <span className="t2">{t("visit.complete", { n: checklist.items.length })}</span>
                  <StatusMark tone="ok">{name("answer", "yes")}</StatusMark>
                </li>
              )}
              {visit.problems.map((problem) => (
                <li key={problem.code} className="amber">
                  {renderProblem(problem, locale)}
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("visit.facts")}>
            <dl className="dl">
              <dt>{t("visits.made-by")}</dt>
              <dd>
                <DoorLink door={{ to: "/chain/official/$id", params: { id: visit.official } }}>
                  {visit.officialName}
                </DoorLink>
              </dd>
              {visit.standInFor !== null && (
                <>
                  <dt>{t("visit.stand-in")}</dt>
                  <dd>
                    <OfficialName id={visit.standInFor} />
                  </dd>
                </>
              )}
              {visit.jointWith.length > 0 && (
                <>
                  <dt>{t("visit.joint")}</dt>
                  <dd>
                    {visit.jointWith.map((id, index) => (
                      <span key={id}>
                        {index > 0 && comma}
                        <OfficialName id={id} />
                      </span>
                    ))}
                  </dd>
                </>
              )}
              <dt>{t("visits.made-on")}</dt>
              <dd>{visit.madeOn}</dd>
              <dt>{t("visit.recorded-on")}</dt>
              <dd>{visit.recordedOn}</dd>
              <dt>{t("visits.mode")}</dt>
              <dd>{name("mode", visit.mode)}</dd>
              <dt>{t("visits.place")}</dt>
              <dd>{visit.placeName}</dd>
              {visit.note !== null && (
                <>
                  <dt>{t("record.note")}</dt>
                  <dd>{visit.note}</dd>
                </>
              )}
            </dl>
          </Card>
        </div>
      </div>
    </>
  );
}

function OfficialName({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.official.get.queryOptions({ id }));
  return (
    <DoorLink door={{ to: "/chain/official/$id", params: { id } }}>{data?.official.name ?? "…"}</DoorLink>
  );
}
