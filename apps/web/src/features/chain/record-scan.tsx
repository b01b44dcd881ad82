import { uploadFile } from "@shian/api/client";
import type { CommitmentDetail, PlainDate } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, DatePicker, Modal, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";

/** Records a paper that was signed with a pen, with its scan. */
export function RecordScan({ detail, onClose }: { detail: CommitmentDetail; onClose: () => void }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [file, setFile] = useState<File>();
  const [year, setYear] = useState(detail.years[0] ?? dayjs().year());
  const [signedOn, setSignedOn] = useState(dayjs().format("YYYY-MM-DD"));
  const record = useMutation({
    mutationFn: async (scan: File) => {
      const { fileId } = await uploadFile(
        { url: window.location.origin, locale },
        { name: scan.name, content: scan },
      );
      return api.commitment.recordScan.mutate({
        txId: createTxId(),
        official: detail.official.id,
        year,
        signedOn: signedOn as PlainDate,
        fileId,
      });
    },
    onSuccess: async () => {
      void message.success(t("commitment.scan-done"));
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Modal
      open
      title={t("commitment.scan-title", { name: detail.official.name })}
      okText={t("commitment.scan")}
      okButtonProps={{ disabled: file === undefined, loading: record.isPending }}
      onOk={() => file !== undefined && record.mutate(file)}
      onCancel={onClose}
    >
      <div className="stack-form">
        <div>
          <span className="t2 sm">{t("commitment.year")}</span>
          <Select
            style={{ width: "100%" }}
            aria-label={t("commitment.year")}
            value={year}
            options={detail.years.map((one) => ({ value: one, label: String(one) }))}
            onChange={setYear}
          />
        </div>
        <div>
          <span className="t2 sm">{t("commitment.scan-day")}</span>
          <DatePicker
            style={{ width: "100%" }}
            aria-label={t("commitment.scan-day")}
            allowClear={false}
            value={dayjs(signedOn)}
            onChange={(day) => day && setSignedOn(day.format("YYYY-MM-DD"))}
          />
        </div>
        <label>
          <span className="t2 sm">{t("commitment.scan-file")}</span>
          <input
            type="file"
            accept="image/jpeg,image/png,application/pdf"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
          <small className="block t3">{t("commitment.scan-hint")}</small>
        </label>
        {record.isError && <Notice tone="over">{sentences(record.error).join("")}</Notice>}
      </div>
    </Modal>
  );
}
