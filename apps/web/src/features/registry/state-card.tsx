import type { EstablishmentDetail, StateEvent } from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { StatusMark, Tag } from "../../components/status-mark.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { StateForm } from "./state-form.js";

const tones = {
  none: "closed",
  waiting: "closed",
  running: "at-risk",
  late: "overdue",
  done: "ok",
  "done-late": "at-risk",
} as const;

/** One clock: what it waits for, how it stands, its last day. */
export function ClockMark({ caption, clock }: { caption: string; clock: StateEvent["report"] }) {
  const { t, name } = useText();
  if (clock.standing === "none") return null;
  return (
    <span className="nw">
      {caption} <StatusMark tone={tones[clock.standing]}>{name("clock", clock.standing)}</StatusMark>
      {clock.due !== null && <span className="t3 sm"> {t("spell.due", { date: clock.due })}</span>}
      {clock.provisional && <span className="t3 sm"> {t("spell.provisional")}</span>}
    </span>
  );
}

/** The time line of an establishment's states with the clocks that each change started. */
export function StateCard({ detail }: { detail: EstablishmentDetail }) {
  const { t, name, clauses } = useText();
  const [form, setForm] = useState<StateEvent | "new">();
  const { establishment, states } = detail;
  return (
    <Card
      span={8}
      title={t("spell.title")}
      right={
        <IfMay operation="registry.changeState">
          <Button size="small" onClick={() => setForm("new")}>
            {t("spell.enter")}
          </Button>
        </IfMay>
      }
    >
      <ul className="tl compact" data-testid="state-line">
        {states.map((event) => (
          <li key={event.from}>
            <time>{event.from}</time>
            <div className="row top gap12">
              <div className="grow">
                <b>{name("state", event.state)}</b>{" "}
                <span className="t3 sm">
                  {clauses(
                    event.reason,
                    event.source !== null && name("state-source", event.source),
                    event.reportedOn !== null && t("spell.reported", { date: event.reportedOn }),
                  )}
                </span>
                <div className="row wrap gap12">
                  <ClockMark caption={t("spell.report")} clock={event.report} />
                  <ClockMark caption={t("spell.pairing")} clock={event.pairing} />
                </div>
              </div>
              <IfMay operation="registry.changeState">
                <Button type="link" size="small" onClick={() => setForm(event)}>
                  {t("spell.correct")}
                </Button>
              </IfMay>
            </div>
          </li>
        ))}
      </ul>
      <p className="t3 sm mt8">
        <Tag tone="plain">{t("spell.to-be-checked")}</Tag> {t("spell.clock-note")}
      </p>
      {form !== undefined && (
        <StateForm
          establishment={establishment}
          event={form === "new" ? undefined : form}
          first={form !== "new" && form === states.at(-1)}
          onClose={() => setForm(undefined)}
        />
      )}
    </Card>
  );
}
