import type { OfficialRow } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useState } from "react";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Chooses another official among those of the right level and place, least loaded first. */
export function ReassignModal({
  establishment,
  onClose,
}: {
  establishment: { id: string; name: string };
  onClose: () => void;
}) {
  const { t, name, clauses } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [chosen, setChosen] = useState<OfficialRow>();
  const query = useQuery(trpc.official.candidates.queryOptions({ establishment: establishment.id }));
  const reassign = useMutation(
    trpc.chain.reassign.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        void message.success(t("reassign.done", { official: chosen?.name ?? "" }));
        onClose();
      },
    }),
  );
  return (
    <Modal
      open
      width={560}
      title={t("reassign.title", { name: establishment.name })}
      onCancel={onClose}
      okText={t("registry.reassign")}
      okButtonProps={{ disabled: chosen === undefined, loading: reassign.isPending }}
      onOk={() => {
        if (chosen !== undefined)
          reassign.mutate({ txId: createTxId(), establishment: establishment.id, official: chosen.id });
      }}
    >
      {reassign.isError && <Notice tone="over">{sentences(reassign.error).join("")}</Notice>}
      <QueryView query={query}>
        {(data) => (
          <>
            <p className="t3 mb8">
              {data.expectedLevel === null
                ? t("reassign.expected-none")
                : t("reassign.expected", { level: name("level", data.expectedLevel) })}
            </p>
            {data.rows.length === 0 ? (
              <Blank icon="person" title={t("reassign.none")} hint={t("reassign.none-hint")} />
            ) : (
              <div className="opts pick-list" role="radiogroup" aria-label={t("registry.official")}>
                {data.rows.map((row) => (
                  <label key={row.id} className={row.id === chosen?.id ? "on" : ""}>
                    <input
                      type="radio"
                      name="official"
                      checked={row.id === chosen?.id}
                      onChange={() => setChosen(row)}
                    />
                    <b>{row.name}</b>
                    <span>{t("reassign.load", { n: row.load })}</span>
                    <small>{clauses(row.unit, row.post)}</small>
                  </label>
                ))}
              </div>
            )}
          </>
        )}
      </QueryView>
    </Modal>
  );
}
