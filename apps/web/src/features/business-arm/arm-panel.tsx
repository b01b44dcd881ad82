import { useQuery } from "@tanstack/react-query";
import { ControlHistory, ControlsNow } from "../../components/arm-controls.js";
import { ArmPeople } from "../../components/arm-people.js";
import { ArmTraining } from "../../components/arm-training.js";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Everything of a business's own arm, the controls first. */
export function ArmPanel({ establishment, own = false }: { establishment: string; own?: boolean }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.arm.get.queryOptions({ establishment }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(arm) => (
        <div className="stack">
          {own && (
            <h2 className="sec-t">
              <DoorLink door={{ to: "/registry/$id", params: { id: arm.establishment } }}>
                {arm.name}
              </DoorLink>
            </h2>
          )}
          <ControlsNow arm={arm} />
          <Card title={t("arm.title")}>
            <ArmPeople arm={arm} />
          </Card>
          <Card title={t("arm.training", { year: arm.training.year })}>
            <ArmTraining arm={arm} />
          </Card>
          <Card title={t("arm.recent")}>
            <ControlHistory arm={arm} />
          </Card>
        </div>
      )}
    </QueryView>
  );
}
