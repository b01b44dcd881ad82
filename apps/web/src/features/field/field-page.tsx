import { type CommitmentDetail, type OfficialDetail, renderProblem } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { AnnexChanges } from "../../components/annex-changes.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { DutyMark } from "../../components/status-mark.js";
import { UnreadAnswers } from "../../components/unread-answers.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** An official's own page, laid out for one hand: what to sign, whom to visit next and until when. */
export function FieldPage() {
  const { t } = useText();
  const { reach } = useSession();
  if (reach.officials.length === 0)
    return <Blank icon="person" title={t("field.not-official")} hint={t("field.not-official-hint")} />;
  return (
    <div className="field-page">
      <UnreadAnswers to="/field/questions" />
      {reach.officials.map((official) => (
        <OwnList key={official} official={official} />
      ))}
    </div>
  );
}

function OwnList({ official }: { official: string }) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const detail = useQuery(trpc.official.get.queryOptions({ id: official }));
  const commitment = useQuery(trpc.commitment.get.queryOptions({ official }));
  return (
    <QueryView query={detail} loading={<LoadingRows rows={8} />}>
      {(own) => (
        <>
          <header className="f-h">
            <div>
              <h1>{own.official.name}</h1>
              <small>{clauses(own.official.unit, own.official.post)}</small>
              <small>
                {t("field.sub", {
                  firms: own.establishments.length,
                  done: own.official.done,
                  due: own.official.due,
                })}
              </small>
            </div>
          </header>
          {commitment.data !== undefined && own.establishments.length > 0 && (
            <ToDo detail={commitment.data} />
          )}
          <TrainingDoor official={official} />
          <Firms own={own} />
        </>
      )}
    </QueryView>
  );
}

/** The way to training and documents, with how much waits there. */
function TrainingDoor({ official }: { official: string }) {
  const { t } = useText();
  const trpc = useTRPC();
  const own = useQuery(trpc.training.own.queryOptions({ official }));
  const unread = useQuery(trpc.document.list.queryOptions({ unread: true, limit: 1 }));
  const open = (own.data?.plans ?? [])
    .filter(({ standing }) => standing !== "completed")
    .flatMap(({ sessions }) => sessions)
    .filter((session) => session.open && session.creditedOn === null).length;
  const n = open + (unread.data?.total ?? 0);
  return (
    <section className={n > 0 ? "f-card f-todo" : "f-card"}>
      <DoorLink door={{ to: "/field/training" }} className="f-btn">
        {t("own.door")} · {n > 0 ? t("own.to-do", { n }) : t("own.none-to-do")}
      </DoorLink>
    </section>
  );
}

/** The commitment to sign, or the changed list to acknowledge, or that both are in order. */
function ToDo({ detail }: { detail: CommitmentDetail }) {
  const { t } = useText();
  const { standing, official, years } = detail;
  const running = years[0];
  const next = years.find(
    (year) => year !== running && !detail.commitments.some((one) => one.year === year && !one.superseded),
  );
  if (standing !== "valid")
    return (
      <section className="f-card f-todo">
        <h3>{t(standing === "none" ? "field.to-sign" : "field.to-sign-again")}</h3>
        <Reasons detail={detail} />
        <p className="t2">{t("field.to-sign-hint")}</p>
        <DoorLink
          door={{ to: "/field/sign/$official", params: { official: official.id } }}
          className="f-btn pri"
        >
          {t("field.sign")}
        </DoorLink>
      </section>
    );
  return (
    <>
      {detail.acknowledged ? (
        <section className="f-card">
          <p className="st ok">
            {t("field.all-done")}
            {detail.to !== null && <span className="t3"> {t("field.valid-until", { date: detail.to })}</span>}
          </p>
        </section>
      ) : (
        <Acknowledge detail={detail} />
      )}
      {next !== undefined && (
        <section className="f-card">
          <DoorLink
            door={{ to: "/field/sign/$official", params: { official: official.id }, search: { year: next } }}
            className="f-btn"
          >
            {t("field.sign-next", { year: next })}
          </DoorLink>
        </section>
      )}
    </>
  );
}

function Reasons({ detail }: { detail: CommitmentDetail }) {
  const sentences = useProblemSentences();
  return (
    <>
      {detail.reasons.map((reason) => (
        <p className="amber" key={reason.code}>
          {sentences(reason)}
        </p>
      ))}
    </>
  );
}

function Acknowledge({ detail }: { detail: CommitmentDetail }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const acknowledge = useMutation(
    trpc.commitment.acknowledge.mutationOptions({
      onSuccess: async () => {
        void message.success(t("sign.acknowledged"));
        await client.invalidateQueries();
      },
    }),
  );
  const { annex, official } = detail;
  return (
    <section className="f-card f-todo">
      <h3>
        {t("field.to-see")}
        <span className="r t3">{t("commitment.version", { n: annex.version })}</span>
      </h3>
      <AnnexChanges annex={annex} isFirst={detail.acknowledgements.length === 0} />
      {acknowledge.isError && <Notice tone="over">{sentences(acknowledge.error).join("")}</Notice>}
      <Button
        type="primary"
        className="f-btn pri"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ txId: createTxId(), official: official.id, hash: annex.hash })}
      >
        {t("sign.acknowledge")}
      </Button>
    </section>
  );
}

const order = { overdue: 0, "at-risk": 1, "on-track": 2 } as const;
type OwnRow = OfficialDetail["establishments"][number];
const isToVisit = ({ duty }: OwnRow): boolean => duty in order;

/** Where to go: the most urgent first, then what is done. */
function Firms({ own }: { own: OfficialDetail }) {
  const { t } = useText();
  const rows = own.establishments;
  if (rows.length === 0)
    return <Blank icon="shop" title={t("field.nothing")} hint={t("field.nothing-hint")} />;
  const rank = ({ duty }: OwnRow) => order[duty as keyof typeof order] ?? 9;
  const due = rows
    .filter(isToVisit)
    .sort((a, b) => rank(a) - rank(b) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  const others = rows.filter((row) => !isToVisit(row));
  return (
    <>
      {due.length > 0 && <Group title={t("field.due")} rows={due} />}
      {others.length > 0 && <Group title={t("field.others")} rows={others} />}
    </>
  );
}

function Group({ title, rows }: { title: string; rows: readonly OwnRow[] }) {
  const { t } = useText();
  return (
    <section>
      <h2 className="f-g">
        {title} {formatCount(rows.length)}
      </h2>
      <ul className="f-list">
        {rows.map((row) => (
          <li key={row.id}>
            <GradeSquare grade={row.grade} />
            <div>
              <DoorLink door={{ to: "/registry/$id", params: { id: row.id } }}>{row.name}</DoorLink>
              <small>{row.placeName}</small>
              <small className="nw">
                <DutyMark state={row.duty} daysLeft={row.daysLeft} inline />
                <span className="t3">
                  {" "}
                  {row.lastVisit === null ? t("field.never") : t("field.last", { date: row.lastVisit })}
                </span>
              </small>
            </div>
            {isToVisit(row) && (
              <DoorLink
                door={{ to: "/visits/record/$establishmentId", params: { establishmentId: row.id } }}
                className="f-btn"
              >
                {t("field.visit")}
              </DoorLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useProblemSentences() {
  const { locale } = useText();
  return (reason: CommitmentDetail["reasons"][number]) => renderProblem(reason, locale);
}
