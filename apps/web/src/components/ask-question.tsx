import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { SectionTitle } from "./card.js";
import { useSettled } from "./remote-select.js";
import { Refusal, useSaving } from "./saving.js";
import { TerritoryField } from "./territory-field.js";

type Draft = { place?: string; subject: string; text?: string };
const LEAST = 4;

/** Asks a question; what was answered already is shown while it is written. */
export function AskQuestion({ place, onClose }: { place: string | undefined; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const subject = useSettled(Form.useWatch("subject", form) ?? "");
  const like = useQuery(
    trpc.question.like.queryOptions(
      { subject },
      { enabled: subject.trim().length >= LEAST, placeholderData: keepPreviousData },
    ),
  );
  const save = useMutation(trpc.question.raise.mutationOptions(saving(t("question.asked"), onClose)));
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  const answers = subject.trim().length >= LEAST ? (like.data?.answers ?? []) : [];
  return (
    <Modal
      open
      title={t("question.ask")}
      onCancel={onClose}
      okText={t("question.ask")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <p className="t2 mb12">{t("question.ask-hint")}</p>
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={place === undefined ? {} : { place }}
        onFinish={(draft) =>
          save.mutate({
            txId: createTxId(),
            place: draft.place ?? "",
            subject: draft.subject.trim(),
            text: (draft.text ?? "").trim(),
          })
        }
      >
        <Form.Item
          name="place"
          label={t("question.place")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <TerritoryField />
        </Form.Item>
        <Form.Item
          name="subject"
          label={t("question.subject")}
          extra={t("question.subject-hint")}
          rules={required}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="text" label={t("question.text")}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </Form>
      {answers.length > 0 && (
        <>
          <SectionTitle>{t("question.like-answers")}</SectionTitle>
          <ul className="mini" data-testid="like-answers">
            {answers.map(({ answer }) => (
              <li key={answer.id}>
                <span>
                  <b>{answer.subject}</b>
                  <small className="t2 block">{answer.text}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
