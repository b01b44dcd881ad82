import type { TrainingPlanDetail } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, RateText, Stat } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { LoadingPage } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { toDays } from "../../navigation/scope-search.js";
import { parseTrainingSearch } from "../../navigation/training-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { CountTable } from "./count-table.js";
import { PeopleCard } from "./people-card.js";
import { PlanForm } from "./plan-form.js";
import { SessionsCard } from "./sessions-card.js";

/** One plan: how far it has come, its sessions, and everybody it is for. */
export function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(
    trpc.training.plan.queryOptions({ id, ...toDays(scope) }, { placeholderData: keepPreviousData }),
  );
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

function Page({ detail }: { detail: TrainingPlanDetail }) {
  const { t, name, list } = useText();
  const search = parseTrainingSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const { plan } = detail;
  const [doing, setDoing] = useState<"edit" | "withdraw">();
  const isTooLittle = plan.sessions > 0 && plan.offered < plan.requiredMinutes;
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/chain/training" }}>{t("training.plans")}</DoorLink>}
        title={plan.title}
        sub={`${plan.territoryName}，${list(plan.levels.map((level) => name("level", level)))}，${plan.from} – ${plan.to}`}
        mark={plan.withdrawn ? <span className="tag">{t("training.withdrawn")}</span> : undefined}
        actions={
          detail.mayChange &&
          !plan.withdrawn && (
            <>
              <Button onClick={() => setDoing("withdraw")}>{t("training.withdraw")}</Button>
              <Button onClick={() => setDoing("edit")}>{t("training.edit")}</Button>
            </>
          )
        }
      />
      {isTooLittle && (
        <div className="mb12">
          <Notice tone="warn">
            {t("training.too-little", {
              offered: formatHours(plan.offered),
              required: formatHours(plan.requiredMinutes),
            })}
          </Notice>
        </div>
      )}
      <div className="grid">
        <div className="c8 stack tops">
          <SessionsCard detail={detail} />
          <PeopleCard plan={plan} search={search} />
        </div>
        <div className="c4 stack tops">
          <Card title={t("training.coverage")}>
            <div className="stats">
              <Stat caption={t("training.completed")} unit={`${plan.completed.done} / ${plan.completed.of}`}>
                <RateText rate={plan.completed} />
              </Stat>
              <Stat caption={t("training.begun")}>{plan.begun}</Stat>
            </div>
            <p className="t2 mt8">
              {t("training.required")} {t("training.hours", { n: formatHours(plan.requiredMinutes) })}
              <span className="t3"> {t("training.offered", { n: formatHours(plan.offered) })}</span>
            </p>
            {plan.note !== "" && <p className="mt8 pre">{plan.note}</p>}
          </Card>
          <Card flush title={t("training.by-level")}>
            <CountTable
              head={t("commitment.level")}
              done={t("training.completed")}
              rows={detail.levels.map(({ level, completed }) => ({
                key: level,
                title: name("level", level),
                rate: completed,
              }))}
            />
          </Card>
          <Card flush title={t("training.by-place")}>
            <CountTable
              head={t("commitment.place")}
              done={t("training.completed")}
              rows={detail.territories.map(({ code, name: place, completed }) => ({
                key: code ?? "",
                title: code === null ? t("training.own-level", { place }) : place,
                rate: completed,
              }))}
            />
          </Card>
        </div>
      </div>
      {doing === "edit" && <PlanForm plan={plan} onClose={() => setDoing(undefined)} />}
      {doing === "withdraw" && <WithdrawPlan detail={detail} onClose={() => setDoing(undefined)} />}
    </>
  );
}

function WithdrawPlan({ detail: { plan }, onClose }: { detail: TrainingPlanDetail; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const navigate = useNavigate();
  const withdraw = useMutation(
    trpc.training.withdrawPlan.mutationOptions(
      saving(t("training.withdrawn-done"), () => void navigate({ to: "/chain/training" })),
    ),
  );
  return (
    <ReasonModal
      title={t("training.withdraw-plan", { title: plan.title })}
      hint={t("training.withdraw-hint")}
      action={t("training.withdraw")}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        withdraw.mutate({ txId: createTxId(), id: plan.id, version: plan.version, reason })
      }
    />
  );
}
