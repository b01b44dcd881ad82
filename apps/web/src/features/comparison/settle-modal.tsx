import { type OperationInput, renderProblem } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Input, Modal } from "antd";
import { useState } from "react";
import { formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

export type Settling = OperationInput<"comparison.preview">;

/** What settling would do, before it is done; with the reason where one is needed. */
export function SettleModal({ settling, onClose }: { settling: Settling; onClose: () => void }) {
  const { t, name, locale, colon } = useText();
  const trpc = useTRPC();
  const fieldName = useFieldName();
  const saving = useSaving();
  const { notification } = App.useApp();
  const [reason, setReason] = useState("");
  const needsReason = settling.resolution === "ours" || settling.resolution === "regulator";
  // Without a reason each row would be told to lack one.
  const asked = needsReason ? { ...settling, reason: "…" } : settling;
  const preview = useQuery(trpc.comparison.preview.queryOptions(asked));
  const what = name("resolution", settling.resolution);
  const resolve = useMutation(
    trpc.comparison.resolve.mutationOptions({
      ...saving(
        t("compare.settled-rows"),
        ({ refused }: { refused: { code: string; params: Record<string, string | number> }[] }) => {
          const [first] = refused;
          if (first !== undefined)
            notification.warning({
              title: t("compare.refused", { n: refused.length, why: renderProblem(first, locale) }),
            });
          onClose();
        },
      ),
    }),
  );
  return (
    <Modal
      open
      title={settling.all === undefined ? what : t("compare.bulk-title", { what })}
      okText={t("compare.apply")}
      okButtonProps={{
        loading: resolve.isPending,
        disabled: (preview.data?.rows ?? 0) === 0 || (needsReason && reason.trim() === ""),
      }}
      onCancel={onClose}
      onOk={() =>
        resolve.mutate({ ...settling, txId: createTxId(), ...(reason.trim() === "" ? {} : { reason }) })
      }
    >
      <Refusal error={resolve.error} />
      <QueryView query={preview}>
        {({ rows, establishments, fields, refused }) => (
          <>
            <p className="mb12">
              {t("compare.bulk-preview", {
                rows: formatCount(rows),
                what,
                n: formatCount(establishments),
                refused: formatCount(refused.length),
              })}
            </p>
            {fields.length > 0 && (
              <p className="t2 mb12">
                {t("compare.bulk-fields")}
                {colon}
                {fields.map(({ field, count }) => `${fieldName(field)} ${formatCount(count)}`).join(" · ")}
              </p>
            )}
            {refused.slice(0, 5).map((one) => (
              <div key={one.no} className="mb12">
                <Notice tone="warn">
                  {one.name} {renderProblem(one, locale)}
                </Notice>
              </div>
            ))}
          </>
        )}
      </QueryView>
      {needsReason && (
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={300}
          aria-label={t("admin.reason")}
          placeholder={t("admin.reason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </Modal>
  );
}
