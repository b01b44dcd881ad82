import type { EstablishmentDetail } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ControlHistory, ControlsNow } from "../../components/arm-controls.js";
import { ArmPeople } from "../../components/arm-people.js";
import { ArmTraining } from "../../components/arm-training.js";
import { Card, SectionTitle } from "../../components/card.js";
import { formatCount, RateText } from "../../components/figures.js";
import { ObjectionDrawer } from "../../components/objection-drawer.js";
import { QueryView } from "../../components/query-view.js";
import { RaiseObjection } from "../../components/raise-objection.js";
import { StatusMark } from "../../components/status-mark.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** The business's own arm on the establishment's page: people, training, controls. */
export function EstablishmentArmCard({ id }: { id: string }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const { may } = useSession();
  const query = useQuery(
    trpc.arm.get.queryOptions({
      establishment: id,
      ...(scope.asOf === undefined ? {} : { asOf: scope.asOf }),
      ...(scope.knownOn === undefined ? {} : { knownOn: scope.knownOn }),
    }),
  );
  const isOwn = may("arm.report") && !may("registry.correct");
  return (
    <Card title={t("arm.title")}>
      <QueryView query={query}>
        {(arm) => (
          <>
            {isOwn && <ControlsNow arm={arm} />}
            <div className="two">
              <div>
                <ArmPeople arm={arm} />
              </div>
              <div>
                <SectionTitle>{t("arm.training", { year: arm.training.year })}</SectionTitle>
                <ArmTraining arm={arm} />
              </div>
            </div>
            <div className="mt16">
              <SectionTitle>{t("arm.controls", { month: arm.controls.month })}</SectionTitle>
            </div>
            {arm.controls.reporting && (
              <ul className="mini">
                {(["daily", "weekly", "monthly"] as const).map((kind) => {
                  const tally = arm.controls.tallies[kind];
                  return (
                    <li key={kind}>
                      <span>{name("control-kind", kind)}</span>
                      <span>
                        <RateText rate={tally} />{" "}
                        <span className="t3">
                          {tally.of > 0 &&
                            t("arm.reported", { done: formatCount(tally.done), of: formatCount(tally.of) })}
                          {tally.findings > 0 && ` · ${t("arm.findings-n", { n: tally.findings })}`}
                          {tally.notOpen > 0 && ` · ${t("arm.not-open-n", { n: tally.notOpen })}`}
                        </span>
                      </span>
                    </li>
                  );
                })}
              </ul>
            )}
            <ControlHistory arm={arm} />
          </>
        )}
      </QueryView>
    </Card>
  );
}

/** The business's objections to its grades, and the way to raise one. */
export function EstablishmentObjections({ detail }: { detail: EstablishmentDetail }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const [raising, setRaising] = useState(false);
  const [open, setOpen] = useState<string>();
  const { establishment, grade, riskGrade } = detail;
  const query = useQuery(trpc.objection.list.queryOptions({ establishment: establishment.id, limit: 20 }));
  const hasGrade = grade !== null || riskGrade !== null;
  return (
    <>
      <div className="mt16">
        <SectionTitle
          right={
            hasGrade && (
              <IfMay operation="objection.raise">
                <Button size="small" onClick={() => setRaising(true)}>
                  {t("objection.raise")}
                </Button>
              </IfMay>
            )
          }
        >
          {t("objection.title")}
        </SectionTitle>
      </div>
      <ul className="mini">
        {query.data?.rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="btn link" onClick={() => setOpen(row.id)}>
              {name("grade-scale", row.scale)} {row.grade} {row.decided !== null && `→ ${row.decided}`}
            </button>
            <span className="nw">
              <StatusMark
                tone={row.state === "under-review" ? "at-risk" : row.state === "upheld" ? "ok" : "closed"}
              >
                {name("objection-state", row.state)}
              </StatusMark>{" "}
              <span className="t3">{row.raisedOn}</span>
            </span>
          </li>
        ))}
        {query.data?.rows.length === 0 && <li className="t3">{t("objection.empty")}</li>}
      </ul>
      {raising && (
        <RaiseObjection
          establishment={establishment}
          grades={{ pairing: grade?.grade ?? null, risk: riskGrade?.grade ?? null }}
          onClose={() => setRaising(false)}
        />
      )}
      {open !== undefined && <ObjectionDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
