import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Drawer } from "../../components/drawer.js";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { QueryView } from "../../components/query-view.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { EstablishmentBody } from "./establishment-body.js";
import { ReassignModal } from "./reassign-modal.js";

/** One establishment beside the list: its chain, its grades with their grounds, its visits. */
export function EstablishmentDrawer({
  id,
  position,
  onClose,
}: {
  id: string;
  position: string | undefined;
  onClose: () => void;
}) {
  const { t, name, comma } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const [reassigning, setReassigning] = useState(false);
  const asOf = toDays(scope);
  const query = useQuery(trpc.registry.get.queryOptions({ id, ...asOf }));
  const detail = query.data;
  return (
    <Drawer
      label={detail?.establishment.name ?? t("state.loading")}
      onClose={onClose}
      head={
        detail === undefined ? (
          <i className="sk" style={{ width: 240, height: 26 }} />
        ) : (
          <div className="row top gap12">
            <GradeSquare grade={detail.grade?.grade ?? null} large />
            <div className="grow">
              <h2 className="dr-t">{detail.establishment.name}</h2>
              <div className="t3 sm">
                <span className="code">
                  {detail.establishment.creditCode ??
                    detail.establishment.licenceNumber ??
                    t("registry.no-code")}
                </span>
                {detail.establishment.form !== null && comma + name("form", detail.establishment.form)}
                {detail.placeName !== "" && comma + detail.placeName}
              </div>
            </div>
            <DoorLink
              door={{ to: "/visits/record/$establishmentId", params: { establishmentId: id } }}
              className="btn sm"
            >
              {t("registry.record-visit")}
            </DoorLink>
          </div>
        )
      }
      footer={
        <>
          <span className="t3 sm grow opt">
            {position} <kbd className="kbd">J</kbd> <kbd className="kbd">K</kbd> {t("registry.move")}
          </span>
          <IfMay operation="chain.reassign">
            <button
              type="button"
              className="btn"
              disabled={detail === undefined}
              onClick={() => setReassigning(true)}
            >
              {t("registry.reassign")}
            </button>
          </IfMay>
          <DoorLink door={{ to: "/registry/$id", params: { id } }} className="btn">
            {t("registry.open-page")}
          </DoorLink>
        </>
      }
    >
      <QueryView query={query}>{(data) => <EstablishmentBody detail={data} compact />}</QueryView>
      {reassigning && detail !== undefined && (
        <ReassignModal establishment={detail.establishment} onClose={() => setReassigning(false)} />
      )}
    </Drawer>
  );
}
