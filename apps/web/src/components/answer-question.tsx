import type { QuestionDetail } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { Refusal, useSaving } from "./saving.js";

/** Writes the one answer for all who asked, or the corrected one in its place. */
export function AnswerQuestion({ detail }: { detail: QuestionDetail }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const { row, joined, answer } = detail;
  const save = useMutation(trpc.question.answer.mutationOptions(saving(t("question.answer-sent"))));
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  return (
    <Form<{ subject: string; text: string }>
      layout="vertical"
      className="mb12"
      initialValues={{ subject: answer?.subject ?? row.subject, text: answer?.text ?? "" }}
      onFinish={(draft) => save.mutate({ txId: createTxId(), id: row.id, version: row.version, ...draft })}
    >
      <Refusal error={save.error} />
      <Form.Item
        name="subject"
        label={t("question.answer-subject")}
        extra={t("question.answer-subject-hint")}
        rules={required}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="text" label={t("question.answer-text")} rules={required}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <p className="t2 sm mb8">{t("question.answer-reaches", { n: 1 + joined.length })}</p>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("question.answer")}
      </Button>
    </Form>
  );
}
