import type { ArmView, ControlKind } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { Card } from "./card.js";
import { RateText } from "./figures.js";
import { Notice } from "./notice.js";
import { Refusal, useSaving } from "./saving.js";
import { StatusMark } from "./status-mark.js";

const when = { daily: "arm.today", weekly: "arm.this-week", monthly: "arm.this-month" } as const;

/** Today, this week, this month: one tap where nothing was found, words where something was. */
export function ControlsNow({ arm }: { arm: ArmView }) {
  const { t } = useText();
  if (!arm.controls.reporting) return <Notice>{t("arm.not-reporting")}</Notice>;
  return (
    <div className="stack" data-testid="controls-now">
      {arm.active &&
        arm.controls.today.map(({ kind, period, first, last, report }) => (
          <ControlCard
            key={`${kind} ${period}`}
            arm={arm}
            kind={kind}
            period={period}
            title={t(when[kind])}
            note={first === last ? period : `${first} – ${last}`}
            report={report}
          />
        ))}
    </div>
  );
}

function ControlCard({
  arm,
  kind,
  period,
  title,
  note,
  report,
}: {
  arm: ArmView;
  kind: ControlKind;
  period: string;
  title: string;
  note: string;
  report: ArmView["controls"]["today"][number]["report"];
}) {
  const { t, name } = useText();
  const [changing, setChanging] = useState(false);
  const tally = arm.controls.tallies[kind];
  return (
    <Card
      title={`${title} · ${name("control-kind", kind)}`}
      note={note}
      right={
        <span className="t3">
          <RateText rate={tally} /> {tally.of > 0 && t("arm.reported", tally)}
        </span>
      }
    >
      {report !== null && !changing ? (
        <div className="row wrap">
          <StatusMark
            tone={report.result === "findings" ? "at-risk" : report.result === "not-open" ? "closed" : "ok"}
          >
            {name("control-result", report.result)}
          </StatusMark>
          {report.text !== "" && <span>{report.text}</span>}
          <span className="t3 sm">{report.by}</span>
          <Button size="small" onClick={() => setChanging(true)}>
            {t("arm.change-report")}
          </Button>
        </div>
      ) : (
        <ReportForm
          establishment={arm.establishment}
          kind={kind}
          period={period}
          onDone={() => setChanging(false)}
        />
      )}
    </Card>
  );
}

/** The report of one period: no risk with one tap, findings with their text, not open. */
export function ReportForm({
  establishment,
  kind,
  period,
  onDone,
}: {
  establishment: string;
  kind: ControlKind;
  period: string;
  onDone?: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const { may } = useSession();
  const [text, setText] = useState<string>();
  const send = useMutation(
    trpc.arm.report.mutationOptions(
      saving(t("arm.sent"), () => {
        setText(undefined);
        onDone?.();
      }),
    ),
  );
  if (!may("arm.report")) return null;
  const report = (result: "no-risk" | "findings" | "not-open", words = "") =>
    send.mutate({ txId: createTxId(), establishment, kind, period: period as never, result, text: words });
  return (
    <div className="report-form">
      <Refusal error={send.error} />
      <Button type="primary" block size="large" loading={send.isPending} onClick={() => report("no-risk")}>
        {t("arm.no-risk")}
      </Button>
      <div className="two mt8">
        <Button block size="large" onClick={() => setText(text === undefined ? "" : undefined)}>
          {t("arm.findings")}
        </Button>
        <Button block size="large" disabled={send.isPending} onClick={() => report("not-open")}>
          {t("arm.not-open")}
        </Button>
      </div>
      {text !== undefined && (
        <div className="mt8">
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={1000}
            aria-label={t("arm.findings-text")}
            placeholder={t("arm.findings-text")}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button
            className="mt8"
            type="primary"
            disabled={text.trim() === ""}
            loading={send.isPending}
            onClick={() => report("findings", text)}
          >
            {t("arm.send")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What was not reported, to be made up for, and what was reported lately. */
export function ControlHistory({ arm }: { arm: ArmView }) {
  const { t, name, clauses } = useText();
  const { may } = useSession();
  const [late, setLate] = useState<string>();
  const { missing, recent, reporting } = arm.controls;
  if (!reporting && recent.length === 0) return <p className="t3">{t("arm.not-reporting")}</p>;
  return (
    <>
      <p className="t2 sm mb8">
        {t("arm.missing")} {missing.length === 0 && <span className="t3">{t("arm.none-missing")}</span>}
      </p>
      <div className="row wrap mb8">
        {missing.slice(0, 14).map(({ kind, period }) => (
          <Button
            key={`${kind} ${period}`}
            size="small"
            disabled={!may("arm.report")}
            type={late === `${kind} ${period}` ? "primary" : "default"}
            onClick={() => setLate(`${kind} ${period}`)}
          >
            {name("control-kind", kind)} {period}
          </Button>
        ))}
      </div>
      {missing
        .filter(({ kind, period }) => `${kind} ${period}` === late)
        .map(({ kind, period }) => (
          <ReportForm
            key={period}
            establishment={arm.establishment}
            kind={kind}
            period={period}
            onDone={() => setLate(undefined)}
          />
        ))}
      <ul className="mini">
        {recent.slice(0, 12).map((report) => (
          <li key={`${report.kind} ${report.period}`}>
            <span>{clauses(`${name("control-kind", report.kind)} ${report.period}`, report.text)}</span>
            <span className={report.result === "findings" ? "amber nw" : "t3 nw"}>
              {name("control-result", report.result)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
