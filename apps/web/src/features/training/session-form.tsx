import type { OperationInput, PlainDate, TrainingPlanRow, TrainingSessionView } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Form, Input, InputNumber, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { type AttachmentChange, AttachmentField, sendAttachment } from "../../components/attachment-field.js";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";

type Held = OperationInput<"training.saveSession">["session"]["held"];
type Draft = {
  title: string;
  hours: number;
  on: PlainDate;
  begins: string;
  place: string;
  from: PlainDate;
  to: PlainDate;
  material?: string;
  questions: number;
  topics: string[];
  passMark: number;
  tries: number;
};

const toHeld = (way: Held["way"], draft: Draft): Held => {
  const { on, begins, place, from, to, material, questions, topics, passMark, tries } = draft;
  return way === "on-site"
    ? { way, on, begins, place }
    : { way, from, to, material: material ?? "", questions, topics, passMark, tries };
};

/** Adds a session to a plan, or changes the one given. */
export function SessionForm({
  plan,
  session,
  onClose,
}: {
  plan: Pick<TrainingPlanRow, "id" | "from" | "to">;
  session?: TrainingSessionView;
  onClose: () => void;
}) {
  const { t, locale, name } = useText();
  const api = useTRPCClient();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const [way, setWay] = useState<Held["way"]>(session?.held.way ?? "on-site");
  const [file, setFile] = useState<AttachmentChange>();
  const save = useMutation({
    mutationFn: async (draft: Draft) =>
      api.training.saveSession.mutate({
        txId: createTxId(),
        ...(session === undefined ? {} : { id: session.id }),
        plan: plan.id,
        version: session?.version ?? 0,
        session: {
          title: draft.title,
          minutes: Math.round(draft.hours * 4) * 15,
          held: toHeld(way, draft),
        },
        ...(await sendAttachment(file, locale)),
      }),
    ...saving(t("training.saved"), onClose),
  });
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t(session === undefined ? "training.add-session" : "training.edit-session")}
      okText={t("papers.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(draft) => save.mutate(draft)}
        initialValues={{
          hours: (session?.minutes ?? 120) / 60,
          begins: "09:00",
          from: plan.from,
          to: plan.to,
          questions: 10,
          topics: [],
          passMark: 80,
          tries: 3,
          ...(session === undefined ? {} : { title: session.title, ...session.held }),
        }}
      >
        <Form.Item>
          <Segmented
            block
            value={way}
            onChange={(next: Held["way"]) => setWay(next)}
            options={(["on-site", "online"] as const).map((one) => ({
              value: one,
              label: name("training-way", one),
            }))}
          />
        </Form.Item>
        <Form.Item name="title" label={t("training.plan-title")} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="hours" label={t("training.minutes")} rules={required}>
          <InputNumber min={0.25} max={24} step={0.25} />
        </Form.Item>
        {way === "on-site" ? <OnSiteFields plan={plan} /> : <OnlineFields plan={plan} />}
        <AttachmentField present={session?.file ?? null} onChange={setFile} />
      </Form>
    </Modal>
  );
}

type Within = { plan: Pick<TrainingPlanRow, "from" | "to"> };

function OnSiteFields({ plan }: Within) {
  const { t } = useText();
  const required = [{ required: true, message: t("common.required") }];
  return (
    <>
      <div className="row">
        <Form.Item name="on" label={t("training.held-on")} rules={required} className="grow">
          <DayField min={plan.from} max={plan.to} />
        </Form.Item>
        <Form.Item name="begins" label={t("training.begins")} rules={required} className="grow">
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t("training.where")} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  );
}

function OnlineFields({ plan }: Within) {
  const { t } = useText();
  const trpc = useTRPC();
  const bank = useQuery(trpc.training.questions.queryOptions({ limit: 1 }));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <>
      <div className="row">
        <Form.Item name="from" label={t("training.from")} rules={required} className="grow">
          <DayField min={plan.from} max={plan.to} />
        </Form.Item>
        <Form.Item name="to" label={t("training.to")} rules={required} className="grow">
          <DayField min={plan.from} max={plan.to} />
        </Form.Item>
      </div>
      <Form.Item name="material" label={t("training.material")}>
        <Input.TextArea rows={5} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="topics" label={t("training.topics")}>
        <Select
          mode="multiple"
          options={(bank.data?.topics ?? []).map(({ topic, questions }) => ({
            value: topic,
            label: `${topic} ${questions}`,
          }))}
        />
      </Form.Item>
      <div className="row">
        <Form.Item name="questions" label={t("training.count")} rules={required} className="grow">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="passMark" label={t("training.pass-mark")} rules={required} className="grow">
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
        <Form.Item name="tries" label={t("training.tries")} rules={required} className="grow">
          <InputNumber min={1} max={10} precision={0} />
        </Form.Item>
      </div>
    </>
  );
}
