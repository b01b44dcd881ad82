import type { TrainingPlanDetail, TrainingSessionView } from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Blank } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { useText } from "../../text/use-text.js";
import { SessionForm } from "./session-form.js";
import { SessionTimes } from "./session-times.js";

/** The sessions of a plan, and adding one. */
export function SessionsCard({ detail }: { detail: TrainingPlanDetail }) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const { plan, sessions } = detail;
  const add = detail.mayChange && !plan.withdrawn && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("training.add-session")}
    </Button>
  );
  return (
    <Card flush title={t("training.sessions")} right={sessions.length === 0 ? undefined : add}>
      {sessions.length === 0 ? (
        <Blank
          icon="calendar"
          title={t("training.empty-sessions")}
          hint={t("training.empty-sessions-hint")}
          actions={add}
        />
      ) : (
        <SmallTable
          head={
            <>
              <th>{t("training.plan-title")}</th>
              <th>{t("training.when")}</th>
              <th className="num opt">{t("training.minutes")}</th>
              <th className="num">{t("training.credited")}</th>
              <th className="num opt">{t("training.tried")}</th>
            </>
          }
        >
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </SmallTable>
      )}
      {adding && <SessionForm plan={plan} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function SessionLine({ session }: { session: TrainingSessionView }) {
  const { t, name } = useText();
  const { held } = session;
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/session/$id", params: { id: session.id } }}>{session.title}</DoorLink>
        <small>
          {name("training-way", held.way)}
          {held.way === "online" &&
            ` · ${t("training.test-sum", { n: held.questions, mark: held.passMark, tries: held.tries })}`}
        </small>
      </td>
      <td>
        <SessionTimes held={held} />
      </td>
      <td className="num opt">{formatHours(session.minutes)}</td>
      <td className="num">{formatCount(session.credited)}</td>
      <td className="num opt">{held.way === "online" ? formatCount(session.tried) : "—"}</td>
    </tr>
  );
}
