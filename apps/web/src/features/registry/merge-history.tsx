import { type OperationOutput, type Problem, renderProblem } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Notice } from "../../components/notice.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Absorbed = OperationOutput<"merge.of">["absorbed"][number];

const useMerges = (id: string) => {
  const trpc = useTRPC();
  return useQuery(trpc.merge.of.queryOptions({ establishment: id })).data;
};

/** Where an absorbed establishment leads. */
export function MergeNotice({ id }: { id: string }) {
  const { t } = useText();
  const into = useMerges(id)?.into ?? null;
  if (into === null) return null;
  return (
    <div className="c12">
      <Notice tone="warn">
        {t("merge.into", { date: into.on })}{" "}
        <DoorLink door={{ to: "/registry/$id", params: { id: into.survivor.id } }} className="link strong">
          {into.survivor.name}
        </DoorLink>
      </Notice>
    </div>
  );
}

/** The histories of those that an establishment has absorbed. */
export function MergeHistory({ id }: { id: string }) {
  const absorbed = useMerges(id)?.absorbed ?? [];
  return absorbed.map((one) => <AbsorbedCard key={one.merge.id} absorbed={one} />);
}

function AbsorbedCard({ absorbed: { merge, undoRefused, history } }: { absorbed: Absorbed }) {
  const { t, locale, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [asking, setAsking] = useState(false);
  const undo = useMutation(
    trpc.merge.undo.mutationOptions({ ...saving(t("merge.undone"), () => setAsking(false)) }),
  );
  return (
    <Card
      span={12}
      title={`${t("merge.of")} ${merge.absorbed.name}`}
      note={t("merge.of-note", { date: merge.on, by: merge.by, reason: merge.reason })}
      right={
        <span className="row wrap">
          <DoorLink door={{ to: "/registry/$id", params: { id: merge.absorbed.id } }} className="link">
            {t("merge.open")}
          </DoorLink>
          <IfMay operation="merge.undo">
            <Button
              size="small"
              disabled={undoRefused !== null}
              title={undoRefused === null ? undefined : renderProblem(undoRefused as Problem, locale)}
              onClick={() => setAsking(true)}
            >
              {t("merge.undo")}
            </Button>
          </IfMay>
        </span>
      }
    >
      {undoRefused !== null && <p className="t3 sm">{renderProblem(undoRefused as Problem, locale)}</p>}
      <div className="two">
        <ul className="hist">
          {history.gradeHistory.map((dated) => (
            <li key={`${dated.from}${dated.ruleId}`}>
              <GradeSquare grade={dated.grade} />
              <span>{dated.ruleId}</span>
              <span className="t3 nw">{`${dated.from} – ${dated.to ?? t("common.now")}`}</span>
            </li>
          ))}
          {history.riskGradeHistory.map((dated) => (
            <li key={`${dated.from}${dated.source}`}>
              <span className="strong">{dated.grade}</span>
              <span>{`${t("establishment.risk-grade")} ${dated.source}`}</span>
              <span className="t3 nw">{dated.from}</span>
            </li>
          ))}
        </ul>
        <ul className="mini">
          <li>
            <span>{name("state", history.establishment.state)}</span>
            <span className="t3 nw">{t("common.since", { date: history.establishment.stateSince })}</span>
          </li>
          {history.assignments.map((assignment) => (
            <li key={`${assignment.from}${assignment.official.id ?? ""}`}>
              <span className="ell">
                {assignment.official.name} <span className="t3 sm">{assignment.official.unit}</span>
              </span>
              <span className="t3 nw">{`${assignment.from} – ${assignment.to ?? t("common.now")}`}</span>
            </li>
          ))}
          {history.visits.slice(0, 8).map((visit) => (
            <li key={visit.id}>
              <DoorLink door={{ to: "/visits/$id", params: { id: visit.id } }} className="link">
                {visit.madeOn}
              </DoorLink>
              <span className="t3">{visit.official}</span>
            </li>
          ))}
          <li className="t3">{t("merge.visits", { n: formatCount(history.visits.length) })}</li>
        </ul>
      </div>
      {asking && (
        <ReasonModal
          title={t("merge.undo")}
          action={t("merge.undo")}
          pending={undo.isPending}
          error={undo.error}
          onClose={() => setAsking(false)}
          onSubmit={({ reason }) => undo.mutate({ txId: createTxId(), id: merge.id, reason })}
        />
      )}
    </Card>
  );
}
