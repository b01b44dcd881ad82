import type { TrainingPlanRow } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { CoverageBar, DoorLink, formatCount, RateText } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Blank } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { PlanForm } from "./plan-form.js";

/** Plans with how far each has come. */
export function PlansView() {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const [adding, setAdding] = useState(false);
  const query = useQuery(trpc.training.plans.queryOptions(scope, { placeholderData: keepPreviousData }));
  const add = (
    <IfMay operation="training.savePlan">
      <Button type="primary" onClick={() => setAdding(true)}>
        {t("training.new-plan")}
      </Button>
    </IfMay>
  );
  return (
    <>
      <QueryView query={query}>
        {({ rows }) => (
          <Card flush title={t("training.plans")} right={rows.length === 0 ? undefined : add}>
            {rows.length === 0 ? (
              <Blank
                icon="file"
                title={t("training.empty-plans")}
                hint={t("training.empty-plans-hint")}
                actions={add}
              />
            ) : (
              <SmallTable
                head={
                  <>
                    <th>{t("training.plan-title")}</th>
                    <th className="opt">{t("training.levels")}</th>
                    <th className="opt">{t("training.days")}</th>
                    <th className="num">{t("training.required")}</th>
                    <th className="num">{t("training.completed")}</th>
                    <th className="num">{t("training.coverage")}</th>
                    <th className="opt" />
                  </>
                }
              >
                {rows.map((plan) => (
                  <PlanLine key={plan.id} plan={plan} />
                ))}
              </SmallTable>
            )}
          </Card>
        )}
      </QueryView>
      {adding && <PlanForm onClose={() => setAdding(false)} />}
    </>
  );
}

function PlanLine({ plan }: { plan: TrainingPlanRow }) {
  const { t, name, list } = useText();
  const { completed } = plan;
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/training/$id", params: { id: plan.id } }}>{plan.title}</DoorLink>
        <small>
          {plan.territoryName} · {t("training.sessions")} {formatCount(plan.sessions)}
        </small>
      </td>
      <td className="opt">{list(plan.levels.map((level) => name("level", level)))}</td>
      <td className="opt nw">
        {plan.from} – {plan.to}
      </td>
      <td className="num">{t("training.hours", { n: formatHours(plan.requiredMinutes) })}</td>
      <td className="num">
        {formatCount(completed.done)} / {formatCount(completed.of)}
      </td>
      <td className="num">
        <RateText rate={completed} />
      </td>
      <td className="opt" style={{ width: 120 }}>
        <CoverageBar rate={completed} line={undefined} fill="var(--ant-color-text-tertiary)" />
      </td>
    </tr>
  );
}
