import type { SchemeRow } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Modal } from "antd";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Takes back the version put in force last. */
export function TakeBackModal({
  row,
  onClose,
  onQueued,
}: {
  row: SchemeRow;
  onClose: () => void;
  onQueued: (jobId: string) => void;
}) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const back = useMutation(
    trpc.grading.takeBack.mutationOptions(
      saving<{ jobId: string }>(t("rules.taken-back"), ({ jobId }) => {
        onQueued(jobId);
        onClose();
      }),
    ),
  );
  return (
    <Modal
      open
      title={`${t("rules.take-back")}：${row.title[locale]}`}
      onCancel={onClose}
      okText={t("rules.take-back")}
      okButtonProps={{ danger: true, loading: back.isPending }}
      onOk={() => back.mutate({ txId: createTxId(), id: row.id, version: row.version })}
    >
      <Refusal error={back.error} />
      <p>{t("rules.take-back-hint", { date: row.from ?? "" })}</p>
    </Modal>
  );
}
