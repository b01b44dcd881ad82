import type { EstablishmentDetail } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Icon } from "../../components/icon.js";
import { LoadingPage } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { BoardCard } from "./board-card.js";
import { CorrectForm } from "./correct-form.js";
import { EstablishmentArmCard, EstablishmentObjections } from "./establishment-arm-card.js";
import { EstablishmentBody } from "./establishment-body.js";
import { EstablishmentFactsCard } from "./establishment-facts-card.js";
import { EstablishmentHistory } from "./establishment-history.js";
import { FullChainCard } from "./full-chain-card.js";
import { LicenceCard, SiblingCard } from "./licence-card.js";
import { MergeHistory, MergeNotice } from "./merge-history.js";
import { ReassignModal } from "./reassign-modal.js";
import { RiskForm } from "./risk-form.js";
import { StateCard } from "./state-card.js";

/** Everything about one establishment. */
export function EstablishmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.registry.get.queryOptions({ id, ...toDays(scope) }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

type Dialog = "correct" | "reassign" | "risk";

function Page({ detail }: { detail: EstablishmentDetail }) {
  const { t, name } = useText();
  const [dialog, setDialog] = useState<Dialog>();
  const { establishment } = detail;
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> /{" "}
            {detail.placeName === "" ? t("registry.place-unknown") : detail.placeName}
          </>
        }
        title={establishment.name}
        mark={
          <>
            <GradeSquare grade={detail.grade?.grade ?? null} large />
            <ReviewMark of={establishment.id} />
          </>
        }
        sub={
          <>
            {establishment.form !== null && name("form", establishment.form)}{" "}
            {establishment.state !== "active" && (
              <StatusMark tone="closed">{name("state", establishment.state)}</StatusMark>
            )}
          </>
        }
        actions={
          <>
            <IfMay operation="registry.correct">
              <Button icon={<Icon name="edit" />} onClick={() => setDialog("correct")}>
                {t("registry.correct")}
              </Button>
            </IfMay>
            <IfMay operation="chain.reassign">
              <Button icon={<Icon name="swap" />} onClick={() => setDialog("reassign")}>
                {t("registry.reassign")}
              </Button>
            </IfMay>
            <DoorLink
              door={{ to: "/visits/record/$establishmentId", params: { establishmentId: establishment.id } }}
              className="btn pri"
            >
              <Icon name="plus" />
              {t("registry.record-visit")}
            </DoorLink>
          </>
        }
      />
      <div className="grid">
        <MergeNotice id={establishment.id} />
        <div className="c8 stack tops">
          <Card>
            <EstablishmentBody
              detail={detail}
              riskAction={
                <IfMay operation="grading.setRisk">
                  <Button size="small" onClick={() => setDialog("risk")}>
                    {t("establishment.set-risk")}
                  </Button>
                </IfMay>
              }
            />
            <EstablishmentObjections detail={detail} />
          </Card>
          <FullChainCard establishment={establishment.id} />
          <EstablishmentArmCard id={establishment.id} />
          <StateCard detail={detail} />
        </div>
        <div className="c4 stack tops">
          <LicenceCard detail={detail} />
          <EstablishmentFactsCard detail={detail} />
          <BoardCard establishment={establishment.id} />
          <SiblingCard detail={detail} />
        </div>
        <EstablishmentHistory detail={detail} />
        <MergeHistory id={establishment.id} />
      </div>
      {dialog === "correct" && <CorrectForm establishment={establishment} onClose={close} />}
      {dialog === "reassign" && <ReassignModal establishment={establishment} onClose={close} />}
      {dialog === "risk" && <RiskForm establishment={establishment} onClose={close} />}
    </>
  );
}
