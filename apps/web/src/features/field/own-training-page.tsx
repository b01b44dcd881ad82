import type { OwnSession, OwnTraining } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { DoorLink } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** An official's training and documents, on a phone. */
export function OwnTrainingPage() {
  const { t } = useText();
  const { reach } = useSession();
  if (reach.officials.length === 0)
    return <Blank icon="person" title={t("field.not-official")} hint={t("field.not-official-hint")} />;
  return (
    <div className="field-page">
      <header className="f-h">
        <DoorLink door={{ to: "/field" }} className="f-icon" label={t("field.back")}>
          <Icon name="left" />
        </DoorLink>
        <div>
          <h1>{t("own.title")}</h1>
        </div>
      </header>
      <ToRead />
      {reach.officials.map((official) => (
        <Plans key={official} official={official} />
      ))}
    </div>
  );
}

function ToRead() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.document.list.queryOptions({ unread: true, limit: 50 }));
  return (
    <section className="f-card">
      <h3>{t("own.documents")}</h3>
      <QueryView query={query} loading={<LoadingRows rows={2} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="t3">{t("own.no-documents")}</p>
          ) : (
            <ul className="f-list plain">
              {rows.map((row) => (
                <li key={row.id}>
                  <div>
                    <DoorLink door={{ to: "/field/document/$id", params: { id: row.id } }}>
                      {row.title}
                    </DoorLink>
                    <small>
                      {row.issuer} {t("own.open-until", { date: row.readBy })}
                    </small>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}

function Plans({ official }: { official: string }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.training.own.queryOptions({ official }));
  return (
    <QueryView query={query} loading={<LoadingRows rows={4} />}>
      {(own) => (
        <>
          <h2 className="f-g">
            {own.name} · {t("own.year", { year: own.year, n: formatHours(own.minutesInYear) })}
          </h2>
          {own.plans.length === 0 && <p className="t3">{t("own.no-plans")}</p>}
          {own.plans.map((plan) => (
            <Plan key={plan.id} plan={plan} official={own.official} />
          ))}
        </>
      )}
    </QueryView>
  );
}

function Plan({ plan, official }: { plan: OwnTraining["plans"][number]; official: string }) {
  const { t, name } = useText();
  return (
    <section className={`f-card ${plan.standing === "completed" ? "" : "f-todo"}`}>
      <h3>
        {plan.title}
        <span className="r t3">{name("training-standing", plan.standing)}</span>
      </h3>
      <p className="t2">
        {t("training.hours-of", {
          done: formatHours(plan.minutes),
          of: formatHours(plan.requiredMinutes),
        })}{" "}
        {t("own.open-until", { date: plan.to })}
      </p>
      <ul className="f-list plain">
        {plan.sessions.map((session) => (
          <Session key={session.session} session={session} official={official} />
        ))}
      </ul>
    </section>
  );
}

function Session({ session, official }: { session: OwnSession; official: string }) {
  const { t, name } = useText();
  const { held } = session;
  const when = held.way === "on-site" ? `${held.on} ${held.begins}` : `${held.from} – ${held.to}`;
  return (
    <li>
      <div>
        {session.title}
        <small>
          {name("training-way", held.way)} {when} {t("training.hours", { n: formatHours(session.minutes) })}
        </small>
        {held.way === "on-site" && <small>{held.place}</small>}
        {session.creditedOn !== null && (
          <small className="green">{t("own.done-on", { date: session.creditedOn })}</small>
        )}
        {held.way === "on-site" && session.open && session.creditedOn === null && (
          <TypedCode session={session.session} />
        )}
      </div>
      {held.way === "online" && (
        <DoorLink
          door={{
            to: "/field/training/$session/$official",
            params: { session: session.session, official },
          }}
          className={session.open ? "f-btn pri" : "f-btn"}
        >
          {t("own.learn")}
        </DoorLink>
      )}
    </li>
  );
}

/** For a telephone whose camera does not read the code. */
function TypedCode({ session }: { session: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const typed = code.replace(/[\s-]/g, "");
  return (
    <form
      className="row mt8"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: "/field/attend/$session/$code", params: { session, code: typed } });
      }}
    >
      <Input
        aria-label={t("own.type-code")}
        placeholder={t("own.type-code")}
        value={code}
        maxLength={12}
        autoCapitalize="characters"
        onChange={(event) => setCode(event.target.value)}
      />
      <Button htmlType="submit" className="f-btn" disabled={typed.length !== 8}>
        {t("own.attend")}
      </Button>
    </form>
  );
}
