import type { DocumentDetail, OperationInput } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { type AttachmentChange, AttachmentField, sendAttachment } from "../../components/attachment-field.js";
import { AudienceFields } from "../../components/audience-fields.js";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useOwnTerritory } from "../../navigation/use-own-territory.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";

type Draft = OperationInput<"document.save">["document"];

/** Adds a document from above, or changes the one given. */
export function DocumentForm({ detail, onClose }: { detail?: DocumentDetail; onClose: () => void }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const saving = useSaving();
  const territory = useOwnTerritory();
  const [form] = Form.useForm<Draft>();
  const [file, setFile] = useState<AttachmentChange>();
  const known = detail?.document;
  const save = useMutation({
    mutationFn: async (draft: Draft) =>
      api.document.save.mutate({
        txId: createTxId(),
        ...(known === undefined ? {} : { id: known.id }),
        version: known?.version ?? 0,
        document: {
          ...draft,
          territory: known?.territory ?? draft.territory,
          number: draft.number ?? "",
          text: draft.text ?? "",
        },
        ...(await sendAttachment(file, locale)),
      }),
    ...saving(t("training.saved"), onClose),
  });
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t(known === undefined ? "document.new" : "document.edit")}
      okText={t("papers.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {known !== undefined && <p className="t2 mb12">{t("document.changed-hint")}</p>}
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(draft) => save.mutate(draft)}
        initialValues={
          detail === undefined
            ? { levels: ["county", "township", "village"], territory, number: "", text: "" }
            : { ...detail.document, text: detail.text }
        }
      >
        <Form.Item name="title" label={t("document.title")} rules={required}>
          <Input autoFocus maxLength={120} />
        </Form.Item>
        <div className="row">
          <Form.Item name="number" label={t("document.number")} className="grow">
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="issuer" label={t("document.issuer")} rules={required} className="grow">
            <Input maxLength={80} />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="issuedOn" label={t("document.issued")} rules={required} className="grow">
            <DayField />
          </Form.Item>
          <Form.Item name="readBy" label={t("document.read-by")} rules={required} className="grow">
            <DayField />
          </Form.Item>
        </div>
        <AudienceFields fixed={known !== undefined} />
        <Form.Item name="text" label={t("document.text")}>
          <Input.TextArea rows={6} maxLength={50_000} />
        </Form.Item>
        <AttachmentField present={detail?.file ?? null} onChange={setFile} />
      </Form>
    </Modal>
  );
}
