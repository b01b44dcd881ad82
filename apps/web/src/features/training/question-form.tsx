import { type BankQuestionRow, type OperationInput, questionKinds } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Checkbox, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { Icon } from "../../components/icon.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Question = OperationInput<"training.saveQuestion">["question"];
type Draft = Pick<Question, "topic" | "text" | "source">;
type Option = { key: number; text: string; right: boolean };

const MOST_OPTIONS = 8;

/** Adds a question, or changes the one given. */
export function QuestionForm({
  question,
  topic,
  onClose,
}: {
  question?: BankQuestionRow;
  topic: string | undefined;
  onClose: () => void;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const [kind, setKind] = useState<Question["kind"]>(question?.kind ?? "single");
  const judged = [t("training.judge-right"), t("training.judge-wrong")];
  const [options, setOptions] = useState<Option[]>(
    (question?.options ?? ["", "", "", ""]).map((text, key) => ({
      key,
      text,
      right: question?.answers.includes(key) ?? false,
    })),
  );
  const save = useMutation(trpc.training.saveQuestion.mutationOptions(saving(t("training.saved"), onClose)));
  const choose = (next: Question["kind"]) => {
    setKind(next);
    if (next === "judge") setOptions(judged.map((text, key) => ({ key, text, right: key === 0 })));
    else if (kind === "judge") setOptions([0, 1, 2, 3].map((key) => ({ key, text: "", right: false })));
  };
  const change = (key: number, part: Partial<Option>) =>
    setOptions(
      options.map((option) => {
        if (option.key === key) return { ...option, ...part };
        return part.right === true && kind !== "multiple" ? { ...option, right: false } : option;
      }),
    );
  const submit = (draft: Draft) => {
    const filled = options.filter(({ text }) => text.trim() !== "");
    save.mutate({
      txId: createTxId(),
      ...(question === undefined ? {} : { id: question.id }),
      version: question?.version ?? 0,
      question: {
        ...draft,
        source: draft.source ?? "",
        kind,
        options: filled.map(({ text }) => text),
        answers: filled.flatMap(({ right }, at) => (right ? [at] : [])),
      },
    });
  };
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t(question === undefined ? "training.new-question" : "training.edit-question")}
      okText={t("papers.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          topic: question?.topic ?? topic ?? "",
          text: question?.text ?? "",
          source: question?.source ?? "",
        }}
      >
        <Form.Item label={t("training.kind")}>
          <Segmented
            value={kind}
            onChange={choose}
            options={questionKinds.map((one) => ({ value: one, label: name("question-kind", one) }))}
          />
        </Form.Item>
        <Form.Item name="topic" label={t("training.topic")} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="text" label={t("training.question")} rules={required}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item label={t("training.options")}>
          {options.map((option, at) => (
            <div key={option.key} className="row mb8">
              <Checkbox
                aria-label={t("training.right-n", { n: at + 1 })}
                checked={option.right}
                onChange={(event) => change(option.key, { right: event.target.checked })}
              />
              <Input
                aria-label={t("training.option-n", { n: at + 1 })}
                value={option.text}
                maxLength={200}
                onChange={(event) => change(option.key, { text: event.target.value })}
              />
              {kind !== "judge" && options.length > 2 && (
                <button
                  type="button"
                  className="btn link sm"
                  aria-label={t("training.remove-option")}
                  onClick={() => setOptions(options.filter(({ key }) => key !== option.key))}
                >
                  <Icon name="close" small />
                </button>
              )}
            </div>
          ))}
          {kind !== "judge" && options.length < MOST_OPTIONS && (
            <button
              type="button"
              className="btn link sm"
              onClick={() =>
                setOptions([
                  ...options,
                  { key: Math.max(...options.map(({ key }) => key)) + 1, text: "", right: false },
                ])
              }
            >
              {t("training.add-option")}
            </button>
          )}
        </Form.Item>
        <Form.Item name="source" label={t("training.source")}>
          <Input maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
