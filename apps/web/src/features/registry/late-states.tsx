import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { DoorLink } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { ClockMark } from "./state-card.js";

/** Changes of state whose report or re-pairing is late. */
export function LateStates({ onClose }: { onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const { territory, asOf } = useScope();
  const query = useQuery(
    trpc.registry.stateClocks.queryOptions({
      ...(territory === undefined ? {} : { territory }),
      ...(asOf === undefined ? {} : { asOf }),
      limit: 200,
    }),
  );
  return (
    <Modal open width={680} title={t("spell.late")} onCancel={onClose} footer={null}>
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank icon="check" title={t("spell.late-none")} />
          ) : (
            <ul className="mini bulk-rows">
              {rows.map(({ establishment, event }) => (
                <li key={`${establishment.id}${event.from}`}>
                  <span>
                    <DoorLink
                      door={{ to: "/registry/$id", params: { id: establishment.id } }}
                      className="link"
                    >
                      {establishment.name}
                    </DoorLink>{" "}
                    <small className="t3">
                      {establishment.placeName} {name("state", event.state)} {event.from}
                    </small>
                  </span>
                  <span className="stack-sm">
                    <ClockMark caption={t("spell.report")} clock={event.report} />
                    <ClockMark caption={t("spell.pairing")} clock={event.pairing} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Modal>
  );
}
