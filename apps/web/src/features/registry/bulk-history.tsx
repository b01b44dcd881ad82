import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Popconfirm } from "antd";
import { Blank, Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** The changes of many that were made, each with its undo. */
export function BulkHistory({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const query = useQuery(trpc.bulkEdit.list.queryOptions({ limit: 50 }));
  const undo = useMutation(
    trpc.bulkEdit.undo.mutationOptions({
      onSuccess: async ({ undone, left }) => {
        await client.invalidateQueries();
        void message.success(t("bulk.undo-done", { undone, left }));
      },
    }),
  );
  return (
    <Modal open width={640} title={t("bulk.history")} onCancel={onClose} footer={null}>
      {undo.isError && <Notice tone="over">{sentences(undo.error).join("")}</Notice>}
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank icon="check" title={t("bulk.none")} />
          ) : (
            <ul className="mini bulk-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <span>
                    <b>{t(`bulk.kind-${row.change.kind}`)}</b>{" "}
                    <span className="t3 sm">
                      {formatMoment(row.at)} {row.who}
                    </span>
                    <small className="t3">
                      {row.whole || row.unchanged + row.refused > 0
                        ? t("bulk.counts", {
                            updated: row.updated,
                            unchanged: row.unchanged,
                            refused: row.refused,
                          })
                        : t("bulk.counts-part", { n: row.updated })}
                    </small>
                  </span>
                  {row.undoneAt !== null ? (
                    <span className="t3">{t("bulk.undone")}</span>
                  ) : !row.whole ? null : (
                    <Popconfirm
                      title={t("bulk.undo-sure")}
                      onConfirm={() => undo.mutate({ txId: createTxId(), id: row.id })}
                    >
                      <Button size="small" loading={undo.isPending}>
                        {t("bulk.undo")}
                      </Button>
                    </Popconfirm>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Modal>
  );
}
